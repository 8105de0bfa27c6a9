using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about priority, spread and placement.</summary>
internal static class SchedulingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
