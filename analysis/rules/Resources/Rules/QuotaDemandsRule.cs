using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

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
        List<(QuotaOutlook First, QuotaDemands Demands)> all = [];
        Dictionary<QuotaDemands, int> counts = [];
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection).All)
        {
            QuotaDemands demands = outlook.Count.Pods.FindUnset(outlook.Hard);
            if (counts.TryAdd(demands, 1))
            {
                all.Add((outlook, demands));
            }
            else
            {
                counts[demands]++;
            }
        }

        foreach ((QuotaOutlook first, QuotaDemands demands) in all)
        {
            string reject = counts[demands] == 1 ? "rejects" : string.Create(CultureInfo.InvariantCulture, $"and {counts[demands] - 1} more reject");
            foreach ((int place, string problem) in demands.Problems)
            {
                Workload workload = first.Count.Uses[place].Workload;
                inspection.Broken(workload.Object, workload.SpecPath, $"{first.Quota} {reject} the pods: {problem}");
            }
        }
    }
}
