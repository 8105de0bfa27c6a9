using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about priority, spread and placement.</summary>
internal static class SchedulingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new SpreadMissingRule(),
        new SpreadRejectedRule(),
        new SpreadOtherPodsRule(),
        new SpreadCountsOldPodsRule(),
        new SpreadCountsTaintedNodesRule(),
        new SpreadSoftCountingRule(),
        new SpreadFeasibleRule(),
        new AntiAffinityMissingRule(),
        new AntiAffinityFeasibleRule(),
        new AffinityRejectedRule(),
        new PriorityClassMissingRule(),
        new PriorityClassSystemRule(),
        new PriorityClassUnknownRule(),
        new PriorityClassRejectedRule(),
        new PriorityClassGlobalDefaultRule(),
        new PriorityClassZeroRule(),
        new SpoofableNodeLabelRule(),
        new SpreadLevelsRule(),
    ];
}
