using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about replicas, budgets, probes and rollouts.</summary>
internal static class AvailabilityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
