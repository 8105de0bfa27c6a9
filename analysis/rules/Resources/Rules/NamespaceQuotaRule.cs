using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3031: a namespace that is declared with workloads has a quota.</summary>
internal sealed class NamespaceQuotaRule()
    : ObjectRule("RMP3031", "namespace-quota", RuleCategory.Resources, DiagnosticSeverity.Warning, "", "Namespace")
{
    public override string Summary => "Every namespace has a ResourceQuota, so that what runs there cannot take the whole cluster.";

    public override string Allowed => "a ResourceQuota in the namespace";

    public override string Fix => "add a ResourceQuota with room for all replicas, an update and the jobs";

    public override string Guide => "Resource Quotas";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (NamespaceWorkloads.Of(inspection).In(item.Name).Count == 0
            || inspection.Objects.OfKind("", "ResourceQuota", item.Name).Count > 0)
        {
            return;
        }

        if (inspection.Objects.MayHoldMore("", "ResourceQuota", item.Name))
        {
            inspection.UnknownNamespace(item, "metadata.name");
        }
        else
        {
            inspection.Broken(item, "", $"namespace '{item.Name}' has no ResourceQuota");
        }
    }
}
