using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about network policies.</summary>
internal static class NetworkPolicyRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new NetworkPolicyRule("RMP5206", "policy-not-open", DiagnosticSeverity.Warning)
        {
            Summary = "No policy allows all ports to or from everywhere: rules add up, so this one cancels the effect of all others.",
            Allowed = "peers, ports, or both",
            Fix = "name the peers and the ports that are needed",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
                """,
                "Clients that no rule names can no longer connect."),
            Check = static (policy, direction, rule) =>
            {
                Field peers = rule.Field[PolicyView.PeersOf(direction)];
                if (PolicyRule.IsAll(rule.Field["ports"]) == Flag.True && (PolicyRule.IsAll(peers) == Flag.True || HasItem(peers, PolicyRule.IsEveryAddress)))
                {
                    rule.Report($"policy '{policy.Object.Name}' allows all {PolicyView.NameOf(direction)} {PrepositionOf(direction)} everywhere");
                }
            },
        },
        new NetworkPolicyRule("RMP5207", "policy-names-peers", DiagnosticSeverity.Info)
        {
            Summary = "Policies name the peers that may use a port: a port that is open to everything is also open to an intruder.",
            Allowed = "pods, namespaces, or blocks of addresses that are not everything",
            Fix = "name the pods, namespaces or addresses that need the port",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{ports: [{port: 8080}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
                """,
                "Clients that no rule names can no longer connect."),
            Check = static (policy, direction, rule) =>
            {
                if (FindWidePeer(rule.Field, direction) is { } peer)
                {
                    rule.Report($"policy '{policy.Object.Name}' allows {PolicyView.NameOf(direction)} {PrepositionOf(direction)} {peer}");
                }
            },
        },
        new ObjectSetRule("RMP5209", "policy-selects-pods", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "A policy selects pods of its namespace: a policy that selects none has a mistake in a label, and guards nothing.",
            Allowed = "a podSelector that matches a workload",
            Fix = "correct podSelector, or remove the policy",
            OtherIds = ["kube-linter:dangling-networkpolicy", "kube-score:networkpolicy-targets-pod", "kubescape:C-0299"],
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: NetworkPolicy
                spec: {podSelector: {matchLabels: {app: application}}, policyTypes: [Ingress]}
                """,
                """
                containers: [{name: app}]
                ---
                kind: NetworkPolicy
                spec: {podSelector: {matchLabels: {app: app}}, policyTypes: [Ingress]}
                """,
                "Connections to the pods that no policy allows are dropped."),
            Check = static inspection =>
            {
                foreach (KubernetesObject item in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
                {
                    PodIndex pods = PodIndex.Of(inspection.Facts);
                    PolicyView policy = new(item);
                    if (policy.SelectsAll == Flag.False && pods.In(item.Place).Count > 0 && pods.Select(item, policy.Selector, isPlain: false).Count == 0)
                    {
                        inspection.At(item)["spec"]["podSelector"].ReportMissing(
                            inspection.Objects.MayHoldMoreWorkloads(item.Place), $"policy '{item.Name}' selects no workload of its namespace in these objects");
                    }
                }
            },
        },
        new ObjectRule("RMP5210", "policy-types", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "Policies set policyTypes: without it, egress is denied only where there are rules for it, which is easy to miss.",
            Allowed = "Ingress, Egress or both",
            Fix = "set policyTypes",
            Example = new(
                """
                kind: NetworkPolicy
                spec: {podSelector: {}}
                """,
                """
                kind: NetworkPolicy
                spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                """,
                "Egress that no policy allows is dropped."),
            Check = static (item, inspection) =>
                inspection.At(item)["spec"]["policyTypes"].ReportIf(Is.Empty, $"policy '{item.Name}' does not set policyTypes"),
        },
        new ObjectRule("RMP5211", "policy-rules-effective", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "A policy has rules only for the directions in its policyTypes: others are ignored, and that direction stays open.",
            Allowed = "rules for the directions in policyTypes",
            Fix = "add the direction to policyTypes, or remove its rules",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  egress: [{to: [{podSelector: {matchLabels: {app: database}}}], ports: [{port: 5432}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress, Egress]
                  egress: [{to: [{podSelector: {matchLabels: {app: database}}}], ports: [{port: 5432}]}]
                """,
                "Egress that no rule allows is dropped."),
            Check = static (item, inspection) =>
            {
                PolicyView policy = new(item);
                foreach (PolicyDirection direction in PolicyView.Directions)
                {
                    if (policy.Isolates(direction) == Flag.False)
                    {
                        string name = PolicyView.NameOf(direction);
                        inspection.At(item)["spec"][name].ReportIfKnown(
                            Is.NotEmpty, $"policy '{item.Name}' has rules for {name}, which its policyTypes do not name");
                    }
                }
            },
        },
        new ObjectRule("RMP5213", "policy-pod-selector", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "Policies select the pods that they are for: a policy that allows more than DNS to every pod allows it to pods that come later too.",
            Allowed = "a podSelector; an empty one only to deny, or to allow DNS",
            Fix = "set podSelector to the labels of the pods that need what is allowed",
            OtherIds = ["trivy:KSV-0038"],
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
                """,
                "Other pods lose what the policy allowed them."),
            Check = CheckSelector,
        },
        new NetworkPolicyRule("RMP5214", "policy-names-ports", DiagnosticSeverity.Info)
        {
            Summary = "Policies name the ports that they open: peers that need one port of a pod need not reach its metrics and debugging ports.",
            Allowed = "ports with numbers or names",
            Fix = "name the ports that are needed",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
                """,
                "Connections to other ports, such as those for metrics, are dropped."),
            Check = static (policy, direction, rule) =>
            {
                FieldAt ports = rule["ports"];

                // Without peers too, another rule reports it.
                if (PolicyRule.IsAll(rule.Field[PolicyView.PeersOf(direction)]) == Flag.False
                    && (PolicyRule.IsAll(ports.Field) == Flag.True || HasItem(ports.Field, static port => port["port"].IsUnset)))
                {
                    ports.Report($"policy '{policy.Object.Name}' allows {PolicyView.NameOf(direction)} on all ports");
                }
            },
        },
        new NetworkPolicyRule("RMP5215", "policy-valid", DiagnosticSeverity.Error)
        {
            Summary = "Peers are pods, namespaces or a block of addresses, and port ranges have both ends: the API server rejects anything else.",
            Allowed = "podSelector, namespaceSelector or both, or an ipBlock with cidr; endPort with a number in port that is not larger",
            Fix = "complete the peer or the range",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Egress]
                  egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}, podSelector: {}}], ports: [{port: 443}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Egress]
                  egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}], ports: [{port: 443}]}]
                """),
            Check = static (policy, direction, rule) =>
            {
                foreach (FieldAt peer in rule[PolicyView.PeersOf(direction)].Items)
                {
                    if (ProblemOf(peer.Field) is { } problem)
                    {
                        peer.Report($"a peer of policy '{policy.Object.Name}' {problem}");
                    }
                }

                foreach (FieldAt port in rule["ports"].Items)
                {
                    Field first = port.Field["port"];
                    FieldAt last = port["endPort"];
                    if (!last.IsUnset && last.Field.TryGetInteger(out double end)
                        && (first.IsUnset || !first.TryGetInteger(out double start) ? !first.IsUnknown : end < start))
                    {
                        last.Report($"a port range of policy '{policy.Object.Name}' ends at {last.Shown} but does not start at a number that is not larger");
                    }
                }
            },
        },
    ];

    private static string PrepositionOf(PolicyDirection direction) => direction == PolicyDirection.Ingress ? "from" : "to";

    private static bool HasItem(Field list, Func<Field, bool> isSought)
    {
        _ = list.TryGetItems(out FieldItems items);
        foreach (Field item in items)
        {
            if (isSought(item))
            {
                return true;
            }
        }

        return false;
    }

    private static string? FindWidePeer(Field rule, PolicyDirection direction)
    {
        // Without ports, another rule reports what is open to everywhere.
        Field peers = rule[PolicyView.PeersOf(direction)];
        bool hasPorts = PolicyRule.IsAll(rule["ports"]) == Flag.False;
        if (hasPorts && PolicyRule.IsAll(peers) == Flag.True)
        {
            return "everywhere";
        }

        if (hasPorts && HasItem(peers, PolicyRule.IsEveryAddress))
        {
            return "every address";
        }

        // Not every policy that allows DNS can say which pods answer.
        return direction == PolicyDirection.Egress && PolicyRule.IsDns(rule) ? null
            : HasItem(peers, PolicyRule.IsEveryPod) ? "every pod of the cluster"
            : HasItem(peers, PolicyRule.IsEveryNeighbour) ? "every pod of its namespace"
            : null;
    }

    private static void CheckSelector(KubernetesObject item, Inspection inspection)
    {
        PolicyView policy = new(item);
        FieldAt selector = inspection.At(item)["spec"]["podSelector"];
        if (selector.IsUnset)
        {
            selector.Report($"policy '{item.Name}' has no podSelector, so it is for every pod of the namespace");
            return;
        }

        if (policy.SelectsAll == Flag.Unknown)
        {
            selector.ReportUnknown();
        }

        foreach (PolicyDirection direction in PolicyView.Directions)
        {
            if (policy.SelectsAll == Flag.True
                && HasItem(item.Spec[PolicyView.NameOf(direction)], rule => direction == PolicyDirection.Ingress || !PolicyRule.IsDns(rule)))
            {
                selector.Report($"policy '{item.Name}' allows {PolicyView.NameOf(direction)} for every pod of the namespace");
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
