using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about services and network policies.</summary>
internal static class NetworkRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
