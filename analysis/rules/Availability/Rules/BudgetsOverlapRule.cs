using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4003: no pod has two disruption budgets.</summary>
internal sealed class BudgetsOverlapRule()
    : WorkloadRule("RMP4003", "disruption-budgets-overlap", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A pod has one disruption budget at most: with two, every eviction fails with an error and node drains never end.";

    public override string Allowed => "one PodDisruptionBudget for each pod";

    public override string Fix => "narrow the selectors of the budgets, or remove one";

    public override string Guide => "Pod Disruption Budgets";

    public override ChecklistPoint? Point => ChecklistPoint.DisruptionBudgets;

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (BudgetMap.Of(inspection).Of(workload) is { First: { } first, Second: { } second } && !workload.Object.IsOwned)
        {
            inspection.Broken(
                workload.Object,
                $"{workload.MetadataPath}.labels",
                $"the budgets '{first.Name}' and '{second.Name}' both choose the pods of {workload.Object}, so no pod can be evicted");
        }
    }
}
