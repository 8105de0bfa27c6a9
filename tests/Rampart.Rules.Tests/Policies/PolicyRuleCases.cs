using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about policies.</summary>
internal static class PolicyRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
    ];
}
