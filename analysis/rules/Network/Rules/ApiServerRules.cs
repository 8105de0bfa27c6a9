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
            Summary = "Pods with a token and rights may connect to the API server, which is not a pod: only a rule for addresses, or for everywhere, allows it.",
            Allowed = "egress to an ipBlock, or to everywhere, on port 443 or 6443",
            Fix = "allow egress to the API server's address by ipBlock on ports 443 and 6443",
            NeedsOtherObjects = true,
            Example = new(
                """
                serviceAccountName: app
                automountServiceAccountToken: true
                ---
                kind: RoleBinding
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
                subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
                ---
                kind: NetworkPolicy
                spec: {podSelector: {}, policyTypes: [Egress]}
                """,
                """
                serviceAccountName: app
                automountServiceAccountToken: true
                ---
                kind: RoleBinding
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app}
                subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
                ---
                kind: NetworkPolicy
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress: [{to: [{ipBlock: {cidr: 10.0.0.1/32}}], ports: [{port: 443}, {port: 6443}]}]
                """),
            Check = CheckEgress,
        },
        new NetworkPolicyRule("RMP5208", "api-server-is-no-pod", DiagnosticSeverity.Warning)
        {
            Summary = "Policies select the API server by its address: it is not a pod in the cluster's network, so a selector for it matches nothing.",
            Allowed = "an ipBlock",
            Fix = "use an ipBlock with the API server's address, on ports 443 and 6443",
            Example = new(
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Egress]
                  egress: [{to: [{podSelector: {matchLabels: {component: kube-apiserver}}}], ports: [{port: 6443}]}]
                """,
                """
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Egress]
                  egress: [{to: [{ipBlock: {cidr: 10.0.0.1/32}}], ports: [{port: 443}, {port: 6443}]}]
                """),
            Check = static (policy, direction, rule) =>
            {
                foreach (FieldAt peer in rule[PolicyView.PeersOf(direction)].Items)
                {
                    foreach (FieldAt label in peer["podSelector"]["matchLabels"].Entries)
                    {
                        if (label.Text is "apiserver" or "kube-apiserver")
                        {
                            peer["podSelector"].Report($"policy '{policy.Object.Name}' selects the API server as a pod, by {label.Name} {label.Shown}", label.Shown);
                        }
                    }
                }
            },
        },
    ];

    private static void CheckEgress(Inspection inspection)
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
                && UsesApiServer(workload, bound, inspection.Objects)
                && policies.Isolates(workload, PolicyDirection.Egress) == Flag.True
                && !policies.MayAllow(workload, PolicyDirection.Egress, Ports, Allows))
            {
                inspection.AtMetadata(workload)["labels"].Report(
                    "the pods have a token and rights, but their egress is denied and no policy allows them to connect to the API server");
            }
        }
    }

    private static bool UsesApiServer(Workload workload, BoundAccounts bound, ObjectSet objects) =>
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
}
