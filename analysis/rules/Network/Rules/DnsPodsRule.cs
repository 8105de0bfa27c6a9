using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5218: policies for DNS name its pods.</summary>
internal sealed class DnsPodsRule()
    : NetworkPolicyRule("RMP5218", "dns-pods", DiagnosticSeverity.Info)
{
    public override string Summary => "Policies that let pods ask DNS name the pods that answer, so that the port leads nowhere else in their namespace.";

    public override string Allowed => "a namespaceSelector together with a podSelector, e.g. k8s-app kube-dns in kube-system";

    public override string Fix => "add a podSelector for the pods of DNS to the peer";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        if (direction != PolicyDirection.Egress || !IsForDns(rule))
        {
            return;
        }

        rule["to"].TryGetItems(out FieldItems peers);
        for (int i = 0; i < peers.Count; i++)
        {
            Field place = peers[i]["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"];
            if (!place.IsUnset && peers[i]["podSelector"].IsUnset)
            {
                inspection.Broken(
                    policy.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{path}.to[{i}].podSelector"),
                    $"policy '{policy.Object.Name}' lets pods ask every pod of namespace '{place.Shown}' for DNS");
            }
        }
    }

    private static bool IsForDns(Field rule)
    {
        if (!rule["ports"].TryGetItems(out FieldItems ports) || ports.Count == 0)
        {
            return false;
        }

        foreach (Field port in ports)
        {
            if (!port["port"].TryGetInteger(out double number) || number != 53)
            {
                return false;
            }
        }

        return true;
    }
}
