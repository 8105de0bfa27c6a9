using Rampart.Rules.Availability;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Scheduling;

/// <summary>
/// Whether nodes and zones are enough for the pods of workloads whose topology spread constraints must be met
/// (<c>whenUnsatisfiable: DoNotSchedule</c>), at the largest scale and during a rollout.
/// </summary>
/// <remarks>
/// Counts pods only: nodes count as large enough, and all of them as fit for the pods. Judged are constraints on
/// <c>kubernetes.io/hostname</c> and <c>topology.kubernetes.io/zone</c> that select the workload's own pods.
/// </remarks>
public static class SpreadFeasibility
{
    /// <summary>The most pods of a workload that are judged.</summary>
    public const int MaxPods = 1000;

    /// <summary>Judges the workloads of a set in their order; none when nothing is known of the nodes.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="cluster">What is known of the cluster.</param>
    /// <returns>A verdict for each workload with constraints that can be judged.</returns>
    public static IReadOnlyList<SpreadVerdict> Judge(ObjectSet objects, ClusterInventory cluster)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(cluster);
        if (cluster.Nodes is null)
        {
            return [];
        }

        AutoscalerMap autoscalers = new(objects);
        List<SpreadVerdict> verdicts = [];
        foreach (Workload workload in objects.Workloads)
        {
            if (Judge(workload, autoscalers, cluster) is { } verdict)
            {
                verdicts.Add(verdict);
            }
        }

        return verdicts;
    }

    internal static SpreadVerdict? Judge(Workload workload, AutoscalerMap autoscalers, ClusterInventory cluster)
    {
        if (workload.Object.IsOwned
            || PodScale.Of(workload, autoscalers).Highest is not (> 0 and <= MaxPods and int pods)
            || !workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return null;
        }

        // Before a rollout all constraints count the same pods; during it some of them count those of two revisions.
        TopologySpread all = new(cluster), ofTwoRevisions = new(cluster);
        bool isJudged = false, countsOldPods = false;
        foreach (Field constraint in constraints)
        {
            string key = constraint["topologyKey"].Text;
            if (constraint["whenUnsatisfiable"].Text == "DoNotSchedule"
                && LabelSelector.Matches(constraint["labelSelector"], workload.PodLabels) == Flag.True
                && constraint["maxSkew"].TryGetInteger(out double skew)
                && skew >= 1
                && constraint["minDomains"].TryGetInteger(out double domains)
                && SpreadConstraints.CountsOneRevision(constraint) is not Flag.Unknown and Flag oneRevision
                && all.TryAdd(key, (int)Math.Min(skew, MaxPods), (int)Math.Clamp(domains, 0, MaxPods)))
            {
                isJudged = true;
                countsOldPods |= oneRevision == Flag.False
                    && ofTwoRevisions.TryAdd(key, (int)Math.Min(skew, MaxPods), (int)Math.Clamp(domains, 0, MaxPods));
            }
        }

        if (!isJudged)
        {
            return null;
        }

        int surge = countsOldPods && Rollout.Of(workload.Object) is { } rollout && rollout.MayTakeFirst(pods) == false ? 1 : 0;
        int placeable = all.Place(pods);
        if (placeable == pods && surge > 0)
        {
            placeable = ofTwoRevisions.Place(pods + surge);
        }

        return new SpreadVerdict(workload.Object, pods, surge, cluster.Nodes ?? 0, TopologySpread.CountZones(cluster), placeable);
    }
}
