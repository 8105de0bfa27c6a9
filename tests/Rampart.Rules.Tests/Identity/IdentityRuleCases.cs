using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Identity;

/// <summary>The cases of the rules about identity and secrets.</summary>
internal static class IdentityRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
    ];
}
