using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Rampart.Bench.Apps;

/// <summary>One app as a component: namespace, quota, service account, deployment, budget, network policy.</summary>
public sealed class HardenedApp : ComponentResource
{
    /// <summary>Declares the app.</summary>
    public HardenedApp(string name)
        : base("bench:apps:HardenedApp", name)
    {
        CustomResourceOptions child = new() { Parent = this };
        InputMap<string> labels = new() { ["app.kubernetes.io/name"] = name, ["app.kubernetes.io/instance"] = name };
        Namespace ns = new(name, new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = name,
                Labels =
                {
                    ["pod-security.kubernetes.io/enforce"] = "restricted",
                    ["pod-security.kubernetes.io/enforce-version"] = "v1.35",
                    ["pod-security.kubernetes.io/audit"] = "restricted",
                    ["pod-security.kubernetes.io/audit-version"] = "latest",
                    ["pod-security.kubernetes.io/warn"] = "restricted",
                    ["pod-security.kubernetes.io/warn-version"] = "latest",
                },
            },
        }, child);
        Output<string> nsName = ns.Metadata.Apply(static metadata => metadata.Name);
        _ = new ResourceQuota(name, new ResourceQuotaArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = nsName },
            Spec = new ResourceQuotaSpecArgs
            {
                Hard =
                {
                    ["requests.cpu"] = "10",
                    ["requests.memory"] = "20Gi",
                    ["limits.cpu"] = "20",
                    ["limits.memory"] = "40Gi",
                    ["persistentvolumeclaims"] = "5",
                },
            },
        }, child);
        _ = new ServiceAccount(name, new ServiceAccountArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = nsName, Labels = labels },
            AutomountServiceAccountToken = false,
        }, child);
        _ = new Deployment(name, DeploymentOf(name, nsName, labels), child);
        _ = new PodDisruptionBudget(name, new PodDisruptionBudgetArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = nsName, Labels = labels },
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1,
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
                Selector = new LabelSelectorArgs { MatchLabels = labels },
            },
        }, child);
        _ = new NetworkPolicy(name, new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = nsName, Labels = labels },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs { MatchLabels = labels },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress =
                {
                    new NetworkPolicyIngressRuleArgs { Ports = { new NetworkPolicyPortArgs { Protocol = "TCP", Port = 8080 } } },
                },
                Egress =
                {
                    new NetworkPolicyEgressRuleArgs
                    {
                        Ports =
                        {
                            new NetworkPolicyPortArgs { Protocol = "UDP", Port = 53 },
                            new NetworkPolicyPortArgs { Protocol = "TCP", Port = 53 },
                        },
                    },
                },
            },
        }, child);
        RegisterOutputs();
    }

    private static DeploymentArgs DeploymentOf(string name, Output<string> ns, InputMap<string> labels) => new()
    {
        Metadata = new ObjectMetaArgs { Name = name, Namespace = ns, Labels = labels },
        Spec = new DeploymentSpecArgs
        {
            Replicas = 3,
            Selector = new LabelSelectorArgs { MatchLabels = labels },
            Strategy = new DeploymentStrategyArgs
            {
                Type = "RollingUpdate",
                RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 },
            },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = labels },
                Spec = new PodSpecArgs
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
                    Containers =
                    {
                        new ContainerArgs
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
                                Limits = { ["cpu"] = "500m", ["memory"] = "256Mi", ["ephemeral-storage"] = "256Mi" },
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
                        },
                    },
                    Volumes = { new VolumeArgs { Name = "tmp", EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } } },
                },
            },
        },
    };
}
