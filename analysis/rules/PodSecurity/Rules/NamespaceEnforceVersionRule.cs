using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1104: what a namespace enforces does not change by itself.</summary>
internal sealed class NamespaceEnforceVersionRule()
    : ObjectRule("RMP1104", "namespace-enforce-version", RuleCategory.PodSecurity, DiagnosticSeverity.Warning, "", "Namespace")
{
    private const string Label = NamespacePolicy.LabelPrefix + "enforce";
    private const string VersionLabel = NamespacePolicy.LabelPrefix + "enforce-version";

    public override string Summary =>
        "The enforced Pod Security Standard has a fixed version: with latest an upgrade of the cluster can reject pods that were allowed before.";

    public override string Allowed => "a version such as v1.35";

    public override string Fix => "set the label pod-security.kubernetes.io/enforce-version, and leave audit-version and warn-version at latest";

    public override string Guide => "Pod Security Admission";

    public override ChecklistPoint? Point => ChecklistPoint.PodSecurityStandards;

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field labels = item.Metadata["labels"];
        if (labels[Label].IsUnset)
        {
            return;
        }

        Field version = labels[VersionLabel];
        string path = $"metadata.labels[{VersionLabel}]";
        if (!version.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (version.IsUnset)
        {
            inspection.Broken(item, path, $"what namespace '{item.Name}' enforces moves with the cluster's version: it has no enforce-version");
        }
        else if (text == "latest")
        {
            inspection.Broken(item, path, $"what namespace '{item.Name}' enforces moves with the cluster's version: its enforce-version is latest", version.Shown);
        }
    }
}
