using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5213: what a policy allows, it allows to the pods that need it.</summary>
internal sealed class PolicySelectorRule()
    : ObjectRule("RMP5213", "policy-pod-selector", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
{
    private static readonly PolicyDirection[] Directions = [PolicyDirection.Ingress, PolicyDirection.Egress];

    public override string Summary => "Policies say which pods they are for: one that allows more than DNS to every pod allows it to those that come later too.";

    public override string Allowed => "a podSelector; an empty one only to deny, or to allow DNS";

    public override string Fix => "set podSelector to the labels of the pods that need what is allowed";

    public override IReadOnlyList<string> OtherIds => ["trivy:KSV-0038"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        PolicyView policy = new(item);
        if (item.Spec["podSelector"].IsUnset)
        {
            inspection.Broken(item, "spec.podSelector", $"policy '{item.Name}' has no podSelector, so it is for every pod of the namespace");
        }
        else if (policy.SelectsAll == Flag.Unknown)
        {
            inspection.Unknown(item, "spec.podSelector");
        }
        else if (policy.SelectsAll == Flag.True)
        {
            foreach (PolicyDirection direction in Directions)
            {
                policy.TryGetRules(direction, out FieldItems rules);
                foreach (Field rule in rules)
                {
                    if (direction == PolicyDirection.Ingress || !PolicyRule.IsDns(rule))
                    {
                        string name = PolicyView.NameOf(direction);
                        inspection.Broken(item, "spec.podSelector", $"policy '{item.Name}' allows {name} for every pod of the namespace");
                        break;
                    }
                }
            }
        }
    }
}
