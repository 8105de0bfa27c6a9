using Pulumi;
using Pulumi.Kubernetes;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Storage.V1;
using Pulumi.Utilities;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Kubernetes objects: types, versions, aliases and values of the package.</summary>
internal static class KubernetesScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["objects"] = static () =>
        {
            Namespace space = new("space", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "space", Labels = { { "a", "b" } } } });
            InputMap<string> labels = new() { { "app", "web" } };
            _ = new Pulumi.Kubernetes.Apps.V1.Deployment("web", new DeploymentArgs
            {
                Metadata = new ObjectMetaArgs { Namespace = space.Metadata.Apply(static metadata => metadata.Name), Labels = labels },
                Spec = new DeploymentSpecArgs
                {
                    Replicas = 3,
                    Selector = new LabelSelectorArgs { MatchLabels = labels },
                    Strategy = new DeploymentStrategyArgs { RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = "25%" } },
                    Template = new PodTemplateSpecArgs
                    {
                        Metadata = new ObjectMetaArgs { Labels = labels },
                        Spec = new PodSpecArgs
                        {
                            Containers =
                            {
                                new ContainerArgs
                                {
                                    Name = "web",
                                    Image = Output.CreateSecret("registry/web:1"),
                                    Ports = { new ContainerPortArgs { ContainerPortValue = 8080, Name = "http" } },
                                    Env = { new EnvVarArgs { Name = "A", ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = "s", Key = "k", Optional = false } } } },
                                    ReadinessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/", Port = "http" }, PeriodSeconds = 5 },
                                    SecurityContext = new SecurityContextArgs { Capabilities = new CapabilitiesArgs { Drop = { "ALL" } }, RunAsNonRoot = true },
                                    Resources = new ResourceRequirementsArgs { Limits = { { "cpu", "1" }, { "memory", OutputUtilities.CreateUnknown("") } } },
                                },
                            },
                        },
                    },
                },
            });
        },
        ["kinds"] = static () =>
        {
            _ = new Secret("secret", new SecretArgs { StringData = new InputMap<string> { { "password", "hunter2" } }, Type = "Opaque" });
            _ = new ConfigMap("config", new ConfigMapArgs { Data = { { "a", "b" } }, Immutable = true });
            _ = new Service("service", new ServiceArgs { Spec = new ServiceSpecArgs { Type = ServiceSpecType.ClusterIP, ClusterIP = "None", Ports = { new ServicePortArgs { Port = 80, TargetPort = 8080 } } } });
            _ = new NetworkPolicy("policy", new NetworkPolicyArgs
            {
                Spec = new NetworkPolicySpecArgs
                {
                    PodSelector = new LabelSelectorArgs(),
                    PolicyTypes = { "Ingress", "Egress" },
                    Egress = { new NetworkPolicyEgressRuleArgs { To = { new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = "10.0.0.0/8", Except = { "10.1.0.0/16" } } } } } },
                },
            });
            _ = new Pulumi.Kubernetes.Policy.V1.PodDisruptionBudget("budget");
            _ = new Pulumi.Kubernetes.Rbac.V1.Role("role");
            _ = new Pulumi.Kubernetes.Batch.V1.CronJob("cron", new CronJobArgs
            {
                Spec = new CronJobSpecArgs
                {
                    Schedule = "0 3 * * *",
                    JobTemplate = new JobTemplateSpecArgs
                    {
                        Spec = new JobSpecArgs
                        {
                            Template = new PodTemplateSpecArgs { Spec = new PodSpecArgs { Containers = { new ContainerArgs { Name = "cron", Image = "registry/cron:1" } }, RestartPolicy = "Never" } },
                        },
                    },
                },
            });
            _ = new Pulumi.Kubernetes.Autoscaling.V2.HorizontalPodAutoscaler("scaler", new HorizontalPodAutoscalerArgs
            {
                Spec = new HorizontalPodAutoscalerSpecArgs { MaxReplicas = 5, ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = "web" } },
            });
            _ = new Pulumi.Kubernetes.AdmissionRegistration.V1.ValidatingAdmissionPolicy("admission");
            _ = new Pulumi.Kubernetes.Scheduling.V1.PriorityClass("priority", new PriorityClassArgs { Value = 1000, GlobalDefault = false });
            _ = new Pulumi.Kubernetes.Storage.V1.StorageClass("storage", new StorageClassArgs { Provisioner = "example.org/disk" });
            _ = new StatefulSet("set");
            _ = new DaemonSet("daemons");
            _ = new Ingress("ingress");
        },
        ["providers"] = static () =>
        {
            Provider provider = new("provider", new ProviderArgs { Context = "prod", Namespace = "space", EnableServerSideApply = true });
            _ = new ConfigMap("config", new ConfigMapArgs { Data = { { "a", "b" } } }, new CustomResourceOptions { Provider = provider });
        },
        ["custom"] = static () => _ = new Pulumi.Kubernetes.ApiExtensions.CustomResource("widget", new WidgetArgs { Metadata = new ObjectMetaArgs { Name = "widget" }, Size = 3 }),
        ["reads"] = static () => Observed.Tell("address", Service.Get("service", "space/service").Spec.Apply(static spec => spec?.ClusterIP)),
    };

    private sealed class WidgetArgs() : Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs("example.org/v1", "Widget")
    {
        [Input("size")]
        public Input<int>? Size { get; set; }
    }
}
