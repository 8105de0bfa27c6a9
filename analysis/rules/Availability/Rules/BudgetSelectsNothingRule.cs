using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4004: disruption budgets choose pods.</summary>
internal sealed class BudgetSelectsNothingRule()
    : ObjectRule("RMP4004", "disruption-budget-selects-nothing", RuleCategory.Availability, DiagnosticSeverity.Warning, "policy", "PodDisruptionBudget")
{
    public override string Summary =>
        "A disruption budget chooses pods of its namespace; one that chooses none protects nothing, and nobody notices.";

    public override string Allowed => "a selector that matches the pods of a workload";

    public override string Fix => "give the budget the selector of the workload";

    public override string Guide => "Pod Disruption Budgets";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["selector"].IsUnset)
        {
            inspection.Broken(item, "spec.selector", "selector is missing, so the budget chooses no pods");
            return;
        }

        if (item.Metadata["namespace"].IsUnknown || BudgetMap.Of(inspection).GroupOf(item).Choices.Count > 0)
        {
            return;
        }

        // Those that a budget is made for; what it is for may be elsewhere when there are none.
        int workloads = PodIndex.Of(inspection).PlaceOf(item)?.Having(static workload => workload.HasScale).Count ?? 0;
        if (workloads > 0 && inspection.Objects.MayHoldMoreWorkloads(item.Place))
        {
            inspection.UnknownNamespace(item, "spec.selector");
        }
        else if (workloads > 0)
        {
            inspection.Broken(
                item,
                "spec.selector",
                string.Create(CultureInfo.InvariantCulture, $"selector chooses no pods of the {workloads} workload{(workloads == 1 ? "" : "s")} in {Place(item)}"));
        }
    }

    private static string Place(KubernetesObject item) => item.Namespace.Length == 0 ? "its namespace" : $"namespace '{item.Namespace}'";
}
