using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Network;

/// <summary>The cases of the rules about services, network policies and where objects belong.</summary>
internal static class NetworkRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. PolicyCases.All,
        .. ServiceCases.All,
        .. PlaceCases.All,
    ];
}
