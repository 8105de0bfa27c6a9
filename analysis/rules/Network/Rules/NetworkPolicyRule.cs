using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>A rule about one entry of a NetworkPolicy's ingress or egress.</summary>
internal sealed class NetworkPolicyRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    /// <summary>Looks at an entry, at its path.</summary>
    public required Action<PolicyView, PolicyDirection, Field, string, Inspection> Check { get; init; }

    internal override RuleReach Reach => RuleReach.Object;

    internal override bool LooksAt(string group, string kind) => kind == "NetworkPolicy" && group == NetworkPolicies.Group;

    internal override void Run(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
        {
            RunOn(item, inspection);
        }
    }

    internal override void RunOn(KubernetesObject item, Inspection inspection)
    {
        PolicyView policy = new(item);
        Run(policy, PolicyDirection.Ingress, inspection);
        Run(policy, PolicyDirection.Egress, inspection);
    }

    private void Run(PolicyView policy, PolicyDirection direction, Inspection inspection)
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
