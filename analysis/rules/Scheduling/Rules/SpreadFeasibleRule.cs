using Rampart.Rules.Availability;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4057: hard spread constraints can be met with the nodes that there are.</summary>
internal sealed class SpreadFeasibleRule()
    : WorkloadRule("RMP4057", "topology-spread-feasible", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "Spread constraints that must be met can be met by the nodes and zones of the cluster, during a rollout too; otherwise pods stay pending.";

    public override string Allowed => "constraints that all pods at the largest scale can meet";

    public override string Fix => "use whenUnsatisfiable ScheduleAnyway, a larger maxSkew, or more nodes";

    public override string Guide => "Topology Spread Constraints";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (inspection.Options.Cluster.Nodes is not null
            && SpreadFeasibility.Judge(workload, AutoscalerMap.Of(inspection), inspection.Options.Cluster) is { Fits: false } verdict)
        {
            inspection.Broken(workload.Object, $"{workload.SpecPath}.topologySpreadConstraints", $"{workload.Object}: {verdict}");
        }
    }
}
