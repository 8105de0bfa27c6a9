using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about policy objects and runtime monitoring.</summary>
internal static class PolicyRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. KyvernoRuleCases.All,
        .. GatekeeperRuleCases.All,
        .. AdmissionRuleCases.All,
        .. MonitoringRuleCases.All,
        .. FalcoRuleCases.All,
    ];
}
