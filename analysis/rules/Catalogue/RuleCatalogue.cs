using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Availability.Rules;
using Rampart.Rules.Findings;
using Rampart.Rules.Identity.Rules;
using Rampart.Rules.Images.Rules;
using Rampart.Rules.Network.Rules;
using Rampart.Rules.Objects.Rules;
using Rampart.Rules.PodSecurity.Rules;
using Rampart.Rules.Policies.Rules;
using Rampart.Rules.Replacement.Rules;
using Rampart.Rules.Resources.Rules;
using Rampart.Rules.Scheduling.Rules;

namespace Rampart.Rules.Catalogue;

/// <summary>All rules.</summary>
public static class RuleCatalogue
{
    private static readonly Rule[] Rules = Sorted(
    [
        .. ObjectRules.All,
        .. PodSecurityStandardRules.All,
        .. BudgetRules.All,
        .. AutoscalerRules.All,
        .. RolloutRules.All,
        .. ControllerRules.All,
        .. ProbeRules.All,
        .. TerminationRules.All,
        .. JobRules.All,
        .. AccountRules.All,
        .. TokenRules.All,
        .. RightsRules.All,
        .. BindingRules.All,
        .. SecretRules.All,
        .. ImageReferenceRules.All,
        .. PullRules.All,
        .. ImageVerificationRules.All,
        .. IsolationRules.All,
        .. NetworkPolicyRules.All,
        .. DnsRules.All,
        .. ApiServerRules.All,
        .. ServiceRules.All,
        .. IngressRules.All,
        .. LabelRules.All,
        .. NamespaceLevelRules.All,
        .. UserRules.All,
        .. ProfileRules.All,
        .. FilesystemRules.All,
        .. SecurityContextRules.All,
        .. EnvironmentRules.All,
        .. AdmissionPolicyRules.All,
        .. ImagePatternRules.All,
        .. KyvernoRules.All,
        .. GatekeeperRules.All,
        .. FalcoFileRules.All,
        .. TetragonRules.All,
        .. MonitoringRules.All,
        .. ResourceAmountRules.All,
        .. ContainerResourceRules.All,
        .. LimitRangeRules.All,
        .. QuotaRules.All,
        .. SpreadRules.All,
        .. AffinityRules.All,
        .. PriorityRules.All,
        .. ReplacementRules.All,
    ]);

    /// <summary>The rules in the order of their numbers.</summary>
    public static IReadOnlyList<Rule> All => Rules;

    /// <summary>A rule by its number or its name.</summary>
    public static bool TryFind(string text, [NotNullWhen(true)] out Rule? rule)
    {
        rule = Array.Find(Rules, candidate => candidate.Id == text || candidate.Name == text);
        return rule is not null;
    }

    private static Rule[] Sorted(Rule[] rules)
    {
        Array.Sort(rules, static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return rules;
    }
}
