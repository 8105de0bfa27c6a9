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
    /// <param name="name">Its name.</param>
    /// <param name="sharedNamespace">The namespace that it is in with others; null, the default, for one of its own.</param>
    public HardenedApp(string name, Namespace? sharedNamespace = null)
        : base("bench:apps:HardenedApp", name)
    {
        CustomResourceOptions child = new() { Parent = this };
        InputMap<string> labels = new() { ["app.kubernetes.io/name"] = name, ["app.kubernetes.io/instance"] = name };
        Namespace ns = sharedNamespace ?? DeclareNamespace(name, child);
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

    /// <summary>Declares a namespace that enforces the standard.</summary>
    public static Namespace DeclareNamespace(string name, CustomResourceOptions? options = null) => new(
        name,
        new NamespaceArgs
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
        },
        options);

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
                Spec = HardenedPod.SpecOf(name, labels, HardenedPod.ContainerOf(name)),
            },
        },
    };
}
