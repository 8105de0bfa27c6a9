using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Identity;
using Rampart.Rules.Tests.Images;
using Rampart.Rules.Tests.Network;
using Rampart.Rules.Tests.Objects;
using Rampart.Rules.Tests.PodSecurity;
using Rampart.Rules.Tests.Policies;
using Rampart.Rules.Tests.Replacement;
using Rampart.Rules.Tests.Resources;
using Rampart.Rules.Tests.Scheduling;

namespace Rampart.Rules.Tests.Catalogue;

/// <summary>The cases of all rules.</summary>
internal static class RuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. ObjectRuleCases.All,
        .. PodSecurityRuleCases.All,
        .. ImageRuleCases.All,
        .. ResourceRuleCases.All,
        .. AvailabilityRuleCases.All,
        .. SchedulingRuleCases.All,
        .. IdentityRuleCases.All,
        .. NetworkRuleCases.All,
        .. PolicyRuleCases.All,
        .. ReplacementRuleCases.All,
    ];
}
