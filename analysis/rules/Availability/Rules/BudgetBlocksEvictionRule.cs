using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4101: disruption budgets let at least one pod go.</summary>
internal sealed class BudgetBlocksEvictionRule()
    : ObjectRule("RMP4101", "disruption-budget-blocks-eviction", RuleCategory.Availability, DiagnosticSeverity.Error, "policy", "PodDisruptionBudget")
{
    public override string Summary =>
        "A disruption budget allows one eviction at the lowest scale; one that allows none makes every node drain wait for ever.";

    public override string Allowed => "maxUnavailable of at least 1, or minAvailable below the lowest scale";

    public override string Fix => "give maxUnavailable 1, or raise the lowest scale";

    public override string Guide => "Pod Disruption Budgets";

    public override ChecklistPoint? Point => ChecklistPoint.DisruptionBudgets;

    public override IReadOnlyList<string> OtherIds =>
    [
        "kube-linter:pdb-max-unavailable",
        "kube-linter:pdb-min-available",
        "polaris:pdbDisruptionsIsZero",
        "polaris:pdbMinAvailableGreaterThanHPAMinReplicas",
    ];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["selector"].IsUnset)
        {
            return;
        }

        switch (BudgetReader.Read(item, out DisruptionBudget budget))
        {
            case Flag.Unknown:
                inspection.Unknown(item, item.Spec["maxUnavailable"].IsUnset ? "spec.minAvailable" : "spec.maxUnavailable");
                break;
            case Flag.True when AllowsNone(budget):
                string reason = Number(budget) is { } share ? $"{NameOf(budget)} is {share}" : "neither minAvailable nor maxUnavailable is set";
                Report(item, budget, $"no pod may ever be evicted, so a node drain never ends: {reason}", inspection);
                break;
            case Flag.True:
                CheckScale(item, budget, inspection);
                break;
        }
    }

    // Whatever the scale is.
    private static bool AllowsNone(DisruptionBudget budget) =>
        budget.MaxUnavailable is { } maximum ? maximum.Value == 0
        : budget.MinAvailable is not { } minimum || minimum is { IsPercent: true, Value: DisruptionBudget.MaxPercent };

    private static void CheckScale(KubernetesObject item, DisruptionBudget budget, Inspection inspection)
    {
        if (BudgetMap.Of(inspection).GroupOf(item).CountLowest(inspection, out string? unknown) is { } pods)
        {
            if (!budget.LeavesAnEviction(pods))
            {
                Report(item, budget, budget.Describe(pods), inspection);
            }
        }
        else if (unknown is not null)
        {
            inspection.Unknown(item, BudgetReader.PathOf(budget), unknown);
        }
    }

    private static void Report(KubernetesObject item, DisruptionBudget budget, string message, Inspection inspection) =>
        inspection.Broken(item, BudgetReader.PathOf(budget), message, Number(budget)?.ToString() ?? "");

    private static IntOrPercent? Number(DisruptionBudget budget) => budget.MaxUnavailable ?? budget.MinAvailable;

    private static string NameOf(DisruptionBudget budget) => budget.MaxUnavailable is not null ? "maxUnavailable" : "minAvailable";
}
