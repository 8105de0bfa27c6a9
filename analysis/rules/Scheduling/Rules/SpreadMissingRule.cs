using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4051: pods are spread over nodes and zones.</summary>
internal sealed class SpreadMissingRule()
    : WorkloadRule("RMP4051", "topology-spread-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Topology spread constraints keep the pods of a workload on different nodes and zones, so that one failure takes few of them.";

    public override string Allowed => "topologySpreadConstraints set";

    public override string Fix => "add constraints on kubernetes.io/hostname and topology.kubernetes.io/zone";

    public override string Guide => "Topology Spread Constraints";

    public override IReadOnlyList<string> OtherIds => ["polaris:topologySpreadConstraint"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || workload.Object.IsOwned)
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "topologySpreadConstraints");
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (constraints.Count == 0)
        {
            inspection.Broken(workload.Object, path, $"nothing spreads the pods of {workload.Object} over nodes and zones");
        }
    }
}
