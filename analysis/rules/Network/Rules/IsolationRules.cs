using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about which pods are isolated.</summary>
internal static class IsolationRules
{
    private static readonly string[] Kinds = ["Service", "ConfigMap", "Secret", "PersistentVolumeClaim"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        DefaultDenyRule.Descriptor,
        new ObjectSetRule("RMP5202", "default-deny-alone", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "The policy that denies by default allows nothing, so that removing a rule that is no longer needed never opens the namespace.",
            Allowed = "a NetworkPolicy without rules that selects all pods",
            Fix = "add a NetworkPolicy with an empty podSelector, both policyTypes and no rules",
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
                metadata: {name: default-deny, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Ingress]}
                ---
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
                """),
            Check = static inspection =>
            {
                NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
                HashSet<string> seen = new(StringComparer.Ordinal);
                foreach (KubernetesObject policy in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
                {
                    if (seen.Add(policy.Place))
                    {
                        foreach (PolicyDirection direction in PolicyView.Directions)
                        {
                            CheckDenials(policies.In(policy.Place), direction, inspection);
                        }
                    }
                }
            },
        },
        new ObjectSetRule("RMP5203", "workload-isolated", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "Where a namespace has policies, one selects every pod in both directions: pods that none selects may connect to everything.",
            Allowed = "a NetworkPolicy that selects the pods for Ingress and one for Egress",
            Fix = "add a NetworkPolicy for the pods, or one that denies by default",
            OtherIds =
            [
                "checkov:CKV2_K8S_6", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "kubescape:C-0030", "kubescape:C-0260",
                "polaris:missingNetworkPolicy",
            ],
            NeedsOtherObjects = true,
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: NetworkPolicy
                spec: {podSelector: {matchLabels: {app: application}}, policyTypes: [Ingress, Egress]}
                """,
                """
                containers: [{name: app}]
                ---
                kind: NetworkPolicy
                spec: {podSelector: {matchLabels: {app: app}}, policyTypes: [Ingress, Egress]}
                """,
                "Connections that no policy allows are dropped, DNS queries too."),
            Check = static inspection =>
            {
                NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
                if (policies.HasOthers)
                {
                    return;
                }

                foreach (Workload workload in inspection.Objects.Workloads)
                {
                    // For a namespace without policies, the rule about the default reports once.
                    if (NetworkPolicies.Guard(workload) && policies.In(workload.Object.Place).Count > 0)
                    {
                        CheckIsolation(workload, policies, inspection);
                    }
                }
            },
        },
        new ObjectSetRule("RMP5401", "own-namespace", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "Workloads are not in the namespace default, which nobody guards, or in one of the control plane, where no standard can be enforced.",
            Allowed = "a namespace of its own",
            Fix = "create a namespace for the application and put its objects there",
            OtherIds =
            [
                "checkov:CKV_K8S_21", "kube-linter:use-namespace", "kubescape:C-0061", "kubescape:C-0212", "trivy:KSV-0037", "trivy:KSV-0110",
            ],
            Example = new(
                """
                kind: Deployment
                metadata: {name: app, namespace: default}
                spec: {template: {spec: {containers: [{name: app}]}}}
                """,
                """
                kind: Deployment
                metadata: {name: app, namespace: shop}
                spec: {template: {spec: {containers: [{name: app}]}}}
                """,
                "The objects are created again in the other namespace, and clients need the new DNS name."),
            Check = CheckNamespace,
        },
    ];

    private static void CheckDenials(List<PolicyView> policies, PolicyDirection direction, Inspection inspection)
    {
        PolicyView? first = null;
        foreach (PolicyView policy in policies)
        {
            if (policy.SelectsAll != Flag.False && policy.Isolates(direction) != Flag.False)
            {
                // Rules that are not known yet may be none.
                if (!policy.TryGetRules(direction, out FieldItems rules) || rules.Count == 0)
                {
                    return;
                }

                first ??= policy;
            }
        }

        if (first is not null)
        {
            string name = PolicyView.NameOf(direction);
            inspection.At(first.Object)["spec"][name].Report($"the policies that deny {name} by default, such as '{first.Object.Name}', also allow some");
        }
    }

    private static void CheckIsolation(Workload workload, NetworkPolicies policies, Inspection inspection)
    {
        Flag ingress = policies.Isolates(workload, PolicyDirection.Ingress), egress = policies.Isolates(workload, PolicyDirection.Egress);
        if (PolicyView.NameMissing(ingress, egress) is { } missing)
        {
            inspection.AtMetadata(workload)["labels"].Report($"no policy of the namespace selects the pods for {missing}");
        }
        else if (ingress == Flag.Unknown || egress == Flag.Unknown)
        {
            inspection.AtMetadata(workload)["labels"].ReportUnknown("may be selected by policies that are not fully known");
        }
    }

    private static void CheckNamespace(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            string place = workload.Object.Namespace;
            if ((place == KubernetesNamespaces.Default || KubernetesNamespaces.IsOfControlPlane(place)) && !workload.Object.IsOwned)
            {
                Report(workload.Object, inspection);
            }
        }

        foreach (string kind in Kinds)
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("", kind, KubernetesNamespaces.Default))
            {
                // An object without a namespace goes where its client is set to. Kubernetes itself puts two objects there.
                if (item.Namespace == KubernetesNamespaces.Default && item is not ({ Kind: "Service", Name: "kubernetes" } or { Kind: "ConfigMap", Name: "kube-root-ca.crt" }))
                {
                    Report(item, inspection);
                }
            }
        }
    }

    private static void Report(KubernetesObject item, Inspection inspection)
    {
        FieldAt place = inspection.At(item)["metadata"]["namespace"];
        place.Report($"{item.Kind} '{item.Name}' is in namespace '{place.Shown}'");
    }
}
