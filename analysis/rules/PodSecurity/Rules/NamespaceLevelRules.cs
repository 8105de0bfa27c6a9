using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about the levels of namespaces.</summary>
internal static class NamespaceLevelRules
{
    private const string Label = NamespacePolicy.LabelPrefix + "enforce";

    private const string VersionLabel = NamespacePolicy.LabelPrefix + "enforce-version";

    private static readonly (string Mode, string Label, string VersionLabel)[] Modes =
    [
        ("audit", NamespacePolicy.LabelPrefix + "audit", NamespacePolicy.LabelPrefix + "audit-version"),
        ("warn", NamespacePolicy.LabelPrefix + "warn", NamespacePolicy.LabelPrefix + "warn-version"),
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectRule("RMP1102", "namespace-enforces-standard", RuleCategory.PodSecurity, DiagnosticSeverity.Error, "", "Namespace")
        {
            Summary = "Every namespace enforces the Pod Security Standard, so that a pod that violates it is rejected, whoever creates it.",
            Allowed = "the level that is checked for, or a stricter one",
            Fix = "set the label pod-security.kubernetes.io/enforce to restricted",
            Guide = "Pod Security Admission",
            OtherIds =
            [
                "kubescape:C-0192", "kubescape:C-0193", "kubescape:C-0194", "kubescape:C-0195", "kubescape:C-0196", "kubescape:C-0197",
                "kubescape:C-0198", "kubescape:C-0199", "kubescape:C-0200", "kubescape:C-0201", "kubescape:C-0202", "kubescape:C-0203",
                "kubescape:C-0204",
            ],
            Point = ChecklistPoint.PodSecurityStandards,
            Example = new(
                """
                kind: Namespace
                metadata:
                  name: shop
                """,
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels: {pod-security.kubernetes.io/enforce: restricted}
                """,
                "New pods that violate the level are rejected, running ones stay. Try it with the labels warn and audit first."),
            Check = CheckNamespaceEnforcesStandard,
        },
        new ObjectRule("RMP1103", "namespace-labels-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error, "", "Namespace")
        {
            Summary = "Labels of the Pod Security Standard have valid values; the API server rejects a namespace with any other.",
            Allowed = "privileged, baseline or restricted; versions latest or v1.x",
            Fix = "correct the label",
            Guide = "Pod Security Admission",
            Point = ChecklistPoint.PodSecurityStandards,
            Example = new(
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels: {pod-security.kubernetes.io/enforce: strict}
                """,
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels: {pod-security.kubernetes.io/enforce: restricted}
                """),
            Check = static (item, inspection) =>
            {
                NamespacePolicy policy = NamespacePolicy.FromLabels(item.Body["metadata"].Inner.ObjectOrNull()?["labels"] ?? default);
                foreach (string error in policy.Errors)
                {
                    int end = error.IndexOf("]: ", StringComparison.Ordinal) + 1;
                    inspection.Broken(item, error[..end], $"the API server rejects the label: {error[(end + 2)..]}");
                }
            },
        },
        new ObjectRule("RMP1104", "namespace-enforce-version", RuleCategory.PodSecurity, DiagnosticSeverity.Warning, "", "Namespace")
        {
            Summary =
                "The enforced Pod Security Standard has a fixed version: with latest, an upgrade of the cluster can reject pods that were allowed before.",
            Allowed = "a version such as v1.35",
            Fix = "set the label pod-security.kubernetes.io/enforce-version, and leave audit-version and warn-version at latest",
            Guide = "Pod Security Admission",
            Point = ChecklistPoint.PodSecurityStandards,
            Example = new(
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels: {pod-security.kubernetes.io/enforce: restricted}
                """,
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/enforce-version: v1.36
                """,
                "New checks no longer apply by an upgrade of the cluster alone: raise the version with it."),
            Check = CheckNamespaceEnforceVersion,
        },
        new ObjectRule("RMP1105", "namespace-audits-and-warns", RuleCategory.PodSecurity, DiagnosticSeverity.Info, "", "Namespace")
        {
            Summary =
                "Namespaces audit and warn by the standard and set its version: a Deployment is never rejected, only warned about, and its pods fail later.",
            Allowed = "audit and warn at the level that is checked for, each with its version",
            Fix = "set the labels pod-security.kubernetes.io/audit, audit-version, warn and warn-version",
            Guide = "Pod Security Admission",
            Point = ChecklistPoint.PodSecurityStandards,
            Example = new(
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels: {pod-security.kubernetes.io/enforce: restricted}
                """,
                """
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                    pod-security.kubernetes.io/audit: restricted
                    pod-security.kubernetes.io/audit-version: latest
                    pod-security.kubernetes.io/warn: restricted
                    pod-security.kubernetes.io/warn-version: latest
                """),
            Check = CheckNamespaceAuditsAndWarns,
        },
    ];

    private static void CheckNamespaceEnforcesStandard(KubernetesObject item, Inspection inspection)
    {
        PodSecurityLevel wanted = inspection.Options.PodSecurity.Level;
        if (KubernetesNamespaces.IsOfControlPlane(item.Name) || wanted == PodSecurityLevel.Privileged)
        {
            return;
        }

        FieldAt level = inspection.At(item)["metadata"]["labels"][Label];
        level.ReportIf(Is.UnsetText, $"namespace '{item.Name}' enforces no Pod Security Standard");
        if (IsWeaker(level, wanted))
        {
            level.Report($"namespace '{item.Name}' enforces '{level.Shown}', which is weaker than '{wanted.ToText()}'", allowed: wanted.ToText());
        }
    }

    private static void CheckNamespaceEnforceVersion(KubernetesObject item, Inspection inspection)
    {
        FieldAt labels = inspection.At(item)["metadata"]["labels"], version = labels[VersionLabel];
        if (!labels[Label].IsUnset)
        {
            version.ReportIf(Is.UnsetText, $"what namespace '{item.Name}' enforces changes with the cluster's version: it has no enforce-version");
            if (version.Text == "latest")
            {
                version.Report($"what namespace '{item.Name}' enforces changes with the cluster's version: its enforce-version is latest");
            }
        }
    }

    private static void CheckNamespaceAuditsAndWarns(KubernetesObject item, Inspection inspection)
    {
        PodSecurityLevel wanted = inspection.Options.PodSecurity.Level;
        if (KubernetesNamespaces.IsOfControlPlane(item.Name) || wanted == PodSecurityLevel.Privileged)
        {
            return;
        }

        FieldAt labels = inspection.At(item)["metadata"]["labels"];
        foreach ((string mode, string label, string versionLabel) in Modes)
        {
            FieldAt level = labels[label];
            level.ReportIf(Is.UnsetText, $"namespace '{item.Name}' has no {mode} level");
            if (IsWeaker(level, wanted))
            {
                level.Report($"namespace '{item.Name}' has the {mode} level '{level.Shown}', which is weaker than '{wanted.ToText()}'");
            }
            else if (level.Text.Length > 0 && labels[versionLabel].IsUnset)
            {
                labels[versionLabel].Report($"namespace '{item.Name}' has no {mode}-version");
            }
        }
    }

    private static bool IsWeaker(FieldAt level, PodSecurityLevel wanted) =>
        PodSecurityLevels.TryParse(level.Text, out PodSecurityLevel found) && found < wanted;
}
