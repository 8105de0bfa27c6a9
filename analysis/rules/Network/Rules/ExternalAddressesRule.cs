using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5303: services take no addresses.</summary>
internal sealed class ExternalAddressesRule()
    : ObjectRule("RMP5303", "no-external-ips", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Service")
{
    public override string Summary => "No Service claims addresses by externalIPs: it would receive what the whole cluster sends to them (CVE-2020-8554).";

    public override string Allowed => "no externalIPs";

    public override string Fix => "remove externalIPs; use a load balancer";

    public override IReadOnlyList<string> OtherIds => ["trivy:KSV-0108"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (!item.Spec["externalIPs"].TryGetItems(out FieldItems addresses))
        {
            inspection.Unknown(item, "spec.externalIPs");
        }
        else if (addresses.Count > 0)
        {
            inspection.Broken(item, "spec.externalIPs", $"Service '{item.Name}' claims the address {addresses[0].Shown}", addresses[0].Shown);
        }
    }
}
