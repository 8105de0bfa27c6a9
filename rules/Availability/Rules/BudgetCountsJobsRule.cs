using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4005: disruption budgets leave the pods of jobs alone.</summary>
internal sealed class BudgetCountsJobsRule()
    : Rule("RMP4005", "disruption-budget-counts-jobs", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A disruption budget does not choose the pods of a job: they have no scale and would count, or block evictions, while they run.";

    public override string Allowed => "a selector with a label that the pods of jobs do not have";

    public override string Fix => "add a label to the selector that only the lasting pods have, such as app.kubernetes.io/component";

    public override string Guide => "Pod Disruption Budgets";

    internal override void Check(Inspection inspection)
    {
        foreach (BudgetGroup group in BudgetMap.Of(inspection).Groups)
        {
            if (FindJob(group) is { } job)
            {
                foreach (KubernetesObject budget in group.Budgets)
                {
                    inspection.Broken(budget, "spec.selector", $"selector also chooses the pods of {job}");
                }
            }
        }
    }

    private static KubernetesObject? FindJob(BudgetGroup group) =>
        group.Choices.Chosen(static workload => workload.Object is { Group: "batch", IsOwned: false }).FirstOrDefault()?.Object;
}
