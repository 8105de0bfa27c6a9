using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Pulumi.Testing;

namespace Pulumi.Kubernetes.Tests;

public sealed class KindTests
{
    // type token, apiVersion, kind, what defines one
    private static readonly (string Token, string ApiVersion, string Kind, Action Define)[] Kinds =
    [
        ("kubernetes:core/v1:Service", "v1", "Service", () => _ = new Kubernetes.Core.V1.Service("x")),
        ("kubernetes:core/v1:Namespace", "v1", "Namespace", () => _ = new Kubernetes.Core.V1.Namespace("x", new NamespaceArgs())),
        ("kubernetes:apps/v1:Deployment", "apps/v1", "Deployment", () => _ = new Kubernetes.Apps.V1.Deployment("x")),
        (
            "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
            "rbac.authorization.k8s.io/v1",
            "RoleBinding",
            () => _ = new Kubernetes.Rbac.V1.RoleBinding("x", new RoleBindingArgs
            {
                RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = "reader" },
            })),
        (
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
            "autoscaling/v2",
            "HorizontalPodAutoscaler",
            () => _ = new Kubernetes.Autoscaling.V2.HorizontalPodAutoscaler("x", new HorizontalPodAutoscalerArgs
            {
                Spec = new HorizontalPodAutoscalerSpecArgs
                {
                    MaxReplicas = 3,
                    ScaleTargetRef = new CrossVersionObjectReferenceArgs { Kind = "Deployment", Name = "app" },
                },
            })),
        (
            "kubernetes:policy/v1:PodDisruptionBudget",
            "policy/v1",
            "PodDisruptionBudget",
            () => _ = new Kubernetes.Policy.V1.PodDisruptionBudget("x", new PodDisruptionBudgetArgs())),
    ];

    public static TheoryData<string> Tokens => [.. Kinds.Select(kind => kind.Token)];

    [Theory, MemberData(nameof(Tokens))]
    public async Task Define_Kind_SendsTokenApiVersionAndKind(string token)
    {
        (_, string apiVersion, string kind, Action define) = Kinds.Single(kind => kind.Token == token);

        MockResourceArgs sent = await new Cluster().RunAsync(define);

        Assert.Equal((token, "x"), (sent.Type, sent.Name));
        Assert.Equal((apiVersion, kind), (sent.Inputs["apiVersion"], sent.Inputs["kind"]));
    }

    [Fact]
    public async Task Define_NestedArgs_SendsWireNames()
    {
        MockResourceArgs sent = await new Cluster().RunAsync(() => _ = new Kubernetes.Core.V1.Pod("app", new PodArgs
        {
            Metadata = new ObjectMetaArgs { Name = "app", Labels = { ["tier"] = "front" } },
            Spec = new PodSpecArgs
            {
                AutomountServiceAccountToken = false,
                HostIPC = false,
                Containers =
                {
                    new ContainerArgs
                    {
                        Name = "app",
                        Ports = { new ContainerPortArgs { ContainerPortValue = 8080 } },
                        LivenessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Port = "http", Path = "/" }, PeriodSeconds = 5 },
                        Resources = new ResourceRequirementsArgs { Limits = { ["memory"] = "64Mi" } },
                    },
                },
            },
        }));

        Assert.Equal(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              labels:
                tier: front
              name: app
            spec:
              automountServiceAccountToken: False
              containers:
                -
                  livenessProbe:
                    httpGet:
                      path: /
                      port: http
                    periodSeconds: 5
                  name: app
                  ports:
                    -
                      containerPort: 8080
                  resources:
                    limits:
                      memory: 64Mi
              hostIPC: False
            """,
            PlainText.Of(sent.Inputs));
    }

    [Fact]
    public async Task Define_ArgsOfTheCaller_GetApiVersionAndKind()
    {
        ConfigMapArgs args = new() { ApiVersion = "v7", Kind = "Pod", Data = { ["key"] = "value" } };

        MockResourceArgs sent = await new Cluster().RunAsync(() => _ = new Kubernetes.Core.V1.ConfigMap("settings", args));

        Assert.Equal(("v1", "ConfigMap"), (sent.Inputs["apiVersion"], sent.Inputs["kind"]));
        Assert.Equal("v1", await ValueAsync(args.ApiVersion));
        Assert.Equal("ConfigMap", await ValueAsync(args.Kind));
    }

    [Fact]
    public async Task Define_RequiredMemberMissing_NamesIt()
    {
        RunException exception = await Assert.ThrowsAsync<RunException>(() => new Cluster().RunAsync(() =>
            _ = new Kubernetes.Apps.V1.Deployment("app", new DeploymentArgs { Spec = new DeploymentSpecArgs { Selector = new LabelSelectorArgs() } })));

        Assert.Contains(
            "[Input] Pulumi.Kubernetes.Types.Inputs.Apps.V1.DeploymentSpecArgs.Template is required but was not given a value",
            exception.Message);
    }

    [Fact]
    public async Task Define_ListThatWasOnlyRead_IsSentEmpty()
    {
        MockResourceArgs sent = await new Cluster().RunAsync(() =>
        {
            ServiceAccountArgs args = new();
            _ = args.ImagePullSecrets;
            _ = new Kubernetes.Core.V1.ServiceAccount("app", args);
        });

        Assert.Equal("apiVersion: v1\nimagePullSecrets:\nkind: ServiceAccount", PlainText.Of(sent.Inputs));
    }

    [Fact]
    public async Task Get_Kind_ReadsTheObjectById()
    {
        Cluster cluster = new();

        MockResourceArgs sent = await cluster.RunAsync(() => _ = Kubernetes.Core.V1.Service.Get("found", "shop/web"));

        Assert.Equal(("kubernetes:core/v1:Service", "found", "shop/web"), (sent.Type, sent.Name, sent.Id));
        Assert.Empty(sent.Inputs);
    }

    [Fact]
    public async Task Define_IdInTheOptions_RegistersAllTheSame()
    {
        MockResourceArgs sent = await new Cluster().RunAsync(() =>
            _ = new Kubernetes.Core.V1.Namespace("shop", options: new CustomResourceOptions { Id = "other" }));

        Assert.Equal("apiVersion: v1\nkind: Namespace", PlainText.Of(sent.Inputs));
        Assert.NotEqual("other", sent.Id);
    }

    // Members that are any JSON, one of two types, or text with an enumeration beside it.
    [Fact]
    public async Task Define_UnionsAndEnumerations_SendsTheirValue()
    {
        MockResourceArgs sent = await new Cluster().RunAsync(() => _ = new Kubernetes.Core.V1.Service("web", new ServiceArgs
        {
            Spec = new ServiceSpecArgs
            {
                Type = Kubernetes.Core.V1.ServiceSpecType.LoadBalancer,
                Ports =
                {
                    new ServicePortArgs { Port = 80, TargetPort = 8080 },
                    new ServicePortArgs { Port = 443, TargetPort = "https" },
                },
            },
        }));

        Assert.Equal(
            """
            apiVersion: v1
            kind: Service
            spec:
              ports:
                -
                  port: 80
                  targetPort: 8080
                -
                  port: 443
                  targetPort: https
              type: LoadBalancer
            """,
            PlainText.Of(sent.Inputs));
    }

    private static async Task<T> ValueAsync<T>(Input<T>? input) =>
        await global::Pulumi.Utilities.OutputUtilities.GetValueAsync(input.ToOutput());
}
