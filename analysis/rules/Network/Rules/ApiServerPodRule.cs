using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5208: no policy takes the API server for a pod.</summary>
internal sealed class ApiServerPodRule()
    : NetworkPolicyRule("RMP5208", "api-server-is-no-pod", DiagnosticSeverity.Warning)
{
    public override string Summary => "Policies mean the API server by its address: it is no pod of the cluster's network, so a selector for it matches nothing.";

    public override string Allowed => "an ipBlock";

    public override string Fix => "use an ipBlock with the API server's address, on ports 443 and 6443";

    protected override void Check(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        string list = PolicyView.PeersOf(direction);
        rule[list].TryGetItems(out FieldItems peers);
        for (int i = 0; i < peers.Count; i++)
        {
            Field labels = peers[i]["podSelector"]["matchLabels"];
            labels.TryGetProperties(out ReadOnlySpan<Property> properties);
            foreach (Property property in properties)
            {
                Field value = labels.Below(property.Value);
                if (value.Text is "apiserver" or "kube-apiserver")
                {
                    inspection.Broken(
                        policy.Object,
                        string.Create(CultureInfo.InvariantCulture, $"{path}.{list}[{i}].podSelector"),
                        $"policy '{policy.Object.Name}' selects the API server as a pod, by {property.Name} {value.Shown}",
                        value.Shown);
                }
            }
        }
    }
}
