using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about network policies.</summary>
internal static class NetworkPolicyRules
{
    private static readonly PolicyDirection[] Directions = [PolicyDirection.Ingress, PolicyDirection.Egress];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new NetworkPolicyRule("RMP5206", "policy-not-open", DiagnosticSeverity.Warning)
        {
            Summary = "No policy allows all ports to or from everywhere: rules add up, so this one takes every other's effect.",
            Allowed = "peers, ports, or both",
            Fix = "name the peers and the ports that are needed",
            Check = CheckOpenPolicy,
        },
        new NetworkPolicyRule("RMP5207", "policy-names-peers", DiagnosticSeverity.Info)
        {
            Summary = "Policies say whom ports are open to or for: a port that is open to everywhere is also open to an intruder's.",
            Allowed = "pods, namespaces, or blocks of addresses that are not everything",
            Fix = "name the pods, namespaces or addresses that are meant",
            Check = CheckOpenPort,
        },
        new ObjectSetRule("RMP5209", "policy-selects-pods", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "A policy selects pods of its namespace: one that selects none is a mistake in a label, and guards nothing.",
            Allowed = "a podSelector that matches a workload",
            Fix = "correct podSelector, or remove the policy",
            OtherIds =
                ["kube-linter:dangling-networkpolicy", "kube-score:networkpolicy-targets-pod", "kubescape:C-0299"],
            Check = CheckIdlePolicy,
        },
        new ObjectRule("RMP5210", "policy-types", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "Policies say their policyTypes: without them egress is denied only where there are rules for it, which surprises.",
            Allowed = "Ingress, Egress or both",
            Fix = "set policyTypes",
            Check = static (item, inspection) =>
            {
                if (!item.Spec["policyTypes"].TryGetItems(out FieldItems types))
                {
                    inspection.Unknown(item, "spec.policyTypes");
                }
                else if (types.Count == 0)
                {
                    inspection.Broken(item, "spec.policyTypes", $"policy '{item.Name}' does not say its policyTypes");
                }
            },
        },
        new ObjectRule("RMP5211", "policy-rules-effective", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "A policy has rules only for the directions that its policyTypes name: others are ignored, and that direction stays open.",
            Allowed = "rules for the directions in policyTypes",
            Fix = "add the direction to policyTypes, or remove its rules",
            Check = static (item, inspection) =>
            {
                PolicyView policy = new(item);
                foreach (PolicyDirection direction in Directions)
                {
                    if (policy.Isolates(direction) == Flag.False && policy.TryGetRules(direction, out FieldItems rules) && rules.Count > 0)
                    {
                        string name = PolicyView.NameOf(direction);
                        inspection.Broken(item, $"spec.{name}", $"policy '{item.Name}' has rules for {name}, which its policyTypes do not name");
                    }
                }
            },
        },
        new ObjectRule("RMP5213", "policy-pod-selector", RuleCategory.Identity, DiagnosticSeverity.Info, NetworkPolicies.Group, "NetworkPolicy")
        {
            Summary = "Policies say which pods they are for: one that allows more than DNS to every pod allows it to those that come later too.",
            Allowed = "a podSelector; an empty one only to deny, or to allow DNS",
            Fix = "set podSelector to the labels of the pods that need what is allowed",
            OtherIds = ["trivy:KSV-0038"],
            Check = CheckPolicySelector,
        },
        new NetworkPolicyRule("RMP5214", "policy-names-ports", DiagnosticSeverity.Info)
        {
            Summary = "Policies say which ports are open: who may reach one port of a pod need not reach its metrics and debugging ports.",
            Allowed = "ports with numbers or names",
            Fix = "name the ports that are needed",
            Check = CheckPolicyPorts,
        },
        new NetworkPolicyRule("RMP5215", "policy-valid", DiagnosticSeverity.Error)
        {
            Summary = "Peers are pods, namespaces or a block of addresses, and ranges of ports have both ends: the API server rejects all else.",
            Allowed = "podSelector, namespaceSelector or both, or an ipBlock with cidr; endPort with a number in port that is not larger",
            Fix = "complete the peer or the range",
            Check = CheckPolicyValid,
        },
    ];

    private static void CheckOpenPolicy(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        Field peers = rule[PolicyView.PeersOf(direction)];
        if (PolicyRule.IsAll(rule["ports"]) != Flag.True)
        {
            return;
        }

        bool isOpen = PolicyRule.IsAll(peers) == Flag.True;
        peers.TryGetItems(out FieldItems items);
        foreach (Field peer in items)
        {
            isOpen |= PolicyRule.IsEveryAddress(peer);
        }

        if (isOpen)
        {
            string where = direction == PolicyDirection.Ingress ? "from everywhere" : "to everywhere";
            inspection.Broken(policy.Object, path, $"policy '{policy.Object.Name}' allows all {PolicyView.NameOf(direction)} {where}");
        }
    }

    private static void CheckOpenPort(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        // Without ports it is another rule's.
        bool hasPorts = PolicyRule.IsAll(rule["ports"]) == Flag.False;
        Field peers = rule[PolicyView.PeersOf(direction)];
        string who = "";
        if (PolicyRule.IsAll(peers) == Flag.True)
        {
            who = hasPorts ? "everywhere" : "";
        }

        peers.TryGetItems(out FieldItems items);
        foreach (Field peer in items)
        {
            if (hasPorts && PolicyRule.IsEveryAddress(peer))
            {
                who = "every address";
                break;
            }

            // Who asks DNS cannot always say which pods answer.
            if (direction == PolicyDirection.Egress && PolicyRule.IsDns(rule))
            {
                continue;
            }

            if (PolicyRule.IsEveryPod(peer))
            {
                who = "every pod of the cluster";
                break;
            }

            if (PolicyRule.IsEveryNeighbour(peer))
            {
                who = "every pod of its namespace";
            }
        }

        if (who.Length > 0)
        {
            string preposition = direction == PolicyDirection.Ingress ? "from" : "to";
            inspection.Broken(policy.Object, path, $"policy '{policy.Object.Name}' allows {PolicyView.NameOf(direction)} {preposition} {who}");
        }
    }

    private static void CheckIdlePolicy(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
        {
            PodIndex pods = PodIndex.Of(inspection.Facts);
            PolicyView policy = new(item);
            if (policy.SelectsAll != Flag.False || pods.In(item.Place).Count == 0)
            {
                continue;
            }

            if (pods.Select(item, policy.Selector, isPlain: false).Count == 0)
            {
                if (inspection.Objects.MayHoldMoreWorkloads(item.Place))
                {
                    inspection.UnknownNamespace(item, "spec.podSelector");
                    continue;
                }

                inspection.Broken(item, "spec.podSelector", $"policy '{item.Name}' selects no workload of its namespace in these objects");
            }
        }
    }

    private static void CheckPolicySelector(KubernetesObject item, Inspection inspection)
    {
        PolicyView policy = new(item);
        if (item.Spec["podSelector"].IsUnset)
        {
            inspection.Broken(item, "spec.podSelector", $"policy '{item.Name}' has no podSelector, so it is for every pod of the namespace");
        }
        else if (policy.SelectsAll == Flag.Unknown)
        {
            inspection.Unknown(item, "spec.podSelector");
        }
        else if (policy.SelectsAll == Flag.True)
        {
            foreach (PolicyDirection direction in Directions)
            {
                policy.TryGetRules(direction, out FieldItems rules);
                foreach (Field rule in rules)
                {
                    if (direction == PolicyDirection.Ingress || !PolicyRule.IsDns(rule))
                    {
                        string name = PolicyView.NameOf(direction);
                        inspection.Broken(item, "spec.podSelector", $"policy '{item.Name}' allows {name} for every pod of the namespace");
                        break;
                    }
                }
            }
        }
    }

    private static void CheckPolicyPorts(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
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

    private static void CheckPolicyValid(PolicyView policy, PolicyDirection direction, Field rule, string path, Inspection inspection)
    {
        string list = PolicyView.PeersOf(direction);
        rule[list].TryGetItems(out FieldItems peers);
        for (int i = 0; i < peers.Count; i++)
        {
            if (ProblemOf(peers[i]) is { } problem)
            {
                inspection.Broken(
                    policy.Object, string.Create(CultureInfo.InvariantCulture, $"{path}.{list}[{i}]"), $"a peer of policy '{policy.Object.Name}' {problem}");
            }
        }

        rule["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count; i++)
        {
            Field first = ports[i]["port"], last = ports[i]["endPort"];
            if (!last.IsUnset && last.TryGetInteger(out double end)
                && (first.IsUnset || !first.TryGetInteger(out double start) ? !first.IsUnknown : end < start))
            {
                inspection.Broken(
                    policy.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{path}.ports[{i}].endPort"),
                    $"a range of ports of policy '{policy.Object.Name}' ends at {last.Shown} but does not start at a number that is not larger",
                    last.Shown);
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
