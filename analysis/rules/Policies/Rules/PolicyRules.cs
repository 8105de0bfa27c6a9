using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about policy objects and runtime monitoring.</summary>
internal static class PolicyRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new RuntimeMonitoringRule(),
        new KyvernoLegacyKindRule(),
        new KyvernoSpecActionRule(),
        new KyvernoActionRejectedRule(),
        new KyvernoAuditOnlyRule(),
        new KyvernoDirectMatchRule(),
        new KyvernoContainersOnlyRule(),
        new KyvernoRawImageRule(),
        new KyvernoReferenceNeverMatchesRule(),
        new ReferenceTagsOnlyRule(),
        new ImagePatternOpenRule(),
        new ImageGlobOneFormRule(),
        new GatekeeperTemplateVersionRule(),
        new GatekeeperTemplateCodeRule(),
        new GatekeeperTemplateNameRule(),
        new GatekeeperContainersOnlyRule(),
        new GatekeeperRawImageRule(),
        new GatekeeperOpenPrefixRule(),
        new GatekeeperConstraintTemplateRule(),
        new GatekeeperDryRunRule(),
        new AdmissionPolicyUnboundRule(),
        new AdmissionDenyRule(),
        new AdmissionBindingRejectedRule(),
        new EphemeralContainersUnwatchedRule(),
        new AdmissionContainersOnlyRule(),
        new AdmissionFailsOpenRule(),
        new TetragonNamespaceRule(),
        new TetragonCallerRule(),
        new TetragonWholeNodeRule(),
        new TetragonSyscallRule(),
        new TetragonExecCallRule(),
        new TetragonHostSelectorRule(),
        new FalcoUndefinedListRule(),
        new FalcoUndefinedMacroRule(),
        new FalcoUnknownFieldRule(),
        new FalcoEventTypeRule(),
        new FalcoInputOutputRule(),
        new FalcoFileDescriptorRule(),
        new FalcoStockNameRule(),
        new FalcoRepositoryRule(),
        new FalcoAddressFamilyRule(),
        new FalcoEveryFileRule(),
        new FalcoIncompleteRule(),
    ];
}
