using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5217: a policy that allows DNS allows it by both protocols.</summary>
internal sealed class DnsProtocolsRule()
    : ObjectRule("RMP5217", "dns-protocols", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
{
    public override string Summary => "A policy that allows DNS allows UDP and TCP: answers that are too long for UDP are asked for again by TCP.";

    public override string Allowed => "port 53 by UDP and TCP";

    public override string Fix => "add the other protocol for port 53";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        new PolicyView(item).TryGetRules(PolicyDirection.Egress, out FieldItems rules);
        bool isNamed = false;
        Flag udp = Flag.False, tcp = Flag.False;
        foreach (Field rule in rules)
        {
            rule["ports"].TryGetItems(out FieldItems ports);
            foreach (Field port in ports)
            {
                isNamed |= port["port"].TryGetInteger(out double number) && number == 53;
            }

            udp = Either(udp, PolicyRule.AllowsPort(rule, 53, "UDP", null));
            tcp = Either(tcp, PolicyRule.AllowsPort(rule, 53, "TCP", null));
        }

        if (isNamed && (udp == Flag.False || tcp == Flag.False))
        {
            inspection.Broken(item, "spec.egress", $"policy '{item.Name}' allows DNS by {(udp == Flag.False ? "TCP" : "UDP")} only");
        }
    }

    private static Flag Either(Flag left, Flag right) =>
        left == Flag.True || right == Flag.True ? Flag.True
        : left == Flag.Unknown || right == Flag.Unknown ? Flag.Unknown
        : Flag.False;
}
