using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Pods that a quota counts.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Scale">How many there are at a time.</param>
/// <param name="Pods">One of them, as it is stored, and their number.</param>
internal sealed record QuotaUse(Workload Workload, WorkloadScale Scale, QuotaWorkload Pods);

/// <summary>Something on which the verdict about a quota depends.</summary>
/// <param name="Object">The object.</param>
/// <param name="Field">Its field that is not known.</param>
internal sealed record QuotaDoubt(KubernetesObject Object, UnknownField Field);

/// <summary>What the quotas of one namespace with the same scopes count.</summary>
/// <param name="Uses">The pods that they count.</param>
/// <param name="Pods">The same, with what several rules need to know of them.</param>
/// <param name="Doubts">What could not be counted, as it is not known yet.</param>
/// <param name="Uncounted">What could not be counted, as the nodes are not known.</param>
/// <param name="Claims">The volume claims of the pods; null when they are not known.</param>
internal sealed record QuotaCount(
    IReadOnlyList<QuotaUse> Uses,
    QuotaPods Pods,
    IReadOnlyList<QuotaDoubt> Doubts,
    IReadOnlyList<KubernetesObject> Uncounted,
    ResourceList? Claims)
{
    private QuotaPods? _withoutEnding;
    private string? _shown;

    /// <summary>How many pods there are, as verdicts show it: <c> for 6 pods, 2 of them during an update</c>; empty for none.</summary>
    public string Shown => _shown ??= DescribePods();

    /// <summary>What the pods use of a resource while none of them are terminating.</summary>
    /// <param name="resource">The resource as a quota names it.</param>
    public Quantity UseWithoutEnding(string resource) =>
        (_withoutEnding ??= new QuotaPods([.. Uses.Select(static use => use.Pods.WithoutEnding())])).Use(resource);

    // Which number of pods was taken.
    private string DescribePods()
    {
        int pods = 0, surge = 0, ending = 0;
        foreach (QuotaUse use in Uses)
        {
            pods += use.Pods.PeakPods;
            surge += use.Pods.SurgePods;
            ending += use.Pods.EndingPods;
        }

        string during = surge == 0 && ending == 0 ? ""
            : ending == 0 ? string.Create(CultureInfo.InvariantCulture, $", {surge} of them during an update")
            : string.Create(CultureInfo.InvariantCulture, $", {surge + ending} of them during an update ({surge} more, {ending} terminating)");
        return pods == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" for {pods} {(pods == 1 ? "pod" : "pods")}{during}");
    }
}

/// <summary>Whether one ResourceQuota is enough for what runs in its namespace.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Hard">What it allows.</param>
/// <param name="Count">What it counts, as others with the same scopes do.</param>
/// <param name="Feasibility">The verdicts about all that could be counted.</param>
/// <param name="OwnDoubt">What of the quota itself is not known yet; null when all is.</param>
internal sealed record QuotaOutlook(KubernetesObject Quota, ResourceList Hard, QuotaCount Count, QuotaFeasibility Feasibility, QuotaDoubt? OwnDoubt)
{
    /// <summary>The verdict about a resource while no pod is terminating.</summary>
    /// <param name="verdict">The verdict at the peak of an update.</param>
    public QuotaVerdict WithoutEnding(QuotaVerdict verdict) => verdict.Needed is { } needed && QuotaFeasibility.IsOfPods(verdict.Resource)
        ? verdict with { Needed = needed - Count.Pods.Use(verdict.Resource) + Count.UseWithoutEnding(verdict.Resource) }
        : verdict;

    /// <summary>The first thing that is not known yet; null when all is.</summary>
    public QuotaDoubt? FirstDoubt => OwnDoubt ?? (Count.Doubts.Count > 0 ? Count.Doubts[0] : null);
}
