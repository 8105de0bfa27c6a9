using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4001: workloads of several pods have a disruption budget.</summary>
internal sealed class BudgetMissingRule()
    : WorkloadRule("RMP4001", "disruption-budget-missing", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "Every workload of several pods has a disruption budget, so a node drain never takes all of them away at once.";

    public override string Allowed => "a PodDisruptionBudget that chooses the pods";

    public override string Fix => "add a PodDisruptionBudget with maxUnavailable 1 and the workload's selector";

    public override string Guide => "Pod Disruption Budgets";

    public override ChecklistPoint? Point => ChecklistPoint.DisruptionBudgets;

    public override IReadOnlyList<string> OtherIds =>
    [
        "kube-score:deployment-has-poddisruptionbudget",
        "kube-score:statefulset-has-poddisruptionbudget",
        "polaris:missingPodDisruptionBudget",
    ];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || workload.Object.IsOwned)
        {
            return;
        }

        int? lowest = PodScale.Of(workload, inspection).Lowest;
        BudgetsOfWorkload? budgets = BudgetMap.Of(inspection).Of(workload);
        if (lowest < 2 || budgets?.First is not null)
        {
            return;
        }

        if (budgets is not null)
        {
            inspection.Unknown(workload.Object, $"{workload.MetadataPath}.labels", "or the selector of a budget is not known yet");
        }
        else if (workload.Object.Metadata["namespace"].IsUnknown)
        {
            inspection.Unknown(workload.Object, "metadata.namespace");
        }
        else if (lowest is { } pods)
        {
            inspection.Broken(
                workload.Object, "", string.Create(CultureInfo.InvariantCulture, $"no disruption budget chooses the {pods} pods of {workload.Object}"));
        }
        else
        {
            inspection.Unknown(workload.Object, "spec.replicas");
        }
    }
}
