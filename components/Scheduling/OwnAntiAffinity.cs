using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.Scheduling;

/// <summary>A workload's pods prefer nodes that run none of their kind, beside what the caller asks of the nodes.</summary>
internal static class OwnAntiAffinity
{
    public const string HostnameKey = "kubernetes.io/hostname";

    // The strongest preference there is; a requirement would leave pods pending in a cluster with few nodes.
    private const int Weight = 100;

    public static AffinityArgs Define(Input<LabelSelectorArgs> pods, Input<NodeAffinityArgs>? nodes) => new()
    {
        NodeAffinity = nodes,
        PodAntiAffinity = new PodAntiAffinityArgs
        {
            PreferredDuringSchedulingIgnoredDuringExecution =
            {
                new WeightedPodAffinityTermArgs
                {
                    Weight = Weight,
                    PodAffinityTerm = new PodAffinityTermArgs { LabelSelector = pods, TopologyKey = HostnameKey },
                },
            },
        },
    };
}
