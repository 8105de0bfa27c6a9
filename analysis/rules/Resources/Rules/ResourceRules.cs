using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about resources, quotas and limit ranges.</summary>
internal static class ResourceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new QuantityRule(),
        new ResourceNameRule(),
        new FractionalBytesRule(),
        new RequestAboveLimitRule(),
        new CpuRequestRule(),
        new MemoryRequestRule(),
        new CpuLimitRule(),
        new MemoryLimitRule(),
        new OwnResourcesRule(),
        new EphemeralStorageRequestRule(),
        new EphemeralStorageLimitRule(),
        new EmptyDirSizeRule(),
        new QualityOfServiceRule(),
        new NamespaceQuotaRule(),
        new QuotaKeysRule(),
        new QuotaClaimsRule(),
        new QuotaScopesRule(),
        new QuotaFitsRule(),
        new QuotaFitsUpdateRule(),
        new QuotaDemandsRule(),
        new NamespaceLimitRangeRule(),
        new LimitRangeCompleteRule(),
        new LimitRangeOrderRule(),
        new LimitRangeAdmitsRule(),
    ];
}
