using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5214: policies say which ports are open.</summary>
internal sealed class PolicyPortsRule()
    : NetworkPolicyRule("RMP5214", "policy-names-ports", DiagnosticSeverity.Info)
{
    public override string Summary => "Policies say which ports are open: who may reach one port of a pod need not reach its metrics and debugging ports.";

    public override string Allowed => "ports with numbers or names";

    public override string Fix => "name the ports that are needed";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        // Without peers too it is another rule's.
        if (PolicyRule.IsAll(rule[PolicyView.PeersOf(direction)]) != Flag.False || !rule["ports"].TryGetItems(out FieldItems ports))
        {
            return;
        }

        bool isOpen = ports.Count == 0;
        foreach (Field port in ports)
        {
            isOpen |= port["port"].IsUnset;
        }

        if (isOpen)
        {
            inspection.Broken(policy.Object, $"{path}.ports", $"policy '{policy.Object.Name}' allows {PolicyView.NameOf(direction)} on all ports");
        }
    }
}
