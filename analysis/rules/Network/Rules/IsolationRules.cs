using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about which pods are isolated.</summary>
internal static class IsolationRules
{
    private static readonly PolicyDirection[] Directions = [PolicyDirection.Ingress, PolicyDirection.Egress];

    private static readonly string[] Kinds = ["Service", "ConfigMap", "Secret", "PersistentVolumeClaim"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        DefaultDenyRule.Descriptor,
        new ObjectSetRule("RMP5202", "default-deny-alone", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "The policy that denies by default allows nothing, so nobody opens the namespace by removing what is no longer needed.",
            Allowed = "a NetworkPolicy without rules that selects all pods",
            Fix = "add a NetworkPolicy with an empty podSelector, both policyTypes and no rules",
            Check = static inspection =>
            {
                NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
                HashSet<string> seen = new(StringComparer.Ordinal);
                foreach (KubernetesObject policy in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
                {
                    if (seen.Add(policy.Place))
                    {
                        foreach (PolicyDirection direction in Directions)
                        {
                            CheckDenials(policies.In(policy.Place), direction, inspection);
                        }
                    }
                }
            },
        },
        new ObjectSetRule("RMP5203", "workload-isolated", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "Where a namespace has policies, one selects every pod in both directions: what none selects may talk to everybody.",
            Allowed = "a NetworkPolicy that selects the pods for Ingress and one for Egress",
            Fix = "add a NetworkPolicy for the pods, or one that denies by default",
            OtherIds =
            [
                "checkov:CKV2_K8S_6", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "kubescape:C-0030", "kubescape:C-0260",
                "polaris:missingNetworkPolicy",
            ],
            NeedsOtherObjects = true,
            Check = CheckWorkloadIsolation,
        },
        new ObjectSetRule("RMP5401", "own-namespace", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary =
                "Workloads are neither in the namespace default, which nobody guards, nor in one of the control plane, where a standard cannot be enforced.",
            Allowed = "a namespace of its own",
            Fix = "make a namespace for the application and put its objects there",
            OtherIds =
                ["checkov:CKV_K8S_21", "kube-linter:use-namespace", "kubescape:C-0061", "kubescape:C-0212", "trivy:KSV-0037", "trivy:KSV-0110"],
            Check = CheckSharedNamespace,
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
            inspection.Broken(first.Object, $"spec.{name}", $"the policies that deny {name} by default, such as '{first.Object.Name}', also allow some");
        }
    }

    private static void CheckWorkloadIsolation(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
        if (policies.HasOthers)
        {
            return;
        }

        foreach (Workload workload in inspection.Objects.Workloads)
        {
            // Of a namespace without policies the rule about the default speaks once.
            if (!NetworkPolicies.Guard(workload) || policies.In(workload.Object.Place).Count == 0)
            {
                continue;
            }

            Flag ingress = policies.Isolates(workload, PolicyDirection.Ingress), egress = policies.Isolates(workload, PolicyDirection.Egress);
            string? what = (ingress, egress) switch
            {
                (Flag.False, Flag.False) => "ingress and egress",
                (Flag.False, _) => "ingress",
                (_, Flag.False) => "egress",
                _ => null,
            };
            if (what is not null)
            {
                inspection.Broken(workload.Object, $"{workload.MetadataPath}.labels", $"no policy of the namespace selects the pods for {what}");
            }
            else if (ingress == Flag.Unknown || egress == Flag.Unknown)
            {
                inspection.Unknown(workload.Object, $"{workload.MetadataPath}.labels", "may be selected by policies of which too little is known");
            }
        }
    }

    private static void CheckSharedNamespace(Inspection inspection)
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
                // One that names no namespace is where its client is set to. Kubernetes itself puts two there.
                if (item.Namespace == KubernetesNamespaces.Default && item is not ({ Kind: "Service", Name: "kubernetes" } or { Kind: "ConfigMap", Name: "kube-root-ca.crt" }))
                {
                    Report(item, inspection);
                }
            }
        }
    }

    private static void Report(KubernetesObject item, Inspection inspection)
    {
        string place = item.Metadata["namespace"].Shown;
        inspection.Broken(item, "metadata.namespace", $"{item.Kind} '{item.Name}' is in namespace '{place}'", place);
    }
}
