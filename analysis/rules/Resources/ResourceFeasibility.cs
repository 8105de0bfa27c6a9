using System.Globalization;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Resources;

/// <summary>
/// Whether everything that is declared can run at a time, at its peak: all replicas or the autoscaler's maximum, the pods that an
/// update adds and those that are terminating meanwhile, and the jobs, within the quotas and limit ranges of their namespaces.
/// </summary>
public static class ResourceFeasibility
{
    /// <summary>The verdicts, also where all fits: those of each ResourceQuota, one per resource, then those of each LimitRange.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="options">What is known of the cluster; the default is <see cref="CheckOptions.Default"/>.</param>
    public static IReadOnlyList<FeasibilityVerdict> Of(ObjectSet objects, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objects);
        return Of(new SharedFacts(objects, options ?? CheckOptions.Default));
    }

    /// <summary>The verdicts, with what rules have found out already.</summary>
    internal static List<FeasibilityVerdict> Of(SharedFacts facts)
    {
        List<FeasibilityVerdict> verdicts = [];
        Dictionary<IReadOnlyList<string>, KubernetesObject> told = new(ReferenceEqualityComparer.Instance);
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(facts).All)
        {
            AddQuota(outlook, told, verdicts);
        }

        foreach ((string place, NamespaceLimits limits) in LimitRanges.Of(facts).ByNamespace)
        {
            AddLimitRanges(limits, NamespaceWorkloads.Of(facts).In(place), verdicts);
        }

        return verdicts;
    }

    private static void AddQuota(QuotaOutlook outlook, Dictionary<IReadOnlyList<string>, KubernetesObject> told, List<FeasibilityVerdict> verdicts)
    {
        string without = outlook.Count.Uncounted.Count == 0 ? "" : $", not counting {NamedObjects.First(outlook.Count.Uncounted)}, whose nodes are not known";
        foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
        {
            if (verdict.Needed is not { } needed)
            {
                verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"{verdict.Resource}: {verdict}", Fits: null));
            }
            else if (verdict.Fits && outlook.FirstDoubt is { } doubt)
            {
                verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"{verdict.Resource}: not known, as {doubt.Field} in {doubt.Object}", Fits: null));
            }
            else
            {
                string pods = QuotaFeasibility.IsOfPods(verdict.Resource) ? outlook.Count.Shown : "";
                verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"{verdict.Resource}: {verdict} ({needed} of {verdict.Hard}{pods}{without})", verdict.Fits));
            }
        }

        // What is the same for many quotas is reported for the first one.
        IReadOnlyList<string> lines = outlook.Feasibility.Unset;
        if (lines.Count > 0 && !told.TryAdd(lines, outlook.Quota))
        {
            string count = string.Create(CultureInfo.InvariantCulture, $"{lines.Count} workload{(lines.Count == 1 ? "" : "s")}");
            verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"rejects the pods of {count} as {told[lines]} does", Fits: false));
            return;
        }

        foreach (string unset in lines)
        {
            verdicts.Add(new FeasibilityVerdict(outlook.Quota, unset, Fits: false));
        }
    }

    private static void AddLimitRanges(NamespaceLimits limits, IReadOnlyList<Workload> workloads, List<FeasibilityVerdict> verdicts)
    {
        if (workloads.Count == 0)
        {
            return;
        }

        // Limit ranges with the same content admit the same pods.
        Dictionary<LimitVerdict, int> workloadsOf = [];
        int unknown = 0;
        foreach (Workload workload in workloads)
        {
            if (limits.Unknown is not null || !PodResourcesReader.TryRead(workload, out PodResources? pod, out _))
            {
                unknown++;
                continue;
            }

            LimitVerdict verdict = limits.Judge(workload, pod);
            workloadsOf[verdict] = workloadsOf.GetValueOrDefault(verdict) + 1;
        }

        Dictionary<LimitRangeGroup, int> rejected = [];
        foreach ((LimitVerdict verdict, int count) in workloadsOf)
        {
            foreach (LimitRangeGroup group in verdict.Rejecting)
            {
                rejected[group] = rejected.GetValueOrDefault(group) + count;
            }
        }

        foreach (KubernetesObject limitRange in limits.Objects)
        {
            int count = rejected.GetValueOrDefault(limits.GroupOf(limitRange));
            verdicts.Add(new FeasibilityVerdict(
                limitRange, Describe(workloads.Count - count - unknown, count, unknown), count > 0 ? false : unknown > 0 ? null : true));
        }
    }

    private static string Describe(int admitted, int rejected, int unknown)
    {
        int all = admitted + rejected + unknown;
        string workloads = all == 1 ? "workload" : "workloads";
        return rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $"rejects the pods of {rejected} of {all} {workloads}")
            : unknown > 0 ? string.Create(CultureInfo.InvariantCulture, $"not known for {unknown} of {all} {workloads}")
            : string.Create(CultureInfo.InvariantCulture, $"admits the pods of {all} {workloads}");
    }
}
