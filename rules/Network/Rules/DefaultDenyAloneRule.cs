using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5202: the policy that denies by default does nothing else.</summary>
internal sealed class DefaultDenyAloneRule()
    : Rule("RMP5202", "default-deny-alone", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    private static readonly PolicyDirection[] Directions = [PolicyDirection.Ingress, PolicyDirection.Egress];

    public override string Summary => "The policy that denies by default allows nothing, so nobody opens the namespace by removing what is no longer needed.";

    public override string Allowed => "a NetworkPolicy without rules that selects all pods";

    public override string Fix => "add a NetworkPolicy with an empty podSelector, both policyTypes and no rules";

    internal override void Check(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (KubernetesObject policy in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
        {
            if (seen.Add(policy.Place))
            {
                foreach (PolicyDirection direction in Directions)
                {
                    Check(policies.In(policy.Place), direction, inspection);
                }
            }
        }
    }

    private static void Check(List<PolicyView> policies, PolicyDirection direction, Inspection inspection)
    {
        PolicyView? first = null;
        foreach (PolicyView policy in policies)
        {
            if (policy.SelectsAll != Flag.False && policy.Isolates(direction) != Flag.False)
            {
                // Rules that are not known yet may be none.
                if (!policy.TryGetRules(direction, out FieldItems rules) || rules.Count == 0)
                {
                    return;
                }

                first ??= policy;
            }
        }

        if (first is not null)
        {
            string name = PolicyView.NameOf(direction);
            inspection.Broken(first.Object, $"spec.{name}", $"the policies that deny {name} by default, such as '{first.Object.Name}', also allow some");
        }
    }
}
