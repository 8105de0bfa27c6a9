using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4006: shares and maxUnavailable are only for pods of a controller with a scale.</summary>
internal sealed class BudgetWithoutScaleRule()
    : Rule("RMP4006", "disruption-budget-without-scale", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A budget that needs to know the scale chooses only pods of controllers that have one; otherwise it allows no eviction at all.";

    public override string Allowed => "minAvailable as a count for bare pods; no budget for the pods of a DaemonSet";

    public override string Fix => "give minAvailable as a count, or let a Deployment or StatefulSet make the pods";

    public override string Guide => "Pod Disruption Budgets";

    internal override void Check(Inspection inspection)
    {
        foreach (BudgetGroup group in BudgetMap.Of(inspection).Groups)
        {
            if (FindWithoutScale(group) is { } chosen)
            {
                foreach (KubernetesObject budget in group.Budgets)
                {
                    CheckBudget(budget, chosen, inspection);
                }
            }
        }
    }

    private static KubernetesObject? FindWithoutScale(BudgetGroup group) =>
        group.Choices.Chosen(static workload => workload.Object is { IsOwned: false, Kind: "DaemonSet" or "Pod" }).FirstOrDefault()?.Object;

    private static void CheckBudget(KubernetesObject item, KubernetesObject chosen, Inspection inspection)
    {
        if (BudgetReader.Read(item, out DisruptionBudget budget) == Flag.True
            && (budget.MaxUnavailable ?? budget.MinAvailable) is { } number
            && (budget.MaxUnavailable is not null || number.IsPercent))
        {
            string path = BudgetReader.PathOf(budget);
            inspection.Broken(item, path, $"{path["spec.".Length..]} {number} needs a scale, which {chosen} does not have", $"{number}");
        }
    }
}
