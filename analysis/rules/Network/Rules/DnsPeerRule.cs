using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5216: policies look for DNS where it is.</summary>
internal sealed class DnsPeerRule()
    : NetworkPolicyRule("RMP5216", "dns-peer", DiagnosticSeverity.Warning)
{
    public override string Summary => "Policies that name the pods of DNS name their namespace too: a podSelector alone looks in the policy's own namespace.";

    public override string Allowed => "k8s-app kube-dns with a namespaceSelector for kube-system";

    public override string Fix => "add a namespaceSelector with kubernetes.io/metadata.name kube-system to the peer";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        if (direction != PolicyDirection.Egress || KubernetesNamespaces.IsOfControlPlane(policy.Object.Namespace))
        {
            return;
        }

        rule["to"].TryGetItems(out FieldItems peers);
        for (int i = 0; i < peers.Count; i++)
        {
            Field label = peers[i]["podSelector"]["matchLabels"]["k8s-app"];
            if (label.Text is "kube-dns" or "coredns" && peers[i]["namespaceSelector"].IsUnset)
            {
                inspection.Broken(
                    policy.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{path}.to[{i}].namespaceSelector"),
                    $"policy '{policy.Object.Name}' looks for {label.Shown} in its own namespace");
            }
        }
    }
}
