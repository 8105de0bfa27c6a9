using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5211: the rules of policies have an effect.</summary>
internal sealed class IdlePolicyRulesRule()
    : ObjectRule("RMP5211", "policy-rules-effective", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "NetworkPolicy")
{
    private static readonly PolicyDirection[] Directions = [PolicyDirection.Ingress, PolicyDirection.Egress];

    public override string Summary => "A policy has rules only for the directions that its policyTypes name: others are ignored, and that direction stays open.";

    public override string Allowed => "rules for the directions in policyTypes";

    public override string Fix => "add the direction to policyTypes, or remove its rules";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        PolicyView policy = new(item);
        foreach (PolicyDirection direction in Directions)
        {
            if (policy.Isolates(direction) == Flag.False && policy.TryGetRules(direction, out FieldItems rules) && rules.Count > 0)
            {
                string name = PolicyView.NameOf(direction);
                inspection.Broken(item, $"spec.{name}", $"policy '{item.Name}' has rules for {name}, which its policyTypes do not name");
            }
        }
    }
}
