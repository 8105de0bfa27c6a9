using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1105: namespaces audit and warn as strictly as they should enforce.</summary>
internal sealed class NamespaceAuditsAndWarnsRule()
    : ObjectRule("RMP1105", "namespace-audits-and-warns", RuleCategory.PodSecurity, DiagnosticSeverity.Info, "", "Namespace")
{
    private static readonly (string Mode, string Label, string VersionLabel)[] Modes =
    [
        ("audit", NamespacePolicy.LabelPrefix + "audit", NamespacePolicy.LabelPrefix + "audit-version"),
        ("warn", NamespacePolicy.LabelPrefix + "warn", NamespacePolicy.LabelPrefix + "warn-version"),
    ];

    public override string Summary =>
        "Namespaces audit and warn by the standard and say its version: a Deployment is never rejected, only warned about, and its pods fail later.";

    public override string Allowed => "audit and warn at the level that is checked for, each with its version";

    public override string Fix => "set the labels pod-security.kubernetes.io/audit, audit-version, warn and warn-version";

    public override string Guide => "Pod Security Admission";

    public override ChecklistPoint? Point => ChecklistPoint.PodSecurityStandards;

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        PodSecurityLevel wanted = inspection.Options.PodSecurity.Level;
        if (KubernetesNamespaces.IsOfControlPlane(item.Name) || wanted == PodSecurityLevel.Privileged)
        {
            return;
        }

        Field labels = item.Metadata["labels"];
        foreach ((string mode, string label, string versionLabel) in Modes)
        {
            Field level = labels[label];
            if (!level.TryGetText(out string text))
            {
                inspection.Unknown(item, $"metadata.labels[{label}]");
            }
            else if (level.IsUnset)
            {
                inspection.Broken(item, $"metadata.labels[{label}]", $"namespace '{item.Name}' has no {mode} level");
            }
            else if (PodSecurityLevels.TryParse(text, out PodSecurityLevel found) && found < wanted)
            {
                inspection.Broken(item, $"metadata.labels[{label}]", $"namespace '{item.Name}' has the {mode} level '{level.Shown}', which is weaker than '{wanted.ToText()}'", level.Shown);
            }
            else if (labels[versionLabel].IsUnset)
            {
                inspection.Broken(item, $"metadata.labels[{versionLabel}]", $"namespace '{item.Name}' has no {mode}-version");
            }
        }
    }
}
