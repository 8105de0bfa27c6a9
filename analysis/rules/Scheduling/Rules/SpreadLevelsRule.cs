using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4068: pods are spread over nodes as well as zones.</summary>
internal sealed class SpreadLevelsRule()
    : WorkloadRule("RMP4068", "topology-spread-levels", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    private const string Node = "kubernetes.io/hostname";
    private const string Zone = "topology.kubernetes.io/zone";

    public override string Summary => "Pods are spread over nodes as well as zones: spread over nodes alone, all may be in the zone that fails, and over zones alone, two may be on the node that does.";

    public override string Allowed => "a constraint on kubernetes.io/hostname and one on topology.kubernetes.io/zone";

    public override string Fix => "add the constraint that is missing, with whenUnsatisfiable ScheduleAnyway where there may be too few";

    public override string Guide => "Topology Spread Constraints";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || !workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints) || constraints.Count == 0)
        {
            return;
        }

        bool hasNode = false, hasZone = false;
        foreach (Field constraint in constraints)
        {
            if (!constraint["topologyKey"].TryGetText(out string key))
            {
                return;
            }

            hasNode |= key == Node;
            hasZone |= key == Zone;
        }

        if (hasNode != hasZone)
        {
            inspection.Broken(
                workload.Object,
                $"{workload.SpecPath}.topologySpreadConstraints",
                $"the pods of {workload.Object} are spread over {(hasNode ? "nodes" : "zones")} but not over {(hasNode ? "zones" : "nodes")}");
        }
    }
}
