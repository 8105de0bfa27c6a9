using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Replacement.Rules;

/// <summary>The rules about what an update deletes.</summary>
internal static class ReplacementRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ServingReplacementRule(),
        new DataReplacementRule(),
        new IdentityReplacementRule(),
    ];
}
