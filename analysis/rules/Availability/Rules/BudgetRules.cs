using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about disruption budgets.</summary>
internal static class BudgetRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4001", "disruption-budget-missing", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "Every workload of several pods has a disruption budget, so a node drain never takes all of them away at once.",
            Allowed = "a PodDisruptionBudget that chooses the pods",
            Fix = "add a PodDisruptionBudget with maxUnavailable 1 and the workload's selector",
            Guide = "Pod Disruption Budgets",
            OtherIds =
            [
                "kube-score:deployment-has-poddisruptionbudget",
                "kube-score:statefulset-has-poddisruptionbudget",
                "polaris:missingPodDisruptionBudget",
            ],
            Point = ChecklistPoint.DisruptionBudgets,
            NeedsOtherObjects = true,
            Check = CheckBudgetMissing,
        },
        new ObjectRule("RMP4002", "disruption-budget-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "policy", "PodDisruptionBudget")
        {
            Summary =
                "A disruption budget gives one of minAvailable and maxUnavailable as a count or a percentage; the API server rejects all else.",
            Allowed =
                "one of minAvailable and maxUnavailable, a whole number or 0% to 100%; unhealthyPodEvictionPolicy IfHealthyBudget or AlwaysAllow",
            Fix = "give maxUnavailable 1 and nothing else",
            Guide = "Pod Disruption Budgets",
            OtherIds = ["kube-score:poddisruptionbudget-has-policy"],
            Point = ChecklistPoint.DisruptionBudgets,
            Check = CheckBudgetRejected,
        },
        new WorkloadRule("RMP4003", "disruption-budgets-overlap", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "A pod has one disruption budget at most: with two, every eviction fails with an error and node drains never end.",
            Allowed = "one PodDisruptionBudget for each pod",
            Fix = "narrow the selectors of the budgets, or remove one",
            Guide = "Pod Disruption Budgets",
            Point = ChecklistPoint.DisruptionBudgets,
            Check = static (workload, inspection) =>
            {
                if (BudgetMap.Of(inspection.Facts).Of(workload) is { First: { } first, Second: { } second } && !workload.Object.IsOwned)
                {
                    inspection.Broken(
                        workload.Object,
                        $"{workload.MetadataPath}.labels",
                        $"the budgets '{first.Name}' and '{second.Name}' both choose the pods of {workload.Object}, so no pod can be evicted");
                }
            },
        },
        new ObjectRule("RMP4004", "disruption-budget-selects-nothing", RuleCategory.Availability, DiagnosticSeverity.Warning, "policy", "PodDisruptionBudget")
        {
            Summary =
                "A disruption budget chooses pods of its namespace; one that chooses none protects nothing, and nobody notices.",
            Allowed = "a selector that matches the pods of a workload",
            Fix = "give the budget the selector of the workload",
            Guide = "Pod Disruption Budgets",
            Check = CheckBudgetSelectsNothing,
        },
        new ObjectSetRule("RMP4005", "disruption-budget-counts-jobs", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "A disruption budget does not choose the pods of a job: they have no scale and would count, or block evictions, while they run.",
            Allowed = "a selector with a label that the pods of jobs do not have",
            Fix = "add a label to the selector that only the lasting pods have, such as app.kubernetes.io/component",
            Guide = "Pod Disruption Budgets",
            Check = static inspection =>
            {
                foreach (BudgetGroup group in BudgetMap.Of(inspection.Facts).Groups)
                {
                    if (FindJob(group) is { } job)
                    {
                        foreach (KubernetesObject budget in group.Budgets)
                        {
                            inspection.Broken(budget, "spec.selector", $"selector also chooses the pods of {job}");
                        }
                    }
                }
            },
        },
        new ObjectSetRule("RMP4006", "disruption-budget-without-scale", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "A budget that needs to know the scale chooses only pods of controllers that have one; otherwise it allows no eviction at all.",
            Allowed = "minAvailable as a count for bare pods; no budget for the pods of a DaemonSet",
            Fix = "give minAvailable as a count, or let a Deployment or StatefulSet make the pods",
            Guide = "Pod Disruption Budgets",
            Check = static inspection =>
            {
                foreach (BudgetGroup group in BudgetMap.Of(inspection.Facts).Groups)
                {
                    if (FindWithoutScale(group) is { } chosen)
                    {
                        foreach (KubernetesObject budget in group.Budgets)
                        {
                            CheckBudget(budget, chosen, inspection);
                        }
                    }
                }
            },
        },
        BudgetSelectorWideRule.Descriptor,
        new ObjectRule("RMP4008", "disruption-budget-unhealthy-pods", RuleCategory.Availability, DiagnosticSeverity.Info, "policy", "PodDisruptionBudget")
        {
            Summary =
                "A budget lets pods go that are not ready anyway; otherwise one pod that never starts keeps its node from being drained.",
            Allowed = "unhealthyPodEvictionPolicy AlwaysAllow",
            Fix = "set unhealthyPodEvictionPolicy to AlwaysAllow",
            Guide = "Pod Disruption Budgets",
            OtherIds = ["kube-linter:pdb-unhealthy-pod-eviction-policy"],
            Check = static (item, inspection) =>
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
            },
        },
        new ObjectRule("RMP4009", "disruption-budget-fixed-minimum", RuleCategory.Availability, DiagnosticSeverity.Info, "policy", "PodDisruptionBudget")
        {
            Summary =
                "A budget gives maxUnavailable, which is right at every scale; a fixed minAvailable stops all drains when the scale falls to it.",
            Allowed = "maxUnavailable, or minAvailable as a percentage",
            Fix = "give maxUnavailable 1 in place of minAvailable",
            Guide = "Pod Disruption Budgets",
            Check = static (item, inspection) =>
            {
                if (BudgetReader.Read(item, out DisruptionBudget budget) == Flag.True && budget.MinAvailable is { IsPercent: false, Value: > 0 } minimum)
                {
                    inspection.Broken(
                        item, "spec.minAvailable", $"minAvailable {minimum} is a fixed number: no pod may be evicted when the scale is {minimum} or less", $"{minimum}");
                }
            },
        },
        new ObjectRule("RMP4101", "disruption-budget-blocks-eviction", RuleCategory.Availability, DiagnosticSeverity.Error, "policy", "PodDisruptionBudget")
        {
            Summary =
                "A disruption budget allows one eviction at the lowest scale; one that allows none makes every node drain wait for ever.",
            Allowed = "maxUnavailable of at least 1, or minAvailable below the lowest scale",
            Fix = "give maxUnavailable 1, or raise the lowest scale",
            Guide = "Pod Disruption Budgets",
            OtherIds =
            [
                "kube-linter:pdb-max-unavailable",
                "kube-linter:pdb-min-available",
                "polaris:pdbDisruptionsIsZero",
                "polaris:pdbMinAvailableGreaterThanHPAMinReplicas",
            ],
            Point = ChecklistPoint.DisruptionBudgets,
            Check = CheckBudgetBlocksEviction,
        },
    ];

    private static void CheckBudgetMissing(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || workload.Object.IsOwned)
        {
            return;
        }

        int? lowest = PodScale.Of(workload, inspection.Facts).Lowest;
        BudgetsOfWorkload? budgets = BudgetMap.Of(inspection.Facts).Of(workload);
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

    private static void CheckBudgetRejected(KubernetesObject item, Inspection inspection)
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

    private static void CheckBudgetSelectsNothing(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["selector"].IsUnset)
        {
            inspection.Broken(item, "spec.selector", "selector is missing, so the budget chooses no pods");
            return;
        }

        if (item.Metadata["namespace"].IsUnknown || BudgetMap.Of(inspection.Facts).GroupOf(item).Choices.Count > 0)
        {
            return;
        }

        // Those that a budget is made for; what it is for may be elsewhere when there are none.
        int workloads = PodIndex.Of(inspection.Facts).PlaceOf(item)?.Having(static workload => workload.HasScale).Count ?? 0;
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

    private static KubernetesObject? FindJob(BudgetGroup group) =>
        group.Choices.Chosen(static workload => workload.Object is { Group: "batch", IsOwned: false }).FirstOrDefault()?.Object;

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

    private static void CheckBudgetBlocksEviction(KubernetesObject item, Inspection inspection)
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
        if (BudgetMap.Of(inspection.Facts).GroupOf(item).CountLowest(inspection.Facts, out string? unknown) is { } pods)
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
