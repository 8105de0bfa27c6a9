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
            Summary = "Pods whose egress is denied by default may still query DNS, over UDP and, for long answers, over TCP: otherwise every name lookup fails.",
            Allowed = "egress to port 53, UDP and TCP",
            Fix = "allow egress to the cluster's DNS on port 53, UDP and TCP",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: NetworkPolicy
                spec: {podSelector: {}, policyTypes: [Egress]}
                """,
                """
                containers: [{name: app}]
                ---
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress:
                  - to:
                    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      podSelector: {matchLabels: {k8s-app: kube-dns}}
                    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
                """),
            Check = static inspection =>
            {
                NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
                if (policies.HasOthers)
                {
                    return;
                }

                foreach (Workload workload in inspection.Objects.Workloads)
                {
                    if (NetworkPolicies.Guard(workload)
                        && workload.PodSpec["dnsPolicy"].Text != "None"
                        && policies.Isolates(workload, PolicyDirection.Egress) == Flag.True)
                    {
                        CheckEgress(workload, policies, inspection);
                    }
                }
            },
        },
        new NetworkPolicyRule("RMP5216", "dns-peer", DiagnosticSeverity.Warning)
        {
            Summary = "Policies that select the pods of DNS select their namespace too: a podSelector alone selects pods in the policy's own namespace.",
            Allowed = "k8s-app kube-dns with a namespaceSelector for kube-system",
            Fix = "add a namespaceSelector with kubernetes.io/metadata.name kube-system to the peer",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress:
                  - to: [{podSelector: {matchLabels: {k8s-app: kube-dns}}}]
                    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress:
                  - to:
                    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      podSelector: {matchLabels: {k8s-app: kube-dns}}
                    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
                """),
            Check = static (policy, direction, rule) =>
            {
                if (direction == PolicyDirection.Egress && !KubernetesNamespaces.IsOfControlPlane(policy.Object.Namespace))
                {
                    foreach (FieldAt peer in rule["to"].Items)
                    {
                        Field label = peer.Field["podSelector"]["matchLabels"]["k8s-app"];
                        if (label.Text is "kube-dns" or "coredns")
                        {
                            peer["namespaceSelector"].ReportIf(Is.Unset, $"policy '{policy.Object.Name}' looks for {label.Shown} in its own namespace");
                        }
                    }
                }
            },
        },
        new ObjectRule("RMP5217", "dns-protocols", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "A policy that allows DNS allows UDP and TCP: clients repeat a query over TCP when the answer is too long for UDP.",
            Allowed = "port 53 over UDP and TCP",
            Fix = "add the other protocol for port 53",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress: [{ports: [{port: 53, protocol: UDP}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress: [{ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]}]
                """),
            Check = CheckProtocols,
        },
        new NetworkPolicyRule("RMP5218", "dns-pods", DiagnosticSeverity.Info)
        {
            Summary = "Policies that let pods query DNS select the pods that answer, so that the port leads nowhere else in their namespace.",
            Allowed = "a namespaceSelector together with a podSelector, e.g. k8s-app kube-dns in kube-system",
            Fix = "add a podSelector for the pods of DNS to the peer",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress:
                  - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
                    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress:
                  - to:
                    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      podSelector: {matchLabels: {k8s-app: kube-dns}}
                    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
                """,
                "Pods that query another DNS server of the namespace, such as a cache on the node, no longer reach it."),
            Check = static (policy, direction, rule) =>
            {
                if (direction == PolicyDirection.Egress && IsForDns(rule.Field))
                {
                    foreach (FieldAt peer in rule["to"].Items)
                    {
                        Field place = peer.Field["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"];
                        if (!place.IsUnset)
                        {
                            peer["podSelector"].ReportIf(
                                Is.Unset, $"policy '{policy.Object.Name}' lets pods query every pod of namespace '{place.Shown}' for DNS");
                        }
                    }
                }
            },
        },
    ];

    private static void CheckEgress(Workload workload, NetworkPolicies policies, Inspection inspection)
    {
        bool hasUdp = policies.MayAllow(workload, PolicyDirection.Egress, "UDP", Allows);
        bool hasTcp = policies.MayAllow(workload, PolicyDirection.Egress, "TCP", Allows);
        if (!hasUdp || !hasTcp)
        {
            string protocols = hasUdp ? "TCP" : hasTcp ? "UDP" : "UDP and TCP";
            inspection.AtMetadata(workload)["labels"].Report($"egress of the pods is denied and no policy allows them to query DNS on port 53 over {protocols}");
        }
    }

    // Behind port 53 of its Service, OpenShift's DNS listens on 5353, which is the port that policies see.
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

    private static void CheckProtocols(KubernetesObject item, Inspection inspection)
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

            udp = udp.Or(PolicyRule.AllowsPort(rule, 53, "UDP", null));
            tcp = tcp.Or(PolicyRule.AllowsPort(rule, 53, "TCP", null));
        }

        if (isNamed && (udp == Flag.False || tcp == Flag.False))
        {
            inspection.At(item)["spec"]["egress"].Report($"policy '{item.Name}' allows DNS only over {(udp == Flag.False ? "TCP" : "UDP")}");
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
