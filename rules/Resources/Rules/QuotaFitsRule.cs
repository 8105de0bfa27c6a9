using System.Globalization;
using System.Text;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3035: a quota has room for all that runs beside it, at its peak.</summary>
internal sealed class QuotaFitsRule() : Rule("RMP3035", "quota-fits", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    private const int MostNamed = 3;

    public override string Summary => "Every quota holds all replicas, or the most that an autoscaler may ask for, with the pods that an update adds and the jobs, since what is beyond it is never made.";

    public override string Allowed => "a quota of at least what is needed at a time";

    public override string Fix => "raise the quota, or lower replicas, requests or the surge";

    public override string Guide => "Resource Quotas";

    internal override void Check(Inspection inspection)
    {
        Dictionary<QuotaCount, string> named = new(ReferenceEqualityComparer.Instance);
        Dictionary<QuotaCount, int> inDoubt = new(ReferenceEqualityComparer.Instance);
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection).All)
        {
            bool isShort = false;
            foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
            {
                if (!verdict.Fits)
                {
                    isShort = true;
                    inspection.Broken(outlook.Quota, QuantityField.PathOf("spec.hard", verdict.Resource), Describe(verdict, outlook.Count, named), verdict.Hard.ToString());
                }
            }

            // What is short without it is short with it.
            if (!isShort)
            {
                if (outlook.OwnDoubt is { } own)
                {
                    inspection.Unknown(own.Object, own.Field.Path, own.Field.Problem);
                }

                inDoubt[outlook.Count] = inDoubt.GetValueOrDefault(outlook.Count) + 1;
            }
        }

        // Quotas with other scopes may depend on the same.
        Dictionary<QuotaDoubt, int> dependents = new(ReferenceEqualityComparer.Instance);
        foreach ((QuotaCount count, int quotas) in inDoubt)
        {
            foreach (QuotaDoubt doubt in count.Doubts)
            {
                dependents[doubt] = dependents.GetValueOrDefault(doubt) + quotas;
            }
        }

        foreach ((QuotaDoubt doubt, int quotas) in dependents)
        {
            string more = quotas == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {quotas} quotas depend on it");
            inspection.Unknown(doubt.Object, doubt.Field.Path, doubt.Field.Problem + more);
        }
    }

    private static string Describe(QuotaVerdict verdict, QuotaCount count, Dictionary<QuotaCount, string> named)
    {
        string amounts = $"{verdict.Resource} is short by {-verdict.Left}: {verdict.Needed} needed, {verdict.Hard} allowed";
        if (!QuotaFeasibility.IsOfPods(verdict.Resource))
        {
            return amounts;
        }

        if (!named.TryGetValue(count, out string? pods))
        {
            named.Add(count, pods = DescribePods(count));
        }

        return amounts + pods;
    }

    private static string DescribePods(QuotaCount count)
    {
        StringBuilder text = new();
        int named = 0, more = 0;
        foreach (QuotaUse use in count.Uses)
        {
            if (use.Pods.PeakPods == 0)
            {
                continue;
            }

            if (named == MostNamed)
            {
                more++;
                continue;
            }

            text.Append(named++ == 0 ? "; " : ", ");
            Append(text, use);
        }

        return more == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" and {more} more").ToString();
    }

    // 4 pods of Deployment shop/app (3, and 1 while it is updated)
    private static void Append(StringBuilder text, QuotaUse use)
    {
        int pods = use.Pods.PeakPods, replicas = Math.Max(use.Pods.Replicas, use.Pods.AutoscalerMax ?? 0), surge = pods - replicas;
        text.Append(CultureInfo.InvariantCulture, $"{pods} {(pods == 1 ? "pod" : "pods")} of {use.Workload.Object}");
        bool isScaled = use.Pods.AutoscalerMax > use.Pods.Replicas;
        if (!isScaled && surge == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $" ({replicas}");
        if (isScaled)
        {
            text.Append(CultureInfo.InvariantCulture, $" at most by {use.Scale.Autoscaler}");
        }

        if (surge > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", and {surge} while it is updated");
        }

        text.Append(')');
    }
}
