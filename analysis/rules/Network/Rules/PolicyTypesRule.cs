using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5210: policies say which directions they deny.</summary>
internal sealed class PolicyTypesRule()
    : ObjectRule("RMP5210", "policy-types", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
{
    public override string Summary => "Policies say their policyTypes: without them egress is denied only where there are rules for it, which surprises.";

    public override string Allowed => "Ingress, Egress or both";

    public override string Fix => "set policyTypes";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (!item.Spec["policyTypes"].TryGetItems(out FieldItems types))
        {
            inspection.Unknown(item, "spec.policyTypes");
        }
        else if (types.Count == 0)
        {
            inspection.Broken(item, "spec.policyTypes", $"policy '{item.Name}' does not say its policyTypes");
        }
    }
}
