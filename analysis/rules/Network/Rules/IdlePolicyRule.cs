using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5209: policies select pods.</summary>
internal sealed class IdlePolicyRule()
    : Rule("RMP5209", "policy-selects-pods", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override string Summary => "A policy selects pods of its namespace: one that selects none is a mistake in a label, and guards nothing.";

    public override string Allowed => "a podSelector that matches a workload";

    public override string Fix => "correct podSelector, or remove the policy";

    public override IReadOnlyList<string> OtherIds =>
        ["kube-linter:dangling-networkpolicy", "kube-score:networkpolicy-targets-pod", "kubescape:C-0299"];

    internal override void Check(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy"))
        {
            PodIndex pods = PodIndex.Of(inspection);
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
}
