using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4008: pods that are not ready do not hold up a drain.</summary>
internal sealed class BudgetUnhealthyPodsRule()
    : ObjectRule("RMP4008", "disruption-budget-unhealthy-pods", RuleCategory.Availability, DiagnosticSeverity.Info, "policy", "PodDisruptionBudget")
{
    public override string Summary =>
        "A budget lets pods go that are not ready anyway; otherwise one pod that never starts keeps its node from being drained.";

    public override string Allowed => "unhealthyPodEvictionPolicy AlwaysAllow";

    public override string Fix => "set unhealthyPodEvictionPolicy to AlwaysAllow";

    public override string Guide => "Pod Disruption Budgets";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:pdb-unhealthy-pod-eviction-policy"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        const string Path = "spec.unhealthyPodEvictionPolicy";
        Field policy = item.Spec["unhealthyPodEvictionPolicy"];
        if (!policy.TryGetText(out string text))
        {
            inspection.Unknown(item, Path);
        }
        else if (text != "AlwaysAllow")
        {
            inspection.Broken(item, Path, "pods that never become ready hold up a node drain", policy.Shown);
        }
    }
}
