using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5201: what is not allowed is denied.</summary>
internal static class DefaultDenyRule
{
    public static Rule Descriptor { get; } = new ObjectSetRule("RMP5201", "default-deny", RuleCategory.Identity, DiagnosticSeverity.Warning)
    {
        Summary = "Every namespace with pods denies traffic in both directions by default, so that an intruder reaches nothing that is not explicitly allowed.",
        Allowed = "a NetworkPolicy that selects all pods, for Ingress and Egress, and allows nothing to everything",
        Fix = "add a NetworkPolicy with an empty podSelector, both policyTypes and no rules",
        OtherIds =
        [
            "checkov:CKV2_K8S_6", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "kubescape:C-0030", "kubescape:C-0049",
            "kubescape:C-0054", "kubescape:C-0206", "kubescape:C-0260", "polaris:missingNetworkPolicy",
        ],
        NeedsOtherObjects = true,
        Example = new(
            """
            containers: [{name: app}]
            """,
            """
            containers: [{name: app}]
            ---
            kind: NetworkPolicy
            metadata: {name: default-deny, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """,
            "Connections that no policy allows are dropped, DNS queries too."),
        Check = static inspection =>
        {
            NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
            if (policies.HasOthers)
            {
                return;
            }

            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (Workload workload in inspection.Objects.Workloads)
            {
                if (NetworkPolicies.Guard(workload) && seen.Add(workload.Object.Place))
                {
                    CheckNamespace(workload.Object, policies, inspection);
                }
            }
        },
    };

    // Reported at the namespace where it is among the objects, and otherwise at its first workload.
    private static void CheckNamespace(KubernetesObject first, NetworkPolicies policies, Inspection inspection)
    {
        KubernetesObject? place = inspection.Objects.Find("", "Namespace", "", KubernetesNamespaces.NameOf(first.Place));
        FieldAt at = inspection.At(place ?? first);
        Flag ingress = Denies(policies, first.Place, PolicyDirection.Ingress), egress = Denies(policies, first.Place, PolicyDirection.Egress);
        if (PolicyView.NameMissing(ingress, egress) is { } missing)
        {
            at.Report($"no policy denies {missing} in {(first.Namespace.Length == 0 ? "the namespace" : $"namespace '{first.Namespace}'")} by default");
        }
        else if (ingress == Flag.Unknown || egress == Flag.Unknown)
        {
            at["metadata"][place is null ? "namespace" : "name"].ReportUnknown("has policies that are not fully known");
        }
    }

    private static Flag Denies(NetworkPolicies policies, string place, PolicyDirection direction)
    {
        Flag result = policies.MayBeMore(place) ? Flag.Unknown : Flag.False;
        foreach (PolicyView policy in policies.In(place))
        {
            Flag all = policy.SelectsAll, isolates = policy.Isolates(direction);
            if (all == Flag.False || isolates == Flag.False || IsOpen(policy, direction))
            {
                continue;
            }

            if (all == Flag.True && isolates == Flag.True)
            {
                return Flag.True;
            }

            result = Flag.Unknown;
        }

        return result;
    }

    private static bool IsOpen(PolicyView policy, PolicyDirection direction)
    {
        policy.TryGetRules(direction, out FieldItems rules);
        foreach (Field rule in rules)
        {
            if (PolicyRule.IsAll(rule[PolicyView.PeersOf(direction)]) == Flag.True && PolicyRule.IsAll(rule["ports"]) == Flag.True)
            {
                return true;
            }
        }

        return false;
    }
}
