using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3033: the quotas of a namespace limit its volume claims.</summary>
internal sealed class QuotaClaimsRule()
    : ObjectRule("RMP3033", "quota-claims", RuleCategory.Resources, DiagnosticSeverity.Info, "", "ResourceQuota")
{
    public override string Summary => "The quotas of a namespace limit its volume claims, which cost money and outlive the pods.";

    public override string Allowed => "persistentvolumeclaims, or requests.storage";

    public override string Fix => "add persistentvolumeclaims to spec.hard; 0 where nothing keeps data";

    public override string Guide => "Resource Quotas";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (FirstQuotas.Of(inspection).OnAllPods(item.Place) != item)
        {
            return;
        }

        foreach (KubernetesObject quota in inspection.Objects.OfKind("", "ResourceQuota", item.Place))
        {
            if (QuotaScope.IsSet(quota) != Flag.False)
            {
                continue;
            }

            Field hard = quota.Spec["hard"];
            if (hard.Presence == Flag.Unknown
                || !hard["persistentvolumeclaims"].IsUnset
                || !hard["count/persistentvolumeclaims"].IsUnset
                || !hard["requests.storage"].IsUnset)
            {
                return;
            }
        }

        inspection.Broken(item, "spec.hard", "the quota does not limit persistentvolumeclaims");
    }
}
