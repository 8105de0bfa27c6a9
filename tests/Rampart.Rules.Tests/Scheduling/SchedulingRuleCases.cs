using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Scheduling;

/// <summary>The cases of the rules about scheduling.</summary>
internal static class SchedulingRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. SpreadRuleCases.All,
        .. PlacementRuleCases.All,
    ];
}
