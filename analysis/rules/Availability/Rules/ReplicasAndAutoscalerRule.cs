using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4013: the scale is set in one place.</summary>
internal sealed class ReplicasAndAutoscalerRule()
    : WorkloadRule("RMP4013", "replicas-and-autoscaler", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary => "A workload that an autoscaler scales leaves replicas out; otherwise every apply sets the scale back.";

    public override string Allowed => "replicas unset beside a HorizontalPodAutoscaler";

    public override string Fix => "remove replicas";

    public override IReadOnlyList<string> OtherIds => ["kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        Field replicas = item.Spec["replicas"];

        // What comes from the API server has replicas in any case.
        if (workload.HasScale && !replicas.IsUnset && item.Metadata["uid"].IsUnset && AutoscalerMap.Of(inspection).Find(item) is { } autoscaler)
        {
            inspection.Broken(item, "spec.replicas", $"{item} sets replicas although {autoscaler} scales it, so every apply sets the scale back", replicas.Shown);
        }
    }
}
