using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3035: a quota has room for all that runs beside it.</summary>
internal sealed class QuotaFitsRule() : Rule("RMP3035", "quota-fits", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    public override string Summary => "Every quota holds all replicas, or the most that an autoscaler may ask for, with the pods that an update adds and the jobs, since what is beyond it is not made.";

    public override string Allowed => "a quota of at least what is needed at a time";

    public override string Fix => "raise the quota, or lower replicas or requests";

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
                // What fits at the peak of an update fits before it, too.
                if (!verdict.Fits && outlook.WithoutEnding(verdict) is { Fits: false } steady)
                {
                    isShort = true;
                    inspection.Broken(
                        outlook.Quota,
                        QuantityField.PathOf("spec.hard", verdict.Resource),
                        QuotaShortage.Describe(steady, outlook.Count, named, withEnding: false),
                        verdict.Hard.ToString());
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
}
