using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1102: namespaces reject pods that violate the standard.</summary>
internal sealed class NamespaceEnforcesStandardRule()
    : ObjectRule("RMP1102", "namespace-enforces-standard", RuleCategory.PodSecurity, DiagnosticSeverity.Error, "", "Namespace")
{
    private const string Label = NamespacePolicy.LabelPrefix + "enforce";

    public override string Summary => "Every namespace enforces the Pod Security Standard, so a pod that violates it is rejected whoever makes it.";

    public override string Allowed => "the level that is checked for, or a stricter one";

    public override string Fix => "set the label pod-security.kubernetes.io/enforce to restricted";

    public override string Guide => "Pod Security Admission";

    public override ChecklistPoint? Point => ChecklistPoint.PodSecurityStandards;

    public override IReadOnlyList<string> OtherIds =>
    [
        "kubescape:C-0192", "kubescape:C-0193", "kubescape:C-0194", "kubescape:C-0195", "kubescape:C-0196", "kubescape:C-0197",
        "kubescape:C-0198", "kubescape:C-0199", "kubescape:C-0200", "kubescape:C-0201", "kubescape:C-0202", "kubescape:C-0203",
        "kubescape:C-0204",
    ];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        PodSecurityLevel wanted = inspection.Options.PodSecurity.Level;
        if (KubernetesNamespaces.IsOfControlPlane(item.Name) || wanted == PodSecurityLevel.Privileged)
        {
            return;
        }

        Field level = item.Metadata["labels"][Label];
        string path = $"metadata.labels[{Label}]";
        if (!level.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (level.IsUnset)
        {
            inspection.Broken(item, path, $"namespace '{item.Name}' enforces no Pod Security Standard");
        }
        else if (PodSecurityLevels.TryParse(text, out PodSecurityLevel enforced) && enforced < wanted)
        {
            inspection.Broken(
                item, path, $"namespace '{item.Name}' enforces '{level.Shown}', which is weaker than '{wanted.ToText()}'", level.Shown, wanted.ToText());
        }
    }
}
