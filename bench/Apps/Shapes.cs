using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Rampart.Bench.Apps;

/// <summary>Kinds of input of which there can be much, each one on which work for every pair of objects would show.</summary>
public static class Shapes
{
    private const string Shared = "apps";

    /// <summary>The shapes by name, each with what declares so many.</summary>
    public static readonly IReadOnlyDictionary<string, Action<int>> ByName = new Dictionary<string, Action<int>>(StringComparer.Ordinal)
    {
        ["apps"] = static count => Each(count, static name => _ = new HardenedApp(name)),
        ["pods"] = static count => Each(count, static name => HardenedPod.Declare(name)),
        ["one-namespace"] = OneNamespace,

        // Its file is one app, as often as there are copies.
        ["copies"] = static count => Each(Math.Min(count, 1), static name => _ = new HardenedApp(name)),
        ["limit-ranges"] = static count => Each(count, LimitRangeAndPod),
        ["policies"] = static count => Each(count, PolicyAndPod),
        ["quotas"] = static count => Each(count, QuotaAndPod),
        ["volumes"] = Volumes,
    };

    private static void OneNamespace(int count)
    {
        Namespace shared = HardenedApp.DeclareNamespace(Shared);
        Each(count, name => _ = new HardenedApp(name, shared));
    }

    // Each LimitRange rejects each pod.
    private static void LimitRangeAndPod(string name)
    {
        HardenedPod.Declare(name);
        _ = new LimitRange(name, new LimitRangeArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new LimitRangeSpecArgs
            {
                Limits =
                {
                    new LimitRangeItemArgs
                    {
                        Type = "Container",
                        Default = { ["cpu"] = "250m", ["memory"] = "128Mi" },
                        DefaultRequest = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                        Max = { ["cpu"] = "250m", ["memory"] = "128Mi" },
                        Min = { ["cpu"] = "10m", ["memory"] = "16Mi" },
                    },
                },
            },
        });
    }

    // Each policy selects all pods but one.
    private static void PolicyAndPod(string name)
    {
        HardenedPod.Declare(name);
        _ = new NetworkPolicy(name, new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs
                {
                    MatchExpressions =
                    {
                        new LabelSelectorRequirementArgs { Key = "app.kubernetes.io/name", Operator = "NotIn", Values = { name } },
                    },
                },
                PolicyTypes = { "Ingress", "Egress" },
            },
        });
    }

    // Each quota asks each pod for an amount that it does not have.
    private static void QuotaAndPod(string name)
    {
        HardenedPod.Declare(name, hasLimits: false);
        _ = new ResourceQuota(name, new ResourceQuotaArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new ResourceQuotaSpecArgs
            {
                Hard = { ["requests.cpu"] = "10", ["requests.memory"] = "20Gi", ["limits.cpu"] = "20", ["limits.memory"] = "40Gi" },
            },
        });
    }

    private static void Volumes(int count)
    {
        InputMap<string> labels = new() { ["app.kubernetes.io/name"] = "app" };
        PodSpecArgs spec = HardenedPod.SpecOf("app", labels);
        for (int i = 1; i < count; i++)
        {
            spec.Volumes.Add(new VolumeArgs { Name = AppsBench.Name(i), EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } });
        }

        _ = new Pod("app", new PodArgs { Metadata = new ObjectMetaArgs { Name = "app", Namespace = Shared, Labels = labels }, Spec = spec });
    }

    private static void Each(int count, Action<string> declare)
    {
        for (int i = 0; i < count; i++)
        {
            declare(AppsBench.Name(i));
        }
    }
}
