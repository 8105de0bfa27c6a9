using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rules about resources.</summary>
internal static class ResourceRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
    ];
}
