using Rampart.Protocol.Values;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>The cases of the rules about the labels of namespaces.</summary>
internal static class NamespaceLabelCases
{
    private const string Prefix = "metadata.labels[pod-security.kubernetes.io/";

    private static readonly CheckOptions Baseline = new() { PodSecurity = new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest) };

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1102", "restricted", [Namespace()]),
        new("RMP1102", "no label", [Namespace(("enforce", "null"))], $"{Prefix}enforce]: namespace 'shop' enforces no Pod Security Standard"),
        new("RMP1102", "no labels", [Hardened.Edit(Namespace(), ("metadata.labels", "null"))],
            $"{Prefix}enforce]: namespace 'shop' enforces no Pod Security Standard"),
        new("RMP1102", "weaker", [Namespace(("enforce", "'baseline'"))],
            $"{Prefix}enforce]: namespace 'shop' enforces 'baseline', which is weaker than 'restricted'"),
        new("RMP1102", "baseline is enough", [Namespace(("enforce", "'baseline'"))]) { Options = Baseline },
        new("RMP1102", "invalid counts as restricted", [Namespace(("enforce", "'Restricted'"))]),
        new("RMP1102", "unknown", [Namespace(("enforce", "'?'"))], $"? {Prefix}enforce] is not known yet"),
        new("RMP1102", "labels are a text", [Hardened.Edit(Namespace(), ("metadata.labels", "'a'"))], $"? {Prefix}enforce] is not known yet"),
        new("RMP1102", "secret", [Namespace(("enforce", "'!privileged'"))],
            $"{Prefix}enforce]: namespace 'shop' enforces '[secret]', which is weaker than 'restricted'"),
        new("RMP1102", "of the control plane", [Hardened.Edit(Namespace(("enforce", "null")), ("metadata.name", "'kube-system'"))]),
        new("RMP1103", "valid", [Namespace()]),
        new("RMP1103", "no labels", [Hardened.Edit(Namespace(), ("metadata.labels", "null"))]),
        new("RMP1103", "invalid level and version", [Namespace(("warn", "'none'"), ("enforce-version", "'1.36'"))],
            $"{Prefix}enforce-version]: the API server rejects the label: Invalid value: \"1.36\": must be \"latest\" or \"v1.x\"",
            $"{Prefix}warn]: the API server rejects the label: Invalid value: \"none\": must be one of privileged, baseline, restricted"),
        new("RMP1104", "fixed", [Namespace()]),
        new("RMP1104", "unset", [Namespace(("enforce-version", "null"))],
            $"{Prefix}enforce-version]: what namespace 'shop' enforces changes with the cluster's version: it has no enforce-version"),
        new("RMP1104", "latest", [Namespace(("enforce-version", "'latest'"))],
            $"{Prefix}enforce-version]: what namespace 'shop' enforces changes with the cluster's version: its enforce-version is latest"),
        new("RMP1104", "nothing enforced", [Namespace(("enforce", "null"), ("enforce-version", "null"))]),
        new("RMP1104", "unknown", [Namespace(("enforce-version", "'?'"))], $"? {Prefix}enforce-version] is not known yet"),
        new("RMP1105", "both with versions", [Namespace()]),
        new("RMP1105", "neither", [Namespace(("audit", "null"), ("warn", "null"))],
            $"{Prefix}audit]: namespace 'shop' has no audit level",
            $"{Prefix}warn]: namespace 'shop' has no warn level"),
        new("RMP1105", "no versions", [Namespace(("audit-version", "null"), ("warn-version", "null"))],
            $"{Prefix}audit-version]: namespace 'shop' has no audit-version",
            $"{Prefix}warn-version]: namespace 'shop' has no warn-version"),
        new("RMP1105", "weaker", [Namespace(("audit", "'baseline'"))],
            $"{Prefix}audit]: namespace 'shop' has the audit level 'baseline', which is weaker than 'restricted'"),
        new("RMP1105", "unknown", [Namespace(("warn", "'?'"))], $"? {Prefix}warn] is not known yet"),
        new("RMP1105", "of the control plane", [ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'kube-public'}}")]),
    ];

    private static PropertyObject Namespace(params (string Label, string Json)[] labels)
    {
        PropertyObject place = ManifestText.Object("""
            {'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop', 'labels': {
              'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/enforce-version': 'v1.35',
              'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/audit-version': 'latest',
              'pod-security.kubernetes.io/warn': 'restricted', 'pod-security.kubernetes.io/warn-version': 'latest'}}}
            """);
        return Hardened.Edit(place, [.. labels.Select(label => ($"{Prefix}{label.Label}]", label.Json))]);
    }
}
