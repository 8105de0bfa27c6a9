using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Bench.Apps;

/// <summary>The pod of an app, by itself or in a template.</summary>
public static class HardenedPod
{
    /// <summary>Declares the pod by itself.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="hasLimits">Whether its container has limits. The default is that it has.</param>
    /// <param name="labels">Its labels; null, the default, for its name.</param>
    public static void Declare(string name, bool hasLimits = true, InputMap<string>? labels = null)
    {
        labels ??= new() { ["app.kubernetes.io/name"] = name, ["app.kubernetes.io/instance"] = name };
        _ = new Pod(name, new PodArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = "apps", Labels = labels },
            Spec = SpecOf(name, labels, ContainerOf(name, hasLimits)),
        });
    }

    /// <summary>Its spec, with one container.</summary>
    public static PodSpecArgs SpecOf(string name, InputMap<string> labels, ContainerArgs container) => new()
    {
        ServiceAccountName = name,
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        TerminationGracePeriodSeconds = 30,
        SecurityContext = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            RunAsUser = 65532,
            RunAsGroup = 65532,
            FsGroup = 65532,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        TopologySpreadConstraints =
        {
            new TopologySpreadConstraintArgs
            {
                MaxSkew = 1,
                TopologyKey = "kubernetes.io/hostname",
                WhenUnsatisfiable = "ScheduleAnyway",
                LabelSelector = new LabelSelectorArgs { MatchLabels = labels },
            },
        },
        Containers = { container },
        Volumes = { new VolumeArgs { Name = "tmp", EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } } },
    };

    /// <summary>Its container.</summary>
    public static ContainerArgs ContainerOf(string name, bool hasLimits = true) => new()
    {
        Name = name,
        Image = "registry.example.com/team/app:v1.2.3",
        ImagePullPolicy = "IfNotPresent",
        Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080, Protocol = "TCP" } },
        Env =
        {
            new EnvVarArgs { Name = "LOG_LEVEL", Value = "info" },
            new EnvVarArgs { Name = "APP_NAME", Value = name },
        },
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "100m", ["memory"] = "128Mi", ["ephemeral-storage"] = "64Mi" },
            Limits = hasLimits ? new InputMap<string> { ["cpu"] = "500m", ["memory"] = "256Mi", ["ephemeral-storage"] = "256Mi" } : [],
        },
        LivenessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/healthz", Port = 8080 }, PeriodSeconds = 10 },
        ReadinessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/readyz", Port = 8080 }, PeriodSeconds = 5 },
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            Privileged = false,
            ReadOnlyRootFilesystem = true,
            RunAsNonRoot = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        },
        VolumeMounts = { new VolumeMountArgs { Name = "tmp", MountPath = "/tmp" } },
    };
}
