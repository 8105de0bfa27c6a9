using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1103: the API server takes the labels about the standard.</summary>
internal sealed class NamespaceLabelsValidRule()
    : ObjectRule("RMP1103", "namespace-labels-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error, "", "Namespace")
{
    public override string Summary => "Labels about the Pod Security Standard have valid values: a namespace with others is rejected.";

    public override string Allowed => "privileged, baseline or restricted; versions latest or v1.x";

    public override string Fix => "write the label as the API server takes it";

    public override string Guide => "Pod Security Admission";

    public override ChecklistPoint? Point => ChecklistPoint.PodSecurityStandards;

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        NamespacePolicy policy = NamespacePolicy.FromLabels(item.Body["metadata"].Inner.ObjectOrNull()?["labels"] ?? default);
        foreach (string error in policy.Errors)
        {
            int end = error.IndexOf("]: ", StringComparison.Ordinal) + 1;
            inspection.Broken(item, error[..end], $"the API server rejects the label: {error[(end + 2)..]}");
        }
    }
}
