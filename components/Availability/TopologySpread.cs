using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Inputs;
using Rampart.Components.Scheduling;

namespace Rampart.Components.Availability;

/// <summary>Spreads a workload's pods over nodes and zones.</summary>
/// <remarks>
/// Two additions keep a strict constraint from blocking: <c>matchLabelKeys: [pod-template-hash]</c> counts the pods of one
/// version only, so that a rolling update on as many nodes as replicas goes through, and <c>nodeTaintsPolicy: Honor</c>
/// leaves out nodes that the pods may not use.
/// <see href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"/>.
/// </remarks>
public static class TopologySpread
{
    /// <summary>How uneven the spread over nodes may become, in pods.</summary>
    public const int MaxSkew = 1;

    /// <summary>Puts a pod where it fits best although the spread becomes uneven. For clusters with few nodes.</summary>
    public const string ScheduleAnyway = "ScheduleAnyway";

    /// <summary>Leaves a pod pending rather than make the spread uneven.</summary>
    public const string DoNotSchedule = "DoNotSchedule";

    private const string ZoneKey = "topology.kubernetes.io/zone";

    // Zones are always a preference: nodes without the label would be no place for a pod at all.
    internal static InputList<TopologySpreadConstraintArgs> Define(Input<LabelSelectorArgs> pods, Input<string> whenUnsatisfiable) => new()
    {
        Constraint(OwnAntiAffinity.HostnameKey, whenUnsatisfiable, pods),
        Constraint(ZoneKey, ScheduleAnyway, pods),
    };

    /// <summary>Gives each of <paramref name="asked"/> the workload's own pods where it names none.</summary>
    internal static InputList<TopologySpreadConstraintArgs> Complete(
        InputList<TopologySpreadConstraintArgs> asked, Input<LabelSelectorArgs> pods)
        => asked.Apply(constraints =>
        {
            TopologySpreadConstraintArgs[] complete = new TopologySpreadConstraintArgs[constraints.Length];
            for (int i = 0; i < complete.Length; i++)
            {
                complete[i] = ShallowCopy.Of(constraints[i]);
                complete[i].LabelSelector ??= pods;
            }

            return complete;
        });

    private static TopologySpreadConstraintArgs Constraint(string topologyKey, Input<string> whenUnsatisfiable, Input<LabelSelectorArgs> pods) => new()
    {
        MaxSkew = MaxSkew,
        TopologyKey = topologyKey,
        WhenUnsatisfiable = whenUnsatisfiable,
        LabelSelector = pods,
        MatchLabelKeys = "pod-template-hash",
        NodeTaintsPolicy = "Honor",
    };
}
