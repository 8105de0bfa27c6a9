using System.Globalization;
using System.Text;

namespace Rampart.Rules.Resources;

/// <summary>Tells what a quota is short of, and for which pods.</summary>
internal static class QuotaShortage
{
    private const int MostNamed = 3;

    /// <summary>One verdict in words.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="count">What the quota counts.</param>
    /// <param name="named">The words for pods that other quotas count, too.</param>
    /// <param name="withEnding">Whether the pods that are terminating during an update are counted.</param>
    public static string Describe(QuotaVerdict verdict, QuotaCount count, Dictionary<QuotaCount, string> named, bool withEnding)
    {
        string amounts = $"{verdict.Resource} is short by {-verdict.Left}: {verdict.Needed} needed, {verdict.Hard} allowed";
        if (!QuotaFeasibility.IsOfPods(verdict.Resource))
        {
            return amounts;
        }

        if (!named.TryGetValue(count, out string? pods))
        {
            named.Add(count, pods = DescribePods(count, withEnding));
        }

        return amounts + pods;
    }

    private static string DescribePods(QuotaCount count, bool withEnding)
    {
        StringBuilder text = new();
        int named = 0, more = 0;
        foreach (QuotaUse use in count.Uses)
        {
            QuotaWorkload pods = withEnding ? use.Pods : use.Pods.WithoutEnding();
            if (pods.PeakPods == 0)
            {
                continue;
            }

            if (named == MostNamed)
            {
                more++;
                continue;
            }

            text.Append(named++ == 0 ? "; " : ", ");
            Append(text, use, pods);
        }

        return more == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" and {more} more").ToString();
    }

    // 4 pods of Deployment shop/app (3, and 1 while it is updated); 6 pods of Deployment shop/app (3, 1 more and 2 terminating while it is updated)
    private static void Append(StringBuilder text, QuotaUse use, QuotaWorkload counted)
    {
        int pods = counted.PeakPods, surge = counted.SurgePods, ending = counted.EndingPods;
        text.Append(CultureInfo.InvariantCulture, $"{pods} {(pods == 1 ? "pod" : "pods")} of {use.Workload.Object}");
        bool isScaled = counted.AutoscalerMax > counted.Replicas;
        if (!isScaled && surge == 0 && ending == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $" ({counted.Most}");
        if (isScaled)
        {
            text.Append(CultureInfo.InvariantCulture, $" at most by {use.Scale.Autoscaler}");
        }

        if (ending > 0)
        {
            string more = surge > 0 ? string.Create(CultureInfo.InvariantCulture, $", {surge} more") : "";
            text.Append(CultureInfo.InvariantCulture, $"{more} and {ending} terminating while it is updated");
        }
        else if (surge > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", and {surge} while it is updated");
        }

        text.Append(')');
    }
}
