using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4011: the selector of a controller chooses the pods that it makes.</summary>
internal sealed class SelectorMatchesTemplateRule()
    : WorkloadRule("RMP4011", "selector-matches-template", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary => "A controller's selector matches the labels of its own pods; the API server rejects any other.";

    public override string Allowed => "a selector whose labels the pod template has";

    public override string Fix => "give selector and pod template the same labels";

    public override IReadOnlyList<string> OtherIds =>
    [
        "kube-linter:mismatching-selector", "kube-score:deployment-pod-selector-labels-match-template-metadata-labels",
        "kube-score:statefulset-pod-selector-labels-match-template-metadata-labels", "kubescape:C-0296",
    ];

    protected override void Check(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (item.Group != "apps")
        {
            return;
        }

        Field selector = item.Spec["selector"];
        if (selector.IsUnset)
        {
            inspection.Broken(item, "spec.selector", $"{item} has no selector");
            return;
        }

        if (selector["matchLabels"].TryGetProperties(out ReadOnlySpan<Property> labels)
            && selector["matchExpressions"].TryGetItems(out FieldItems expressions)
            && labels.Length == 0
            && expressions.Count == 0)
        {
            inspection.Broken(item, "spec.selector", $"the selector of {item} is empty");
            return;
        }

        switch (LabelSelector.Matches(selector, workload.PodLabels))
        {
            case Flag.False:
                inspection.Broken(item, "spec.selector", $"the selector of {item} does not match the labels of its pods");
                break;
            case Flag.Unknown:
                inspection.Unknown(item, "spec.selector", $"or {workload.MetadataPath}.labels is not known yet");
                break;
        }
    }
}
