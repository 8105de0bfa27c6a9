using Rampart.Rules.Objects;

namespace Rampart.Rules.Network;

/// <summary>What one rule of a NetworkPolicy allows.</summary>
internal static class PolicyRule
{
    /// <summary>Whether a list of peers or ports is empty, which means all of them.</summary>
    public static Flag IsAll(Field list) =>
        !list.TryGetItems(out FieldItems items) ? Flag.Unknown : items.Count == 0 ? Flag.True : Flag.False;

    /// <summary>Whether a rule allows a port.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="number">The port's number.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="name">Its name in the pod, which rules about ingress may use; null for a port whose name is not known.</param>
    public static Flag AllowsPort(Field rule, double number, string protocol, string? name)
    {
        Flag all = IsAll(rule["ports"]);
        if (all != Flag.False)
        {
            return all;
        }

        rule["ports"].TryGetItems(out FieldItems ports);
        Flag result = Flag.False;
        foreach (Field port in ports)
        {
            Flag own = MatchesProtocol(port["protocol"], protocol);
            own = own == Flag.False ? own : own.And(MatchesNumber(port, number, name));
            if (own == Flag.True)
            {
                return own;
            }

            result = own == Flag.Unknown ? own : result;
        }

        return result;
    }

    /// <summary>Whether a rule is only about DNS, or about ports that are not known.</summary>
    public static bool IsDns(Field rule)
    {
        if (!rule["ports"].TryGetItems(out FieldItems ports))
        {
            return true;
        }

        foreach (Field port in ports)
        {
            // Behind port 53 of its Service, OpenShift's DNS listens on 5353.
            if (port["port"].TryGetInteger(out double number) ? number is not (53 or 5353) : !port["port"].Text.StartsWith("dns", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return ports.Count > 0;
    }

    /// <summary>Whether a peer is every address, including the Internet.</summary>
    public static bool IsEveryAddress(Field peer) =>
        peer["ipBlock"]["cidr"].Text is "0.0.0.0/0" or "::/0" && IsAll(peer["ipBlock"]["except"]) == Flag.True;

    /// <summary>Whether a peer is every pod of every namespace.</summary>
    public static bool IsEveryPod(Field peer) =>
        peer["ipBlock"].IsUnset && peer["namespaceSelector"].Presence == Flag.True && LabelSelector.IsEmpty(peer["namespaceSelector"]) && LabelSelector.IsEmpty(peer["podSelector"]);

    /// <summary>Whether a peer is every pod of the policy's own namespace.</summary>
    public static bool IsEveryNeighbour(Field peer) =>
        peer["ipBlock"].IsUnset && peer["namespaceSelector"].IsUnset && peer["podSelector"].Presence == Flag.True && LabelSelector.IsEmpty(peer["podSelector"]);

    private static Flag MatchesProtocol(Field protocol, string wanted) =>
        !protocol.TryGetText(out string text) ? Flag.Unknown : (text.Length == 0 ? "TCP" : text) == wanted ? Flag.True : Flag.False;

    private static Flag MatchesNumber(Field port, double number, string? name)
    {
        Field first = port["port"], last = port["endPort"];
        if (first.IsUnset)
        {
            return Flag.True;
        }

        if (first.TryGetInteger(out double from))
        {
            return !last.TryGetInteger(out double to) ? Flag.Unknown
                : number == from || (number > from && number <= to) ? Flag.True
                : Flag.False;
        }

        return !first.TryGetText(out string text) || name is null ? Flag.Unknown : text == name ? Flag.True : Flag.False;
    }
}
