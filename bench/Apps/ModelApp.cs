using k8s.Models;

namespace Rampart.Bench.Apps;

/// <summary>The objects of a <see cref="HardenedApp"/>, built with KubernetesClient's models.</summary>
public sealed record ModelApp(
    V1Namespace Namespace,
    V1ResourceQuota Quota,
    V1ServiceAccount Account,
    V1Deployment Deployment,
    V1PodDisruptionBudget Budget,
    V1NetworkPolicy Policy)
{
    /// <summary>Builds the objects.</summary>
    public static ModelApp Create(string name)
    {
        Dictionary<string, string> labels = new() { ["app.kubernetes.io/name"] = name, ["app.kubernetes.io/instance"] = name };
        return new ModelApp(
            new V1Namespace
            {
                ApiVersion = "v1",
                Kind = "Namespace",
                Metadata = new V1ObjectMeta
                {
                    Name = name,
                    Labels = new Dictionary<string, string>
                    {
                        ["pod-security.kubernetes.io/enforce"] = "restricted",
                        ["pod-security.kubernetes.io/enforce-version"] = "v1.35",
                        ["pod-security.kubernetes.io/audit"] = "restricted",
                        ["pod-security.kubernetes.io/audit-version"] = "latest",
                        ["pod-security.kubernetes.io/warn"] = "restricted",
                        ["pod-security.kubernetes.io/warn-version"] = "latest",
                    },
                },
            },
            new V1ResourceQuota
            {
                ApiVersion = "v1",
                Kind = "ResourceQuota",
                Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = name },
                Spec = new V1ResourceQuotaSpec
                {
                    Hard = new Dictionary<string, ResourceQuantity>
                    {
                        ["requests.cpu"] = new("10"),
                        ["requests.memory"] = new("20Gi"),
                        ["limits.cpu"] = new("20"),
                        ["limits.memory"] = new("40Gi"),
                        ["persistentvolumeclaims"] = new("5"),
                    },
                },
            },
            new V1ServiceAccount
            {
                ApiVersion = "v1",
                Kind = "ServiceAccount",
                Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = name, Labels = labels },
                AutomountServiceAccountToken = false,
            },
            CreateDeployment(name, labels),
            new V1PodDisruptionBudget
            {
                ApiVersion = "policy/v1",
                Kind = "PodDisruptionBudget",
                Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = name, Labels = labels },
                Spec = new V1PodDisruptionBudgetSpec
                {
                    MaxUnavailable = 1,
                    UnhealthyPodEvictionPolicy = "AlwaysAllow",
                    Selector = new V1LabelSelector { MatchLabels = labels },
                },
            },
            new V1NetworkPolicy
            {
                ApiVersion = "networking.k8s.io/v1",
                Kind = "NetworkPolicy",
                Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = name, Labels = labels },
                Spec = new V1NetworkPolicySpec
                {
                    PodSelector = new V1LabelSelector { MatchLabels = labels },
                    PolicyTypes = ["Ingress", "Egress"],
                    Ingress = [new V1NetworkPolicyIngressRule { Ports = [new V1NetworkPolicyPort { Protocol = "TCP", Port = 8080 }] }],
                    Egress =
                    [
                        new V1NetworkPolicyEgressRule
                        {
                            Ports =
                            [
                                new V1NetworkPolicyPort { Protocol = "UDP", Port = 53 },
                                new V1NetworkPolicyPort { Protocol = "TCP", Port = 53 },
                            ],
                        },
                    ],
                },
            });
    }

    private static V1Deployment CreateDeployment(string name, Dictionary<string, string> labels) => new()
    {
        ApiVersion = "apps/v1",
        Kind = "Deployment",
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = name, Labels = labels },
        Spec = new V1DeploymentSpec
        {
            Replicas = 3,
            Selector = new V1LabelSelector { MatchLabels = labels },
            Strategy = new V1DeploymentStrategy
            {
                Type = "RollingUpdate",
                RollingUpdate = new V1RollingUpdateDeployment { MaxSurge = 1, MaxUnavailable = 0 },
            },
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = labels },
                Spec = new V1PodSpec
                {
                    ServiceAccountName = name,
                    AutomountServiceAccountToken = false,
                    EnableServiceLinks = false,
                    TerminationGracePeriodSeconds = 30,
                    SecurityContext = new V1PodSecurityContext
                    {
                        RunAsNonRoot = true,
                        RunAsUser = 65532,
                        RunAsGroup = 65532,
                        FsGroup = 65532,
                        SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" },
                    },
                    TopologySpreadConstraints =
                    [
                        new V1TopologySpreadConstraint
                        {
                            MaxSkew = 1,
                            TopologyKey = "kubernetes.io/hostname",
                            WhenUnsatisfiable = "ScheduleAnyway",
                            LabelSelector = new V1LabelSelector { MatchLabels = labels },
                        },
                    ],
                    Containers =
                    [
                        new V1Container
                        {
                            Name = name,
                            Image = "registry.example.com/team/app:v1.2.3",
                            ImagePullPolicy = "IfNotPresent",
                            Ports = [new V1ContainerPort { Name = "http", ContainerPort = 8080, Protocol = "TCP" }],
                            Env = [new V1EnvVar { Name = "LOG_LEVEL", Value = "info" }, new V1EnvVar { Name = "APP_NAME", Value = name }],
                            Resources = new V1ResourceRequirements
                            {
                                Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("100m"), ["memory"] = new("128Mi"), ["ephemeral-storage"] = new("64Mi") },
                                Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("500m"), ["memory"] = new("256Mi"), ["ephemeral-storage"] = new("256Mi") },
                            },
                            LivenessProbe = new V1Probe { HttpGet = new V1HTTPGetAction { Path = "/healthz", Port = 8080 }, PeriodSeconds = 10 },
                            ReadinessProbe = new V1Probe { HttpGet = new V1HTTPGetAction { Path = "/readyz", Port = 8080 }, PeriodSeconds = 5 },
                            SecurityContext = new V1SecurityContext
                            {
                                AllowPrivilegeEscalation = false,
                                Privileged = false,
                                ReadOnlyRootFilesystem = true,
                                RunAsNonRoot = true,
                                Capabilities = new V1Capabilities { Drop = ["ALL"] },
                            },
                            VolumeMounts = [new V1VolumeMount { Name = "tmp", MountPath = "/tmp" }],
                        },
                    ],
                    Volumes = [new V1Volume { Name = "tmp", EmptyDir = new V1EmptyDirVolumeSource { SizeLimit = new ResourceQuantity("64Mi") } }],
                },
            },
        },
    };
}
