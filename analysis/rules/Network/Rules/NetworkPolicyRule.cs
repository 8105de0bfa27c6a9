using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>A rule about one entry of a NetworkPolicy's ingress or egress.</summary>
internal sealed class NetworkPolicyRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    /// <summary>Looks at an entry.</summary>
    public required Action<PolicyView, PolicyDirection, FieldAt> Check { get; init; }

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
        foreach (PolicyDirection direction in PolicyView.Directions)
        {
            foreach (FieldAt rule in inspection.At(item)["spec"][PolicyView.NameOf(direction)].ReadItems())
            {
                Check(policy, direction, rule);
            }
        }
    }
}
