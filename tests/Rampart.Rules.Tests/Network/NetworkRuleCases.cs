using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Network;

/// <summary>The cases of the rules about the network.</summary>
internal static class NetworkRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
    ];
}
