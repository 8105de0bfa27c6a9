using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4055: hard spread constraints count only nodes that the pods tolerate.</summary>
internal sealed class SpreadCountsTaintedNodesRule()
    : WorkloadRule("RMP4055", "topology-spread-counts-tainted-nodes", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A spread constraint that must be met leaves out nodes whose taints keep the pods away; they would count as empty and hold up all others.";

    public override string Allowed => "nodeTaintsPolicy Honor, or whenUnsatisfiable ScheduleAnyway";

    public override string Fix => "set nodeTaintsPolicy to Honor";

    public override string Guide => "Topology Spread Constraints";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        for (int i = 0; i < constraints.Count; i++)
        {
            Field policy = constraints[i]["nodeTaintsPolicy"];
            if (constraints[i]["whenUnsatisfiable"].Text == "DoNotSchedule" && policy.TryGetText(out string text) && text is "" or "Ignore")
            {
                inspection.Broken(
                    workload.Object,
                    $"{SpreadConstraints.PathOf(workload, i)}.nodeTaintsPolicy",
                    $"{SpreadConstraints.Describe(constraints[i])} counts nodes that the pods cannot run on, so pods may stay pending",
                    policy.Shown);
            }
        }
    }
}
