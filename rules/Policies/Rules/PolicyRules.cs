using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about policy objects and runtime monitoring.</summary>
internal static class PolicyRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
