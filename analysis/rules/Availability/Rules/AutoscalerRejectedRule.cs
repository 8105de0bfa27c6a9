using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4015: autoscalers have bounds that the API server takes.</summary>
internal sealed class AutoscalerRejectedRule()
    : ObjectRule("RMP4015", "autoscaler-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "autoscaling", "HorizontalPodAutoscaler")
{
    public override string Summary => "An autoscaler's maxReplicas is at least 1 and not below minReplicas; the API server rejects all else.";

    public override string Allowed => "maxReplicas of at least 1 and of at least minReplicas";

    public override string Fix => "set maxReplicas to more than minReplicas";

    public override IReadOnlyList<string> OtherIds => ["polaris:hpaMaxAvailability"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field minimum = item.Spec["minReplicas"], maximum = item.Spec["maxReplicas"];
        if (maximum.IsUnset)
        {
            inspection.Broken(item, "spec.maxReplicas", "maxReplicas is missing");
        }
        else if (!maximum.TryGetInteger(out double most))
        {
            inspection.Unknown(item, "spec.maxReplicas");
        }
        else if (most < 1)
        {
            inspection.Broken(item, "spec.maxReplicas", $"maxReplicas {maximum.Shown} is less than 1", maximum.Shown);
        }
        else if (minimum.TryGetInteger(out double least) && least > most)
        {
            inspection.Broken(item, "spec.maxReplicas", $"maxReplicas {maximum.Shown} is less than minReplicas {minimum.Shown}", maximum.Shown);
        }
    }
}
