using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4016: autoscalers keep more than one pod.</summary>
internal sealed class AutoscalerMinimumRule()
    : ObjectRule("RMP4016", "autoscaler-minimum", RuleCategory.Availability, DiagnosticSeverity.Info, "autoscaling", "HorizontalPodAutoscaler")
{
    public override string Summary => "An autoscaler keeps two pods or more, so the workload is there while one of them is replaced.";

    public override string Allowed => "minReplicas of at least 2";

    public override string Fix => "set minReplicas to 2 or more";

    public override IReadOnlyList<string> OtherIds =>
        ["kube-score:horizontalpodautoscaler-replicas", "polaris:hpaMinAvailability"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field minimum = item.Spec["minReplicas"];
        if (!minimum.TryGetInteger(out double least))
        {
            inspection.Unknown(item, "spec.minReplicas");
        }
        else if (minimum.IsUnset)
        {
            inspection.Broken(item, "spec.minReplicas", "minReplicas is not set, so there may be only one pod");
        }
        else if (least == 1)
        {
            inspection.Broken(item, "spec.minReplicas", "there may be only one pod", "1");
        }
    }
}
