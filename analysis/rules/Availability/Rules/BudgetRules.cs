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
            Summary = "Every workload with several pods has a disruption budget, so that a node drain never evicts all of them at once.",
            Allowed = "a PodDisruptionBudget that selects the pods",
            Fix = "add a PodDisruptionBudget with maxUnavailable 1 and the workload's selector",
            Guide = "Pod Disruption Budgets",
            OtherIds =
            [
                "kube-score:deployment-has-poddisruptionbudget", "kube-score:statefulset-has-poddisruptionbudget",
                "polaris:missingPodDisruptionBudget",
            ],
            Point = ChecklistPoint.DisruptionBudgets,
            NeedsOtherObjects = true,
            Example = new(
                """
                containers: [{name: app}]
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """,
                "Node drains wait until the budget allows each eviction."),
            Check = CheckMissing,
        },
        new ObjectRule("RMP4002", "disruption-budget-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "policy", "PodDisruptionBudget")
        {
            Summary = "A disruption budget sets either minAvailable or maxUnavailable, as a count or a percentage; the API server rejects anything else.",
            Allowed = "one of minAvailable and maxUnavailable, a whole number or 0% to 100%; unhealthyPodEvictionPolicy IfHealthyBudget or AlwaysAllow",
            Fix = "set maxUnavailable to 1 and remove minAvailable",
            Guide = "Pod Disruption Budgets",
            OtherIds = ["kube-score:poddisruptionbudget-has-policy"],
            Point = ChecklistPoint.DisruptionBudgets,
            Example = new(
                """
                kind: PodDisruptionBudget
                spec: {maxUnavailable: 1, minAvailable: 1, selector: {matchLabels: {app: app}}}
                """,
                """
                kind: PodDisruptionBudget
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """),
            Check = static (item, inspection) =>
            {
                FieldAt spec = inspection.At(item)["spec"], minimum = spec["minAvailable"], maximum = spec["maxUnavailable"];
                CheckShare(minimum);
                CheckShare(maximum);
                if (!minimum.IsUnset && !maximum.IsUnset)
                {
                    if (minimum.Field.IsUnknown || maximum.Field.IsUnknown)
                    {
                        spec.ReportUnknown("may have both minAvailable and maxUnavailable");
                    }
                    else
                    {
                        spec.Report("minAvailable and maxUnavailable are both set");
                    }
                }

                FieldAt policy = spec["unhealthyPodEvictionPolicy"];
                policy.ReportIfKnown(
                    Is.NoneOf("IfHealthyBudget", "AlwaysAllow"), $"unhealthyPodEvictionPolicy '{policy.Shown}' is neither IfHealthyBudget nor AlwaysAllow");
            },
        },
        new WorkloadRule("RMP4003", "disruption-budgets-overlap", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "A pod has at most one disruption budget: with two, every eviction fails with an error and node drains never end.",
            Allowed = "one PodDisruptionBudget for each pod",
            Fix = "narrow the selectors of the budgets, or remove one",
            Guide = "Pod Disruption Budgets",
            Point = ChecklistPoint.DisruptionBudgets,
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                ---
                kind: PodDisruptionBudget
                metadata: {name: all, namespace: shop}
                spec: {maxUnavailable: 1, selector: {}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """),
            Check = static (workload, inspection) =>
            {
                if (BudgetMap.Of(inspection.Facts).Of(workload) is { First: { } first, Second: { } second } && !workload.Object.IsOwned)
                {
                    inspection.AtMetadata(workload)["labels"].Report(
                        $"the budgets '{first.Name}' and '{second.Name}' both select the pods of {workload.Object}, so no pod can be evicted");
                }
            },
        },
        new ObjectRule("RMP4004", "disruption-budget-selects-nothing", RuleCategory.Availability, DiagnosticSeverity.Warning, "policy", "PodDisruptionBudget")
        {
            Summary = "A disruption budget selects pods of its namespace; a budget that selects none protects nothing, and nobody notices.",
            Allowed = "a selector that matches the pods of a workload",
            Fix = "give the budget the selector of the workload",
            Guide = "Pod Disruption Budgets",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: application}}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """),
            Check = CheckSelectsNothing,
        },
        new ObjectSetRule("RMP4005", "disruption-budget-counts-jobs", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A disruption budget does not select the pods of a job: they have no scale, and while they run they would count or block evictions.",
            Allowed = "a selector with a label that the pods of jobs do not have",
            Fix = "add a label to the selector that only long-running pods have, such as app.kubernetes.io/component",
            Guide = "Pod Disruption Budgets",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                ---
                kind: Job
                metadata: {name: migrate, namespace: shop}
                spec: {template: {metadata: {labels: {app: app}}, spec: {containers: [{name: migrate}]}}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                ---
                kind: Job
                metadata: {name: migrate, namespace: shop}
                spec: {template: {metadata: {labels: {app: migrate}}, spec: {containers: [{name: migrate}]}}}
                """),
            Check = static inspection =>
            {
                foreach (BudgetGroup group in BudgetMap.Of(inspection.Facts).Groups)
                {
                    if (FindSelected(group, static workload => workload.Object is { Group: "batch", IsOwned: false }) is { } job)
                    {
                        foreach (KubernetesObject budget in group.Budgets)
                        {
                            inspection.At(budget)["spec"]["selector"].Report($"selector also selects the pods of {job}");
                        }
                    }
                }
            },
        },
        new ObjectSetRule("RMP4006", "disruption-budget-without-scale", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A budget that depends on the scale selects only pods of controllers that have one; otherwise it allows no eviction at all.",
            Allowed = "minAvailable as a count for bare pods; no budget for the pods of a DaemonSet",
            Fix = "set minAvailable as a count, or let a Deployment or StatefulSet create the pods",
            Guide = "Pod Disruption Budgets",
            Example = new(
                """
                kind: Pod
                metadata: {name: app, namespace: shop, labels: {app: app}}
                spec: {containers: [{name: app}]}
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """),
            Check = static inspection =>
            {
                foreach (BudgetGroup group in BudgetMap.Of(inspection.Facts).Groups)
                {
                    if (FindSelected(group, static workload => workload.Object is { IsOwned: false, Kind: "DaemonSet" or "Pod" }) is { } selected)
                    {
                        foreach (KubernetesObject item in group.Budgets)
                        {
                            if (BudgetReader.Read(item, out DisruptionBudget budget) == Flag.True && budget is { MaxUnavailable: not null } or { MinAvailable.IsPercent: true })
                            {
                                FieldAt number = NumberOf(item, budget, inspection);
                                number.Report($"{number.Name} {Number(budget)} needs a scale, which {selected} does not have", $"{Number(budget)}");
                            }
                        }
                    }
                }
            },
        },
        BudgetSelectorWideRule.Descriptor,
        new ObjectRule("RMP4008", "disruption-budget-unhealthy-pods", RuleCategory.Availability, DiagnosticSeverity.Info, "policy", "PodDisruptionBudget")
        {
            Summary = "A budget allows pods that are not ready to be evicted; otherwise one pod that never becomes ready keeps its node from being drained.",
            Allowed = "unhealthyPodEvictionPolicy AlwaysAllow",
            Fix = "set unhealthyPodEvictionPolicy to AlwaysAllow",
            Guide = "Pod Disruption Budgets",
            OtherIds = ["kube-linter:pdb-unhealthy-pod-eviction-policy"],
            Example = new(
                """
                kind: PodDisruptionBudget
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """,
                """
                kind: PodDisruptionBudget
                spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow, selector: {matchLabels: {app: app}}}
                """,
                "Pods that are not ready can be evicted, even while they start."),
            Check = static (item, inspection) =>
                inspection.At(item)["spec"]["unhealthyPodEvictionPolicy"].ReportIf(
                    Is.NotText("AlwaysAllow"), "pods that never become ready hold up a node drain"),
        },
        new ObjectRule("RMP4009", "disruption-budget-fixed-minimum", RuleCategory.Availability, DiagnosticSeverity.Info, "policy", "PodDisruptionBudget")
        {
            Summary = "A budget sets maxUnavailable, which is right at every scale; a fixed minAvailable stops all drains once the scale falls to it.",
            Allowed = "maxUnavailable, or minAvailable as a percentage",
            Fix = "set maxUnavailable to 1 in place of minAvailable",
            Guide = "Pod Disruption Budgets",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {minAvailable: 2, selector: {matchLabels: {app: app}}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """),
            Check = static (item, inspection) =>
            {
                if (BudgetReader.Read(item, out DisruptionBudget budget) == Flag.True && budget.MinAvailable is { IsPercent: false, Value: > 0 } minimum)
                {
                    inspection.At(item)["spec"]["minAvailable"].Report(
                        $"minAvailable {minimum} is a fixed number: no pod may be evicted when the scale is {minimum} or less");
                }
            },
        },
        new ObjectRule("RMP4101", "disruption-budget-blocks-eviction", RuleCategory.Availability, DiagnosticSeverity.Error, "policy", "PodDisruptionBudget")
        {
            Summary = "A disruption budget allows one eviction at the lowest scale; a budget that allows none makes every node drain wait forever.",
            Allowed = "maxUnavailable of at least 1, or minAvailable below the lowest scale",
            Fix = "set maxUnavailable to 1, or raise the lowest scale",
            Guide = "Pod Disruption Budgets",
            OtherIds =
            [
                "kube-linter:pdb-max-unavailable", "kube-linter:pdb-min-available", "polaris:pdbDisruptionsIsZero",
                "polaris:pdbMinAvailableGreaterThanHPAMinReplicas",
            ],
            Point = ChecklistPoint.DisruptionBudgets,
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 0, selector: {matchLabels: {app: app}}}
                """,
                """
                containers: [{name: app}]
                ---
                kind: PodDisruptionBudget
                metadata: {name: app, namespace: shop}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
                """,
                "Drains may evict one pod at a time."),
            Check = CheckBlocksEviction,
        },
    ];

    private static void CheckMissing(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (!workload.HasScale || item.IsOwned)
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
            inspection.AtMetadata(workload)["labels"].ReportUnknown("or the selector of a budget is not known yet");
        }
        else if (item.Metadata["namespace"].IsUnknown)
        {
            inspection.At(item)["metadata"]["namespace"].ReportUnknown();
        }
        else if (lowest is { } pods)
        {
            inspection.At(item).Report($"no disruption budget selects the {pods} pods of {item}");
        }
        else
        {
            inspection.At(item)["spec"]["replicas"].ReportUnknown();
        }
    }

    private static void CheckShare(FieldAt share)
    {
        switch (PodShare.Read(share.Field, out IntOrPercent value))
        {
            case Flag.False:
                share.Report($"{share.Name} '{share.Shown}' is neither a whole number nor a percentage");
                break;
            case Flag.True when value.IsPercent && value.Value > DisruptionBudget.MaxPercent:
                share.Report($"{share.Name} {share.Shown} is more than 100%");
                break;
        }
    }

    private static void CheckSelectsNothing(KubernetesObject item, Inspection inspection)
    {
        FieldAt selector = inspection.At(item)["spec"]["selector"];
        if (selector.IsUnset)
        {
            selector.Report("selector is missing, so the budget selects no pods");
            return;
        }

        if (item.Metadata["namespace"].IsUnknown || BudgetMap.Of(inspection.Facts).GroupOf(item).Choices.Count > 0)
        {
            return;
        }

        // Workloads that a budget is made for; where there are none, they may be elsewhere.
        int workloads = PodIndex.Of(inspection.Facts).PlaceOf(item)?.Having(static workload => workload.HasScale).Count ?? 0;
        if (workloads > 0)
        {
            string place = item.Namespace.Length == 0 ? "its namespace" : $"namespace '{item.Namespace}'";
            selector.ReportMissing(
                inspection.Objects.MayHoldMoreWorkloads(item.Place),
                $"selector selects no pods of the {workloads} workload{(workloads == 1 ? "" : "s")} in {place}");
        }
    }

    private static KubernetesObject? FindSelected(BudgetGroup group, Func<Workload, bool> isSought) => group.Choices.Chosen(isSought).FirstOrDefault()?.Object;

    private static void CheckBlocksEviction(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["selector"].IsUnset)
        {
            return;
        }

        Flag isValid = BudgetReader.Read(item, out DisruptionBudget budget);
        if (isValid == Flag.Unknown)
        {
            inspection.At(item)["spec"][item.Spec["maxUnavailable"].IsUnset ? "minAvailable" : "maxUnavailable"].ReportUnknown();
        }

        if (isValid != Flag.True)
        {
            return;
        }

        FieldAt number = NumberOf(item, budget, inspection);
        if (AllowsNone(budget))
        {
            string reason = Number(budget) is { } share ? $"{number.Name} is {share}" : "neither minAvailable nor maxUnavailable is set";
            number.Report($"no pod may ever be evicted, so a node drain never ends: {reason}", $"{Number(budget)}");
        }
        else if (BudgetMap.Of(inspection.Facts).GroupOf(item).CountLowest(inspection.Facts, out string? unknown) is { } pods)
        {
            if (!budget.LeavesAnEviction(pods))
            {
                number.Report(budget.Describe(pods), $"{Number(budget)}");
            }
        }
        else if (unknown is not null)
        {
            number.ReportUnknown(unknown);
        }
    }

    // At any scale.
    private static bool AllowsNone(DisruptionBudget budget) =>
        budget.MaxUnavailable is { } maximum ? maximum.Value == 0
        : budget.MinAvailable is not { } minimum || minimum is { IsPercent: true, Value: DisruptionBudget.MaxPercent };

    private static IntOrPercent? Number(DisruptionBudget budget) => budget.MaxUnavailable ?? budget.MinAvailable;

    // The field with the number; the spec when there is none.
    private static FieldAt NumberOf(KubernetesObject item, DisruptionBudget budget, Inspection inspection)
    {
        FieldAt spec = inspection.At(item)["spec"];
        return budget.MaxUnavailable is not null ? spec["maxUnavailable"] : budget.MinAvailable is not null ? spec["minAvailable"] : spec;
    }
}
