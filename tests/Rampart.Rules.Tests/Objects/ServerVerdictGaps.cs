namespace Rampart.Rules.Tests.Objects;

/// <summary>What the API server rejects and no rule tells yet.</summary>
internal static class ServerVerdictGaps
{
    public static readonly HashSet<string> Names =
    [
        // What depends on the cluster or on other objects.
        "runtime-class-unknown", "service-account-missing", "priority-without-class", "cron-timezone-unknown",

        // Expressions of admission policies.
        "vap-does-not-compile", "vap-message-expression-number", "vap-message-newline", "vap-not-boolean", "vap-operation-lower",
        "vap-params-without-kind", "vap-unknown-function", "vap-unknown-variable", "vap-variable-name-bad",

        // Services, Ingresses and autoscalers.
        "hpa-metric-type-mismatch", "hpa-min-zero", "hpa-target-both", "ingress-host-ip", "ingress-port-name-and-number",
        "service-cluster-ip-bad", "service-external-policy-on-clusterip", "service-externalname-without", "service-headless-nodeport",
        "service-nodeport-on-clusterip", "service-port-twice", "service-source-range-clusterip",

        // Others.
        "claims-unknown", "configmap-key-in-both", "cron-schedule-bad", "cron-schedule-six", "cron-tz-in-schedule",
        "env-resource-unknown", "ephemeral-in-create", "job-failure-policy-zero", "job-own-selector",
        "mount-propagation-bidirectional", "netpol-except-outside", "probe-readiness-grace", "windows-options-on-linux",
        "runtimeClass-empty", "minReady-max", "netpol-port-0", "netpol-port-name-bad", "hugepages-only", "hugepages-3", "lr-gpu-name",
    ];
}
