using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about replicas, budgets, probes and rollouts.</summary>
internal static class AvailabilityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new BudgetMissingRule(),
        new BudgetRejectedRule(),
        new BudgetsOverlapRule(),
        new BudgetSelectsNothingRule(),
        new BudgetCountsJobsRule(),
        new BudgetWithoutScaleRule(),
        new BudgetSelectorWideRule(),
        new BudgetUnhealthyPodsRule(),
        new BudgetFixedMinimumRule(),
        new SelectorMatchesTemplateRule(),
        new SingleReplicaRule(),
        new ReplicasAndAutoscalerRule(),
        new AutoscalerTargetRule(),
        new AutoscalerRejectedRule(),
        new AutoscalerMinimumRule(),
        new AutoscalerFixedRule(),
        new AutoscalerRequestsRule(),
        new RolloutRejectedRule(),
        new RolloutStrategyRule(),
        new RolloutBoundsRule(),
        new RolloutTakesAllRule(),
        new LivenessProbeMissingRule(),
        new ReadinessProbeMissingRule(),
        new ProbesIdenticalRule(),
        new ProbePortUndeclaredRule(),
        new ProbePortUnknownRule(),
        new ProbeRejectedRule(),
        new PreStopRejectedRule(),
        new PreStopLeavesNoTimeRule(),
        new PreStopMissingRule(),
        new TerminationMessagePolicyRule(),
        new StatefulSetServiceRule(),
        new RestartPolicyRule(),
        new JobTimeToLiveRule(),
        new JobDeadlineRule(),
        new CronJobStartingDeadlineRule(),
        new CronJobOverlapRule(),
        new BarePodRule(),
        new BudgetBlocksEvictionRule(),
    ];
}
