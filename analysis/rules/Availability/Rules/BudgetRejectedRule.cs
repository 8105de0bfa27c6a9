using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4002: disruption budgets are ones that the API server takes.</summary>
internal sealed class BudgetRejectedRule()
    : ObjectRule("RMP4002", "disruption-budget-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "policy", "PodDisruptionBudget")
{
    public override string Summary =>
        "A disruption budget gives one of minAvailable and maxUnavailable as a count or a percentage; the API server rejects all else.";

    public override string Allowed =>
        "one of minAvailable and maxUnavailable, a whole number or 0% to 100%; unhealthyPodEvictionPolicy IfHealthyBudget or AlwaysAllow";

    public override string Fix => "give maxUnavailable 1 and nothing else";

    public override string Guide => "Pod Disruption Budgets";

    public override ChecklistPoint? Point => ChecklistPoint.DisruptionBudgets;

    public override IReadOnlyList<string> OtherIds => ["kube-score:poddisruptionbudget-has-policy"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        CheckShare(item, "minAvailable", inspection);
        CheckShare(item, "maxUnavailable", inspection);
        if (!item.Spec["minAvailable"].IsUnset && !item.Spec["maxUnavailable"].IsUnset)
        {
            if (item.Spec["minAvailable"].IsUnknown || item.Spec["maxUnavailable"].IsUnknown)
            {
                inspection.Unknown(item, "spec", "may have both minAvailable and maxUnavailable");
            }
            else
            {
                inspection.Broken(item, "spec", "minAvailable and maxUnavailable are both set");
            }
        }

        Field policy = item.Spec["unhealthyPodEvictionPolicy"];
        if (policy.TryGetText(out string text) && !policy.IsUnset && text is not ("IfHealthyBudget" or "AlwaysAllow"))
        {
            inspection.Broken(
                item,
                "spec.unhealthyPodEvictionPolicy",
                $"unhealthyPodEvictionPolicy '{policy.Shown}' is neither IfHealthyBudget nor AlwaysAllow",
                policy.Shown);
        }
    }

    private static void CheckShare(KubernetesObject item, string name, Inspection inspection)
    {
        Field field = item.Spec[name];
        switch (PodShare.Read(field, out IntOrPercent value))
        {
            case Flag.False:
                inspection.Broken(item, $"spec.{name}", $"{name} '{field.Shown}' is neither a whole number nor a percentage", field.Shown);
                break;
            case Flag.True when value.IsPercent && value.Value > DisruptionBudget.MaxPercent:
                inspection.Broken(item, $"spec.{name}", $"{name} {field.Shown} is more than 100%", field.Shown);
                break;
        }
    }
}
