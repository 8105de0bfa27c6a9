using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5215: the API server takes what policies say.</summary>
internal sealed class PolicyValidRule()
    : NetworkPolicyRule("RMP5215", "policy-valid", DiagnosticSeverity.Error)
{
    public override string Summary => "Peers are pods, namespaces or a block of addresses, and ranges of ports have both ends: the API server rejects all else.";

    public override string Allowed => "podSelector, namespaceSelector or both, or an ipBlock with cidr; endPort with a number in port that is not larger";

    public override string Fix => "complete the peer or the range";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        string list = PolicyView.PeersOf(direction);
        rule[list].TryGetItems(out FieldItems peers);
        for (int i = 0; i < peers.Count; i++)
        {
            if (ProblemOf(peers[i]) is { } problem)
            {
                inspection.Broken(
                    policy.Object, string.Create(CultureInfo.InvariantCulture, $"{path}.{list}[{i}]"), $"a peer of policy '{policy.Object.Name}' {problem}");
            }
        }

        rule["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count; i++)
        {
            Field first = ports[i]["port"], last = ports[i]["endPort"];
            if (!last.IsUnset && last.TryGetInteger(out double end)
                && (first.IsUnset || !first.TryGetInteger(out double start) ? !first.IsUnknown : end < start))
            {
                inspection.Broken(
                    policy.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{path}.ports[{i}].endPort"),
                    $"a range of ports of policy '{policy.Object.Name}' ends at {last.Shown} but does not start at a number that is not larger",
                    last.Shown);
            }
        }
    }

    private static string? ProblemOf(Field peer)
    {
        bool hasSelector = !peer["podSelector"].IsUnset || !peer["namespaceSelector"].IsUnset;
        return peer["ipBlock"].IsUnset ? hasSelector ? null : "is nothing"
            : peer.Presence != Flag.True ? null
            : hasSelector ? "is both a block of addresses and a selector"
            : peer["ipBlock"]["cidr"].IsUnset ? "is a block of addresses without cidr"
            : null;
    }
}
