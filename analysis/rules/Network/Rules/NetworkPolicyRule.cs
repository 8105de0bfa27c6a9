using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>A rule about one entry of a NetworkPolicy's ingress or egress.</summary>
internal abstract class NetworkPolicyRule(string id, string name, DiagnosticSeverity severity)
    : ObjectRule(id, name, RuleCategory.Identity, severity, NetworkPolicies.Group, "NetworkPolicy")
{
    protected sealed override void Check(KubernetesObject item, Inspection inspection)
    {
        PolicyView policy = new(item);
        Check(policy, PolicyDirection.Ingress, inspection);
        Check(policy, PolicyDirection.Egress, inspection);
    }

    /// <summary>Looks at an entry.</summary>
    protected abstract void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection);

    private void Check(PolicyView policy, PolicyDirection direction, Inspection inspection)
    {
        string name = PolicyView.NameOf(direction);
        if (!policy.TryGetRules(direction, out FieldItems rules))
        {
            inspection.Unknown(policy.Object, $"spec.{name}");
        }

        for (int i = 0; i < rules.Count; i++)
        {
            Check(policy, direction, rules[i], PathPool.Item("spec", name, i), inspection);
        }
    }
}
