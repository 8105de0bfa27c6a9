using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3036: containers set what a quota counts.</summary>
internal sealed class QuotaDemandsRule() : Rule("RMP3036", "quota-demands", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    public override string Summary => "Every container, init containers too, sets the requests and limits that a quota counts, since the API server rejects its pod otherwise.";

    public override string Allowed => "a request or limit for each key of the quota, by the container or a LimitRange";

    public override string Fix => "set the values, or add a LimitRange that fills them in";

    public override string Guide => "Resource Quotas";

    internal override void Check(Inspection inspection)
    {
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection).All)
        {
            foreach (QuotaUse use in outlook.Uses)
            {
                // The pods are stored with all defaults already.
                if (QuotaFeasibility.FindUnset(outlook.Hard, use.Pods.Pod) is { } unset)
                {
                    inspection.Broken(use.Workload.Object, use.Workload.SpecPath, $"{outlook.Quota} rejects the pods: {unset}");
                }
            }
        }
    }
}
