using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about how pods reach DNS.</summary>
internal static class DnsRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP5204", "dns-egress", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "Pods whose egress is denied by default may still ask DNS, by UDP and for long answers by TCP: otherwise every name fails.",
            Allowed = "egress to port 53, UDP and TCP",
            Fix = "allow egress to the cluster's DNS on port 53, UDP and TCP",
            Check = CheckDnsEgress,
        },
        new NetworkPolicyRule("RMP5216", "dns-peer", DiagnosticSeverity.Warning)
        {
            Summary = "Policies that name the pods of DNS name their namespace too: a podSelector alone looks in the policy's own namespace.",
            Allowed = "k8s-app kube-dns with a namespaceSelector for kube-system",
            Fix = "add a namespaceSelector with kubernetes.io/metadata.name kube-system to the peer",
            Check = CheckDnsPeer,
        },
        new ObjectRule("RMP5217", "dns-protocols", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "A policy that allows DNS allows UDP and TCP: answers that are too long for UDP are asked for again by TCP.",
            Allowed = "port 53 by UDP and TCP",
            Fix = "add the other protocol for port 53",
            Check = CheckDnsProtocols,
        },
        new NetworkPolicyRule("RMP5218", "dns-pods", DiagnosticSeverity.Info)
        {
            Summary = "Policies that let pods ask DNS name the pods that answer, so that the port leads nowhere else in their namespace.",
            Allowed = "a namespaceSelector together with a podSelector, e.g. k8s-app kube-dns in kube-system",
            Fix = "add a podSelector for the pods of DNS to the peer",
            Check = CheckDnsPods,
        },
    ];

    private static void CheckDnsEgress(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
        if (policies.HasOthers)
        {
            return;
        }

        foreach (Workload workload in inspection.Objects.Workloads)
        {
            if (!NetworkPolicies.Guard(workload)
                || workload.PodSpec["dnsPolicy"].Text == "None"
                || policies.Isolates(workload, PolicyDirection.Egress) != Flag.True)
            {
                continue;
            }

            bool hasUdp = policies.MayAllow(workload, PolicyDirection.Egress, "UDP", Allows);
            bool hasTcp = policies.MayAllow(workload, PolicyDirection.Egress, "TCP", Allows);
            if (!hasUdp || !hasTcp)
            {
                string protocols = hasUdp ? "TCP" : hasTcp ? "UDP" : "UDP and TCP";
                inspection.Broken(
                    workload.Object, $"{workload.MetadataPath}.labels", $"egress of the pods is denied and no policy lets them ask DNS on port 53 by {protocols}");
            }
        }
    }

    // Behind the service's port 53 OpenShift's DNS listens on 5353, which is what policies see.
    private static Flag Allows(Field rule, string protocol)
    {
        Flag all = PolicyRule.IsAll(rule["ports"]);
        if (all == Flag.Unknown)
        {
            return all;
        }

        if (all == Flag.False)
        {
            Flag usual = PolicyRule.AllowsPort(rule, 53, protocol, null);
            return usual == Flag.False ? PolicyRule.AllowsPort(rule, 5353, protocol, null) : usual;
        }

        // DNS is in another namespace, so a rule for all ports of pods of the same one does not reach it.
        if (PolicyRule.IsAll(rule["to"]) is var everywhere and not Flag.False)
        {
            return everywhere;
        }

        rule["to"].TryGetItems(out FieldItems peers);
        foreach (Field peer in peers)
        {
            if (!peer["namespaceSelector"].IsUnset || !peer["ipBlock"].IsUnset)
            {
                return Flag.Unknown;
            }
        }

        return Flag.False;
    }

    private static void CheckDnsPeer(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
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

    private static void CheckDnsProtocols(KubernetesObject item, Inspection inspection)
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

    private static void CheckDnsPods(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
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
