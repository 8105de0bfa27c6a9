using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Identity;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about how pods reach the API server.</summary>
internal static class ApiServerRules
{
    // The service's port, and those on which API servers listen: usually, and on a local cluster.
    private static readonly double[] Ports = [443, 6443, 8443];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP5205", "api-server-egress", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary =
                "Pods with a token and rights may connect to the API server, which is no pod: only a rule for addresses, or for everywhere, lets them.",
            Allowed = "egress to an ipBlock, or to everywhere, on port 443 or 6443",
            Fix = "allow egress to the API server's address by ipBlock on ports 443 and 6443",
            NeedsOtherObjects = true,
            Check = CheckApiServerEgress,
        },
        new NetworkPolicyRule("RMP5208", "api-server-is-no-pod", DiagnosticSeverity.Warning)
        {
            Summary = "Policies mean the API server by its address: it is no pod of the cluster's network, so a selector for it matches nothing.",
            Allowed = "an ipBlock",
            Fix = "use an ipBlock with the API server's address, on ports 443 and 6443",
            Check = CheckApiServerPod,
        },
    ];

    private static void CheckApiServerEgress(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
        if (policies.HasOthers || inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy").Count == 0)
        {
            return;
        }

        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            if (NetworkPolicies.Guard(workload)
                && AsksApiServer(workload, bound, inspection.Objects)
                && policies.Isolates(workload, PolicyDirection.Egress) == Flag.True
                && !policies.MayAllow(workload, PolicyDirection.Egress, Ports, Allows))
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.MetadataPath}.labels",
                    "the pods have a token and rights, but their egress is denied and no policy lets them reach the API server");
            }
        }
    }

    private static bool AsksApiServer(Workload workload, BoundAccounts bound, ObjectSet objects) =>
        PodAccount.TryGetName(workload, out string name)
        && bound.Has(workload.Object.Place, name) == Flag.True
        && (PodAccount.MountsToken(objects, workload) == Flag.True || ProjectedToken.Find(workload) >= 0);

    private static Flag Allows(Field rule, double[] ports)
    {
        Flag everywhere = PolicyRule.IsAll(rule["to"]);
        if (everywhere == Flag.Unknown)
        {
            return everywhere;
        }

        bool reaches = everywhere == Flag.True;
        rule["to"].TryGetItems(out FieldItems peers);
        foreach (Field peer in peers)
        {
            reaches |= !peer["ipBlock"].IsUnset;
        }

        if (reaches)
        {
            foreach (double port in ports)
            {
                if (PolicyRule.AllowsPort(rule, port, "TCP", null) is var allows and not Flag.False)
                {
                    return allows;
                }
            }
        }

        return Flag.False;
    }

    private static void CheckApiServerPod(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
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
