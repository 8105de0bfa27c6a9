using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4017: autoscalers have room to scale.</summary>
internal sealed class AutoscalerFixedRule()
    : ObjectRule("RMP4017", "autoscaler-fixed", RuleCategory.Availability, DiagnosticSeverity.Info, "autoscaling", "HorizontalPodAutoscaler")
{
    public override string Summary => "An autoscaler's maxReplicas is above its minReplicas; otherwise it never scales.";

    public override string Allowed => "maxReplicas above minReplicas";

    public override string Fix => "raise maxReplicas, or remove the autoscaler and set replicas";

    public override IReadOnlyList<string> OtherIds => ["polaris:hpaMaxAvailability"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field minimum = item.Spec["minReplicas"], maximum = item.Spec["maxReplicas"];
        if (!maximum.IsUnset
            && maximum.TryGetInteger(out double most)
            && minimum.TryGetInteger(out double least)
            && most == (minimum.IsUnset ? 1 : least))
        {
            inspection.Broken(item, "spec.maxReplicas", $"maxReplicas is the same as minReplicas, so the scale is always {maximum.Shown}", maximum.Shown);
        }
    }
}
