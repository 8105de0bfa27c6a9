using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5206: no policy allows everything.</summary>
internal sealed class OpenPolicyRule()
    : NetworkPolicyRule("RMP5206", "policy-not-open", DiagnosticSeverity.Warning)
{
    public override string Summary => "No policy allows all ports to or from everywhere: rules add up, so this one takes every other's effect.";

    public override string Allowed => "peers, ports, or both";

    public override string Fix => "name the peers and the ports that are needed";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        Field peers = rule[PolicyView.PeersOf(direction)];
        if (PolicyRule.IsAll(rule["ports"]) != Flag.True)
        {
            return;
        }

        bool isOpen = PolicyRule.IsAll(peers) == Flag.True;
        peers.TryGetItems(out FieldItems items);
        foreach (Field peer in items)
        {
            isOpen |= PolicyRule.IsEveryAddress(peer);
        }

        if (isOpen)
        {
            string where = direction == PolicyDirection.Ingress ? "from everywhere" : "to everywhere";
            inspection.Broken(policy.Object, path, $"policy '{policy.Object.Name}' allows all {PolicyView.NameOf(direction)} {where}");
        }
    }
}
