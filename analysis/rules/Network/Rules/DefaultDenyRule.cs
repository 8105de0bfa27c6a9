using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5201: what is not allowed is denied.</summary>
internal static class DefaultDenyRule
{
    public static Rule Descriptor { get; } = new ObjectSetRule("RMP5201", "default-deny", RuleCategory.Identity, DiagnosticSeverity.Warning)
    {
        Summary = "Every namespace with pods denies traffic in both directions by default, so an intruder reaches nothing that nobody allowed.",
        Allowed = "a NetworkPolicy that selects all pods, for Ingress and Egress, and allows nothing to everybody",
        Fix = "add a NetworkPolicy with an empty podSelector, both policyTypes and no rules",
        OtherIds =
        [
            "checkov:CKV2_K8S_6", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "kubescape:C-0030", "kubescape:C-0049",
            "kubescape:C-0054", "kubescape:C-0206", "kubescape:C-0260", "polaris:missingNetworkPolicy",
        ],
        NeedsOtherObjects = true,
        Check = Check,
    };

    private static void Check(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
        if (policies.HasOthers)
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            string place = workload.Object.Place;
            if (NetworkPolicies.Guard(workload) && seen.Add(place))
            {
                KubernetesObject item = inspection.Objects.Find("", "Namespace", "", KubernetesNamespaces.NameOf(place)) ?? workload.Object;
                CheckPart(policies, workload.Object, item, inspection);
            }
        }
    }

    private static void CheckPart(NetworkPolicies policies, KubernetesObject guarded, KubernetesObject item, Inspection inspection)
    {
        string place = guarded.Place;
        Flag ingress = Denies(policies, place, PolicyDirection.Ingress), egress = Denies(policies, place, PolicyDirection.Egress);
        string? what = (ingress, egress) switch
        {
            (Flag.False, Flag.False) => "ingress and egress",
            (Flag.False, _) => "ingress",
            (_, Flag.False) => "egress",
            _ => null,
        };
        if (what is not null)
        {
            string where = guarded.Namespace.Length == 0 ? "the namespace" : $"namespace '{guarded.Namespace}'";
            inspection.Broken(item, "", $"no policy denies {what} in {where} by default");
        }
        else if (ingress == Flag.Unknown || egress == Flag.Unknown)
        {
            inspection.Unknown(item, item.Kind == "Namespace" ? "metadata.name" : "metadata.namespace", "has policies of which too little is known");
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
