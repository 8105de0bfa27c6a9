using Moq;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Pulumi.Testing;
using Pulumi.Utilities;
using Rampart.Components.Availability;
using Rampart.Components.Workloads;
using Rampart.Tests.Shared;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Workloads;

public sealed class HardenedDeploymentTests
{
    private const string DeploymentType = "kubernetes:apps/v1:Deployment";
    private const string BudgetType = "kubernetes:policy/v1:PodDisruptionBudget";
    private const string Container = "spec/template/spec/containers/0/";

    [Fact]
    public async Task Define_ImageAndPort_RegistersEveryChildUnderTheComponent()
    {
        Recording recording = await RecordAsync(Web());

        Assert.Equal(
            """
            kubernetes:apps/v1:Deployment web < web
            kubernetes:core/v1:ServiceAccount web < web
            kubernetes:networking.k8s.io/v1:NetworkPolicy web < web
            kubernetes:policy/v1:PodDisruptionBudget web < web
            rampart:workloads:HardenedDeployment web < -
            """,
            recording.Tree);
    }

    [Fact]
    public async Task Define_ImageAndPort_GivesTheDocumentedDefaults()
    {
        Recording recording = await RecordAsync(Web());

        GoldenFile.Verify("hardened-deployment.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_PartsOfOthers_RegistersTheDeploymentOnly()
    {
        HardenedDeploymentArgs args = Web();
        args.ServiceAccountName = "shared";
        args.DisruptionBudget = null;
        args.Network = null;

        Recording recording = await RecordAsync(args);

        Assert.Equal(
            """
            kubernetes:apps/v1:Deployment web < web
            rampart:workloads:HardenedDeployment web < -
            """,
            recording.Tree);
        Assert.Equal("\"shared\"", recording.Json(DeploymentType, "web", "spec/template/spec/serviceAccountName"));
    }

    [Fact]
    public async Task Define_ApiAccess_GivesARoleAndATokenToMainContainersOnly()
    {
        HardenedDeploymentArgs args = Web();
        args.InitContainers.Add(new ContainerArgs { Name = "init", Image = "ghcr.io/shop/init:v1" });
        args.ApiAccess = new PolicyRuleArgs { ApiGroups = "", Resources = "endpoints", Verbs = "get" };

        Recording recording = await RecordAsync(args);

        Assert.Equal(
            """
            kubernetes:apps/v1:Deployment web < web
            kubernetes:core/v1:ServiceAccount web < web
            kubernetes:networking.k8s.io/v1:NetworkPolicy web < web
            kubernetes:policy/v1:PodDisruptionBudget web < web
            kubernetes:rbac.authorization.k8s.io/v1:Role web < web
            kubernetes:rbac.authorization.k8s.io/v1:RoleBinding web < web
            rampart:workloads:HardenedDeployment web < -
            """,
            recording.Tree);
        GoldenFile.Verify("hardened-deployment-api-access.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_SpecOfAnExistingDeployment_KeepsWhatItSaysAndFillsInTheRest()
    {
        Recording recording = await RecordAsync(new HardenedDeploymentArgs { Namespace = "shop", Spec = ExistingSpec() });

        GoldenFile.Verify("hardened-deployment-adopted.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_OneSpecForTwoComponents_LeavesTheSpecAsItWas()
    {
        DeploymentSpecArgs spec = ExistingSpec();

        Recording recording = await Recording.OfAsync(options =>
        {
            _ = new HardenedDeployment("first", new HardenedDeploymentArgs { Namespace = "shop", Spec = spec }, options);
            _ = new HardenedDeployment(
                "second", new HardenedDeploymentArgs { Namespace = "shop", Spec = spec, Profile = HardeningProfile.OpenShift }, options);
        });

        const string User = "spec/template/spec/securityContext/runAsUser";
        Assert.Equal("65532", recording.Json(DeploymentType, "first", User));
        Assert.Equal("null", recording.Json(DeploymentType, "second", User));
        Assert.Equal("\"second\"", recording.Json(DeploymentType, "second", "spec/template/spec/serviceAccountName"));
    }

    // name, profile, pod security context, pod annotations
    public static TheoryData<string, HardeningProfile, string, string> Profiles => new()
    {
        {
            "restricted",
            HardeningProfile.Restricted,
            """
            {
              "fsGroup": 65532,
              "fsGroupChangePolicy": "OnRootMismatch",
              "runAsGroup": 65532,
              "runAsNonRoot": true,
              "runAsUser": 65532,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            }
            """,
            "null"
        },
        {
            "guide",
            HardeningProfile.Guide,
            """
            {
              "appArmorProfile": {
                "type": "RuntimeDefault"
              },
              "fsGroup": 1000,
              "runAsGroup": 1000,
              "runAsNonRoot": true,
              "runAsUser": 1000,
              "seLinuxOptions": {
                "level": "s0:c123,c456"
              },
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            }
            """,
            "null"
        },
        {
            "guide's exact AppArmor",
            HardeningProfile.Guide with { AppArmor = AppArmorSource.Annotation },
            """
            {
              "fsGroup": 1000,
              "runAsGroup": 1000,
              "runAsNonRoot": true,
              "runAsUser": 1000,
              "seLinuxOptions": {
                "level": "s0:c123,c456"
              },
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            }
            """,
            """
            {
              "container.apparmor.security.beta.kubernetes.io/web": "runtime/default"
            }
            """
        },
        {
            "openshift",
            HardeningProfile.OpenShift,
            """
            {
              "runAsNonRoot": true,
              "seccompProfile": {
                "type": "RuntimeDefault"
              }
            }
            """,
            "null"
        },
        {
            "single values",
            HardeningProfile.OpenShift with
            {
                AppArmor = AppArmorSource.Field,
                SeccompProfileType = "Localhost",
                SeccompLocalhostProfile = "profiles/web.json",
            },
            """
            {
              "appArmorProfile": {
                "type": "RuntimeDefault"
              },
              "runAsNonRoot": true,
              "seccompProfile": {
                "localhostProfile": "profiles/web.json",
                "type": "Localhost"
              }
            }
            """,
            "null"
        },
    };

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Define_Profile_SetsThePodsSecurity(string name, HardeningProfile profile, string context, string annotations)
    {
        HardenedDeploymentArgs args = Web();
        args.Profile = profile;

        Recording recording = await RecordAsync(args);

        Assert.True(context == recording.Json(DeploymentType, "web", "spec/template/spec/securityContext"), name);
        Assert.True(annotations == recording.Json(DeploymentType, "web", "spec/template/metadata/annotations"), name);
    }

    [Fact]
    public async Task Define_ProfileWithUserNamespaceAndWritableRoot_SaysSo()
    {
        HardenedDeploymentArgs args = Web();
        args.Profile = HardeningProfile.Restricted with { HostUsers = false, ReadOnlyRootFilesystem = false };

        Recording recording = await RecordAsync(args);

        Assert.Equal("false", recording.Json(DeploymentType, "web", "spec/template/spec/hostUsers"));
        Assert.Equal("false", recording.Json(DeploymentType, "web", Container + "securityContext/readOnlyRootFilesystem"));
    }

    // name, image, message
    public static TheoryData<string, string> LooseImages => new()
    {
        { "ghcr.io/shop/web", "RMP2002: 'ghcr.io/shop/web' has no tag, which means 'latest'; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…" },
        { "ghcr.io/shop/web:v1-debug", "RMP2003: 'ghcr.io/shop/web:v1-debug' is a debug image, which has a shell; take the tag without 'debug'" },
    };

    [Theory]
    [MemberData(nameof(LooseImages))]
    public async Task Define_LooseImage_StopsTheProgram(string image, string message)
    {
        HardenedDeploymentArgs args = Web();
        args.Image = image;

        string error = await Recording.ErrorAsync(options => _ = new HardenedDeployment("web", args, options));

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Define_LooseImageAllowed_KeepsIt()
    {
        HardenedDeploymentArgs args = Web();
        args.Image = "ghcr.io/shop/web";
        args.RequirePinnedImages = false;

        Recording recording = await RecordAsync(args);

        Assert.Equal("\"ghcr.io/shop/web\"", recording.Json(DeploymentType, "web", Container + "image"));
    }

    [Fact]
    public async Task Define_UnknownImage_PreviewsWhatIsKnown()
    {
        RecordingMocks mocks = new();

        await Deployment.TestAsync(mocks, Recording.Preview(isPreview: true), () =>
        {
            HardenedDeploymentArgs args = Web();
            args.Image = OutputUtilities.CreateUnknown("");
            _ = new HardenedDeployment("web", args);
        });

        Assert.Equal(
            [
                "kubernetes:apps/v1:Deployment",
                "kubernetes:core/v1:ServiceAccount",
                "kubernetes:networking.k8s.io/v1:NetworkPolicy",
                "kubernetes:policy/v1:PodDisruptionBudget",
                "rampart:workloads:HardenedDeployment",
            ],
            mocks.Registrations.Select(r => r.Type!));
    }

    // name, ports, given readiness port, readiness, liveness
    public static TheoryData<string, ContainerPortArgs[], bool, string, string> Probes => new()
    {
        { "first TCP port", [Port(5353, "UDP"), Port(8080, "TCP")], true, Tcp(8080, 5, 3), Tcp(8080, 20, 6) },
        { "protocol left open", [Port(8080, null)], true, Tcp(8080, 5, 3), Tcp(8080, 20, 6) },
        { "UDP only", [Port(5353, "UDP")], true, "null", "null" },
        { "no port", [], true, "null", "null" },
        { "switched off", [Port(8080, "TCP")], false, "null", "null" },
    };

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task Define_Ports_GetProbes(string name, ContainerPortArgs[] ports, bool fill, string readiness, string liveness)
    {
        HardenedDeploymentArgs args = new() { Namespace = "shop", Image = "ghcr.io/shop/web:v1", FillProbes = fill };
        foreach (ContainerPortArgs port in ports)
        {
            args.Ports.Add(port);
        }

        Recording recording = await RecordAsync(args);

        Assert.True(readiness == recording.Json(DeploymentType, "web", Container + "readinessProbe"), name);
        Assert.True(liveness == recording.Json(DeploymentType, "web", Container + "livenessProbe"), name);
    }

    // name, budget, spec without the selector
    public static TheoryData<string, DisruptionBudgetArgs, string, string, string> Budgets => new()
    {
        { "default", new DisruptionBudgetArgs(), "null", "1", "\"AlwaysAllow\"" },
        { "guide", new DisruptionBudgetArgs { MinAvailable = 2 }, "2", "null", "\"AlwaysAllow\"" },
        { "share", new DisruptionBudgetArgs { MaxUnavailable = "25%" }, "null", "\"25%\"", "\"AlwaysAllow\"" },
        { "strict", new DisruptionBudgetArgs { UnhealthyPodEvictionPolicy = "IfHealthyBudget" }, "null", "1", "\"IfHealthyBudget\"" },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public async Task Define_Budget_NamesOneNumber(string name, DisruptionBudgetArgs budget, string min, string max, string policy)
    {
        HardenedDeploymentArgs args = Web();
        args.DisruptionBudget = budget;

        Recording recording = await RecordAsync(args);

        Assert.True(min == recording.Json(BudgetType, "web", "spec/minAvailable"), name);
        Assert.True(max == recording.Json(BudgetType, "web", "spec/maxUnavailable"), name);
        Assert.True(policy == recording.Json(BudgetType, "web", "spec/unhealthyPodEvictionPolicy"), name);
    }

    [Fact]
    public async Task Define_GuideSpread_IsTheGuidesAndNothingElse()
    {
        HardenedDeploymentArgs args = Web();
        args.SelectorLabels = new InputMap<string> { ["app.kubernetes.io/name"] = "web" };
        args.TopologySpreadConstraints = new TopologySpreadConstraintArgs
        {
            MaxSkew = 1,
            TopologyKey = "kubernetes.io/hostname",
            WhenUnsatisfiable = TopologySpread.DoNotSchedule,
        };

        Recording recording = await RecordAsync(args);

        Assert.Equal(
            """
            [
              {
                "labelSelector": {
                  "matchLabels": {
                    "app.kubernetes.io/name": "web"
                  }
                },
                "maxSkew": 1,
                "topologyKey": "kubernetes.io/hostname",
                "whenUnsatisfiable": "DoNotSchedule"
              }
            ]
            """,
            recording.Json(DeploymentType, "web", "spec/template/spec/topologySpreadConstraints"));
        Assert.Equal(
            """
            {
              "matchLabels": {
                "app.kubernetes.io/name": "web"
              }
            }
            """,
            recording.Json(BudgetType, "web", "spec/selector"));
    }

    [Fact]
    public async Task Define_OtherName_NamesTheObjectsAfterIt()
    {
        HardenedDeploymentArgs args = Web();
        args.Name = Output.Create("shop-web");

        Recording recording = await RecordAsync(args);

        Assert.Equal("\"shop-web\"", recording.Json(DeploymentType, "web", "metadata/name"));
        Assert.Equal("\"shop-web\"", recording.Json("kubernetes:core/v1:ServiceAccount", "web", "metadata/name"));
        Assert.Equal("\"shop-web-pdb\"", recording.Json(BudgetType, "web", "metadata/name"));
        Assert.Equal(
            """
            {
              "matchLabels": {
                "app.kubernetes.io/instance": "shop-web"
              }
            }
            """,
            recording.Json("kubernetes:networking.k8s.io/v1:NetworkPolicy", "web", "spec/podSelector"));
    }

    [Fact]
    public async Task Define_OwnAnnotationsLabelsAndTolerations_AreAdded()
    {
        HardenedDeploymentArgs args = Web();
        args.Labels.Add("team", "shop");
        args.PodAnnotations.Add("note", "kept");
        args.Tolerations.Add(new TolerationArgs { Key = "workload-type", Operator = "Exists" });
        args.ImagePullSecrets.Add(new LocalObjectReferenceArgs { Name = "registry-credentials" });
        args.PriorityClassName = "system-cluster-critical";
        args.Profile = HardeningProfile.Guide with { AppArmor = AppArmorSource.Annotation };

        Recording recording = await RecordAsync(args);

        Assert.Equal("\"shop\"", recording.Json(DeploymentType, "web", "spec/template/metadata/labels/team"));
        Assert.Equal(
            """
            {
              "container.apparmor.security.beta.kubernetes.io/web": "runtime/default",
              "note": "kept"
            }
            """,
            recording.Json(DeploymentType, "web", "spec/template/metadata/annotations"));
        Assert.Equal("\"workload-type\"", recording.Json(DeploymentType, "web", "spec/template/spec/tolerations/0/key"));
        Assert.Equal("\"registry-credentials\"", recording.Json(DeploymentType, "web", "spec/template/spec/imagePullSecrets/0/name"));
        Assert.Equal("\"system-cluster-critical\"", recording.Json(DeploymentType, "web", "spec/template/spec/priorityClassName"));
    }

    [Fact]
    public async Task Define_UnderAMockingLibrary_AsksForEachObjectOnce()
    {
        Mock<IMocks> mocks = new();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => (args.Name, args.Inputs));

        await Deployment.TestAsync(mocks.Object, Recording.Preview(isPreview: false), () => _ = new HardenedDeployment("web", Web()));

        mocks.Verify(m => m.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == DeploymentType)), Times.Once);
        mocks.Verify(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>()), Times.Exactly(5));
        mocks.Verify(m => m.CallAsync(It.IsAny<MockCallArgs>()), Times.Never);
    }

    private static Task<Recording> RecordAsync(HardenedDeploymentArgs args)
        => Recording.OfAsync(options => _ = new HardenedDeployment("web", args, options));

    private static HardenedDeploymentArgs Web() => new()
    {
        Namespace = "shop",
        Image = "ghcr.io/shop/web:v1.2.3",
        Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080 } },
    };

    private static ContainerPortArgs Port(int number, string? protocol)
    {
        ContainerPortArgs port = new() { ContainerPortValue = number };
        if (protocol is not null)
        {
            port.Protocol = protocol;
        }

        return port;
    }

    private static string Tcp(int port, int period, int failures) =>
        $$"""
        {
          "failureThreshold": {{failures}},
          "periodSeconds": {{period}},
          "tcpSocket": {
            "port": {{port}}
          }
        }
        """;

    // Says something, and not what the profile would say, wherever the component fills in.
    private static DeploymentSpecArgs ExistingSpec() => new()
    {
        Replicas = 5,
        Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "legacy" } },
        Strategy = new DeploymentStrategyArgs { Type = "Recreate" },
        RevisionHistoryLimit = 3,
        Template = new PodTemplateSpecArgs
        {
            Metadata = new ObjectMetaArgs { Labels = { ["app"] = "legacy" }, Annotations = { ["note"] = "kept" } },
            Spec = new PodSpecArgs
            {
                TerminationGracePeriodSeconds = 90,
                SecurityContext = new PodSecurityContextArgs { FsGroup = 2000 },
                Containers =
                {
                    new ContainerArgs
                    {
                        Name = "legacy",
                        Image = "ghcr.io/shop/legacy:v7",
                        ImagePullPolicy = "IfNotPresent",
                        Ports = { new ContainerPortArgs { ContainerPortValue = 9000 } },
                        ReadinessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/ready", Port = 9000 } },
                        Resources = new ResourceRequirementsArgs { Requests = { ["cpu"] = "2" } },
                        SecurityContext = new SecurityContextArgs
                        {
                            ReadOnlyRootFilesystem = false,
                            Capabilities = new CapabilitiesArgs { Add = "NET_BIND_SERVICE" },
                        },
                        VolumeMounts = { new VolumeMountArgs { Name = "own-tmp", MountPath = "/tmp" } },
                    },
                    new ContainerArgs { Name = "sidecar", Image = "ghcr.io/shop/sidecar:v2" },
                },
                InitContainers =
                {
                    new ContainerArgs
                    {
                        Name = "migrate",
                        Image = "ghcr.io/shop/legacy:v7",
                        Args = { "migrate" },
                        SecurityContext = new SecurityContextArgs { Capabilities = new CapabilitiesArgs { Drop = "NET_RAW" } },
                    },
                },
                Volumes = { new VolumeArgs { Name = "own-tmp", EmptyDir = new EmptyDirVolumeSourceArgs() } },
            },
        },
    };
}
