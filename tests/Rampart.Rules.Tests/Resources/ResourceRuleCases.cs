using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

/// <summary>The cases of the rules about resources, quotas and limit ranges.</summary>
internal static class ResourceRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. QuantityRuleCases.All,
        .. ContainerResourceRuleCases.All,
        .. QuotaRuleCases.All,
        .. QuotaFitsRuleCases.All,
        .. LimitRangeRuleCases.All,
    ];
}
