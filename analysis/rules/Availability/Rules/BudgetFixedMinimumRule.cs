using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4009: disruption budgets say how many pods may go, not how many must stay.</summary>
internal sealed class BudgetFixedMinimumRule()
    : ObjectRule("RMP4009", "disruption-budget-fixed-minimum", RuleCategory.Availability, DiagnosticSeverity.Info, "policy", "PodDisruptionBudget")
{
    public override string Summary =>
        "A budget gives maxUnavailable, which is right at every scale; a fixed minAvailable stops all drains when the scale falls to it.";

    public override string Allowed => "maxUnavailable, or minAvailable as a percentage";

    public override string Fix => "give maxUnavailable 1 in place of minAvailable";

    public override string Guide => "Pod Disruption Budgets";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (BudgetReader.Read(item, out DisruptionBudget budget) == Flag.True && budget.MinAvailable is { IsPercent: false, Value: > 0 } minimum)
        {
            inspection.Broken(
                item, "spec.minAvailable", $"minAvailable {minimum} is a fixed number: no pod may be evicted when the scale is {minimum} or less", $"{minimum}");
        }
    }
}
