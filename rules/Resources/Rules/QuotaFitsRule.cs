using System.Globalization;
using System.Text;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3035: a quota has room for all that runs beside it, at its peak.</summary>
internal sealed class QuotaFitsRule() : Rule("RMP3035", "quota-fits", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    private const int MostNamed = 3;

    public override string Summary => "Every quota holds all replicas, or the most that an autoscaler may ask for, with the pods that an update adds, those that are ending meanwhile, and the jobs, since what is beyond it is not made. A pod that is ending counts until it is gone, at most for its grace period: where nothing holds back new pods (minReadySeconds, the initial delay of a probe), an update has up to two pods for each replica.";

    public override string Allowed => "a quota of at least what is needed at a time";

    public override string Fix => "raise the quota, lower replicas or requests, or let an update go on more slowly (minReadySeconds)";

    public override string Guide => "Resource Quotas";

    internal override void Check(Inspection inspection)
    {
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection).All)
        {
            bool isShort = false;
            foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
            {
                if (!verdict.Fits)
                {
                    isShort = true;
                    inspection.Broken(outlook.Quota, QuantityField.PathOf("spec.hard", verdict.Resource), Describe(verdict, outlook), verdict.Hard.ToString());
                }
            }

            // What is short without it is short with it.
            if (!isShort)
            {
                foreach (QuotaDoubt doubt in outlook.Doubts)
                {
                    inspection.Unknown(doubt.Object, doubt.Field.Path, doubt.Field.Problem);
                }
            }
        }
    }

    private static string Describe(QuotaVerdict verdict, QuotaOutlook outlook)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{verdict.Resource} is short by {-verdict.Left}: {verdict.Needed} needed, {verdict.Hard} allowed");
        if (!QuotaFeasibility.IsOfPods(verdict.Resource))
        {
            return text.ToString();
        }

        int named = 0, more = 0;
        foreach (QuotaUse use in outlook.Uses)
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

    // 6 pods of Deployment shop/app (3, with 1 more and 2 that are ending while it is updated)
    private static void Append(StringBuilder text, QuotaUse use)
    {
        int pods = use.Pods.PeakPods, surge = use.Pods.SurgePods, ending = use.Pods.EndingPods;
        text.Append(CultureInfo.InvariantCulture, $"{pods} {(pods == 1 ? "pod" : "pods")} of {use.Workload.Object}");
        bool isScaled = use.Pods.AutoscalerMax > use.Pods.Replicas;
        if (!isScaled && surge == 0 && ending == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $" ({use.Pods.Most}");
        if (isScaled)
        {
            text.Append(CultureInfo.InvariantCulture, $" at most by {use.Scale.Autoscaler}");
        }

        if (surge > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", {(ending > 0 ? "" : "and ")}{surge} more");
        }

        if (ending > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", and {ending} that {(ending == 1 ? "is" : "are")} ending");
        }

        text.Append(surge > 0 || ending > 0 ? " while it is updated)" : ")");
    }
}
