using System.Globalization;
using Rampart.Rules.Availability;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4059: pods that must keep apart have enough nodes.</summary>
internal sealed class AntiAffinityFeasibleRule()
    : WorkloadRule("RMP4059", "pod-anti-affinity-feasible", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "Pods that must not share a node or zone are no more than there are of these, during a rollout too; otherwise pods stay pending.";

    public override string Allowed => "as many nodes, or zones, as pods at the largest scale, and one more for a rollout that takes none away first";

    public override string Fix => "use a preferred term, or fewer pods, or set maxUnavailable to 1";

    protected override void Check(Workload workload, Inspection inspection)
    {
        ClusterInventory cluster = inspection.Options.Cluster;
        if (cluster.Nodes is not { } nodes
            || workload.Object.IsOwned
            || !workload.PodSpec["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"].TryGetItems(out FieldItems terms)
            || terms.Count == 0
            || PodScale.Of(workload, inspection).Highest is not { } pods)
        {
            return;
        }

        for (int i = 0; i < terms.Count; i++)
        {
            string key = terms[i]["topologyKey"].Text;
            if ((key is SpreadConstraints.Hostname || (key is SpreadConstraints.Zone && TopologySpread.CountZones(cluster) > 0))
                && AffinityNamespaces.IncludeOwn(terms[i], workload, inspection.Objects) == Flag.True
                && terms[i]["mismatchLabelKeys"].IsUnset
                && LabelSelector.Matches(terms[i]["labelSelector"], workload.PodLabels) == Flag.True)
            {
                int places = key == SpreadConstraints.Hostname ? nodes : TopologySpread.CountZones(cluster);
                int surge = SpreadConstraints.CountsOneRevision(terms[i]) == Flag.False
                    && Rollout.Of(workload.Object) is { } rollout
                    && rollout.MayTakeFirst(pods) == false ? 1 : 0;
                Report(workload, i, pods, surge, places, key == SpreadConstraints.Hostname ? "node" : "zone", inspection);
            }
        }
    }

    private static void Report(Workload workload, int index, int pods, int surge, int places, string place, Inspection inspection)
    {
        if (pods + surge <= places)
        {
            return;
        }

        string rollout = surge == 0 ? "" : " and 1 more during a rollout";
        inspection.Broken(
            workload.Object,
            string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[{index}]"),
            string.Create(CultureInfo.InvariantCulture, $"{pods} pods of {workload.Object}{rollout} each need a {place} of their own, and there {(places == 1 ? "is" : "are")} {places}"));
    }
}
