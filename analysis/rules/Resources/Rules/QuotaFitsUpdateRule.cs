using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3051: a quota has room for the pods that are ending during an update.</summary>
internal sealed class QuotaFitsUpdateRule() : Rule("RMP3051", "quota-fits-update", RuleCategory.Resources, DiagnosticSeverity.Warning)
{
    public override string Summary => "Every quota also holds the pods that are ending while an update goes on. A pod counts until it is gone, at most for its grace period: where nothing holds back new pods (minReadySeconds, the initial delay of a probe), an update has up to two pods for each replica. In a smaller quota the update fails to create pods (exceeded quota) until others are gone.";

    public override string Allowed => "a quota of at least what is needed at a time";

    public override string Fix => "raise the quota, lower replicas or requests, or slow the update down with minReadySeconds";

    public override string Guide => "Resource Quotas";

    internal override void Check(Inspection inspection)
    {
        Dictionary<QuotaCount, string> named = new(ReferenceEqualityComparer.Instance);
        foreach (QuotaOutlook outlook in QuotaOutlooks.Of(inspection).All)
        {
            foreach (QuotaVerdict verdict in outlook.Feasibility.Verdicts)
            {
                if (!verdict.Fits && outlook.WithoutEnding(verdict).Fits)
                {
                    inspection.Broken(
                        outlook.Quota,
                        QuantityField.PathOf("spec.hard", verdict.Resource),
                        QuotaShortage.Describe(verdict, outlook.Count, named, withEnding: true),
                        verdict.Hard.ToString());
                }
            }
        }
    }
}
