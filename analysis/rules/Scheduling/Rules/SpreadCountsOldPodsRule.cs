using Rampart.Rules.Availability;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4054: hard spread constraints of a Deployment count one revision at a time.</summary>
internal sealed class SpreadCountsOldPodsRule()
    : ObjectRule("RMP4054", "topology-spread-counts-old-pods", RuleCategory.Availability, DiagnosticSeverity.Warning, "apps", "Deployment")
{
    public override string Summary =>
        "A spread constraint that must be met counts new pods apart from old ones; otherwise a rolling update can wait for ever for a node.";

    public override string Allowed => "matchLabelKeys with pod-template-hash, or whenUnsatisfiable ScheduleAnyway";

    public override string Fix => "set matchLabelKeys to [pod-template-hash]";

    public override string Guide => "Topology Spread Constraints";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Workload is not { } workload
            || Rollout.Of(item) is { IsRolling: false }
            || !workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        for (int i = 0; i < constraints.Count; i++)
        {
            if (constraints[i]["whenUnsatisfiable"].Text == "DoNotSchedule" && SpreadConstraints.CountsOneRevision(constraints[i]) == Flag.False)
            {
                inspection.Broken(
                    item,
                    $"{SpreadConstraints.PathOf(workload, i)}.matchLabelKeys",
                    $"{SpreadConstraints.Describe(constraints[i])} counts old pods too, so a rolling update may wait for ever");
            }
        }
    }
}
