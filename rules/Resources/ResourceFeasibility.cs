using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>
/// Whether everything that is declared can run at a time, at its peak: all replicas or the autoscaler's maximum, the pods that an
/// update adds and those that are ending meanwhile, and the jobs, within the quotas and limit ranges of their namespaces.
/// </summary>
public static class ResourceFeasibility
{
    /// <summary>The verdicts, also where all fits: those of each ResourceQuota, one per resource, then those of each LimitRange.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="options">What is known of the cluster; the default is <see cref="CheckOptions.Default"/>.</param>
    public static IReadOnlyList<FeasibilityVerdict> Of(ObjectSet objects, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objects);
        return Of(new Inspection(objects, options ?? CheckOptions.Default));
    }

    /// <summary>The verdicts, with what rules have found out already.</summary>
    internal static List<FeasibilityVerdict> Of(Inspection inspection)
    {
        List<FeasibilityVerdict> verdicts = [];
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection).All)
        {
            AddQuota(outlook, verdicts);
        }

        foreach ((string place, NamespaceLimits limits) in LimitRanges.Of(inspection).ByNamespace)
        {
            AddLimitRanges(limits, NamespaceWorkloads.Of(inspection).In(place), verdicts);
        }

        return verdicts;
    }

    private static void AddQuota(QuotaOutlook outlook, List<FeasibilityVerdict> verdicts)
    {
        string without = outlook.Uncounted.Count == 0 ? "" : $", not counting {string.Join(", ", outlook.Uncounted)}, whose nodes are not known";
        foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
        {
            if (verdict.Needed is not { } needed)
            {
                verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"{verdict.Resource}: {verdict}", Fits: null));
            }
            else if (verdict.Fits && outlook.Doubts.Count > 0)
            {
                QuotaDoubt doubt = outlook.Doubts[0];
                verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"{verdict.Resource}: not known, as {doubt.Field} in {doubt.Object}", Fits: null));
            }
            else
            {
                string pods = QuotaFeasibility.IsOfPods(verdict.Resource) ? DescribePods(outlook.Uses) : "";
                verdicts.Add(new FeasibilityVerdict(outlook.Quota, $"{verdict.Resource}: {verdict} ({needed} of {verdict.Hard}{pods}{without})", verdict.Fits));
            }
        }

        foreach (string unset in outlook.Feasibility.Unset)
        {
            verdicts.Add(new FeasibilityVerdict(outlook.Quota, unset, Fits: false));
        }
    }

    // Which number of pods was taken.
    private static string DescribePods(IReadOnlyList<QuotaUse> uses)
    {
        int pods = 0, surge = 0, ending = 0;
        foreach (QuotaUse use in uses)
        {
            pods += use.Pods.PeakPods;
            surge += use.Pods.SurgePods;
            ending += use.Pods.EndingPods;
        }

        string during = surge == 0 && ending == 0 ? ""
            : ending == 0 ? string.Create(CultureInfo.InvariantCulture, $", {surge} of them during an update")
            : string.Create(CultureInfo.InvariantCulture, $", {surge + ending} of them during an update ({surge} more, {ending} ending)");
        return pods == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" for {pods} {(pods == 1 ? "pod" : "pods")}{during}");
    }

    private static void AddLimitRanges(NamespaceLimits limits, IReadOnlyList<Workload> workloads, List<FeasibilityVerdict> verdicts)
    {
        foreach (KubernetesObject limitRange in limits.Objects)
        {
            int admitted = 0, rejected = 0, unknown = 0;
            foreach (Workload workload in workloads)
            {
                if (limits.Unknown is not null || !PodResourcesReader.TryRead(workload, out PodResources? pod, out _))
                {
                    unknown++;
                }
                else if (LimitRangeAdmission.Check(workload, limits.Fill(pod), limits, limitRange).Count == 0)
                {
                    admitted++;
                }
                else
                {
                    rejected++;
                }
            }

            if (workloads.Count > 0)
            {
                verdicts.Add(new FeasibilityVerdict(limitRange, Describe(admitted, rejected, unknown), rejected > 0 ? false : unknown > 0 ? null : true));
            }
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
