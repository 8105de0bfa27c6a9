using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Availability;

/// <summary>The cases of the rules about availability.</summary>
internal static class AvailabilityRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. BudgetRuleCases.All,
        .. ScaleRuleCases.All,
        .. LifecycleRuleCases.All,
    ];
}
