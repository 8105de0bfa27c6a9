using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5207: policies say who is on the other side.</summary>
internal sealed class OpenPortRule()
    : NetworkPolicyRule("RMP5207", "policy-names-peers", DiagnosticSeverity.Info)
{
    public override string Summary => "Policies say whom ports are open to or for: a port that is open to everywhere is also open to an intruder's.";

    public override string Allowed => "pods, namespaces, or blocks of addresses that are not everything";

    public override string Fix => "name the pods, namespaces or addresses that are meant";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        // Without ports it is another rule's.
        bool hasPorts = PolicyRule.IsAll(rule["ports"]) == Flag.False;
        Field peers = rule[PolicyView.PeersOf(direction)];
        string who = "";
        if (PolicyRule.IsAll(peers) == Flag.True)
        {
            who = hasPorts ? "everywhere" : "";
        }

        peers.TryGetItems(out FieldItems items);
        foreach (Field peer in items)
        {
            if (hasPorts && PolicyRule.IsEveryAddress(peer))
            {
                who = "every address";
                break;
            }

            // Who asks DNS cannot always say which pods answer.
            if (direction == PolicyDirection.Egress && PolicyRule.IsDns(rule))
            {
                continue;
            }

            if (PolicyRule.IsEveryPod(peer))
            {
                who = "every pod of the cluster";
                break;
            }

            if (PolicyRule.IsEveryNeighbour(peer))
            {
                who = "every pod of its namespace";
            }
        }

        if (who.Length > 0)
        {
            string preposition = direction == PolicyDirection.Ingress ? "from" : "to";
            inspection.Broken(policy.Object, path, $"policy '{policy.Object.Name}' allows {PolicyView.NameOf(direction)} {preposition} {who}");
        }
    }
}
