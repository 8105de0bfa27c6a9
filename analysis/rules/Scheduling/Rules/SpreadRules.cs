using Rampart.Protocol.Values;
using Rampart.Rules.Availability;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about topology spread.</summary>
internal static class SpreadRules
{
    private const string Node = "kubernetes.io/hostname";

    private const string Zone = "topology.kubernetes.io/zone";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4051", "topology-spread-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "Topology spread constraints keep the pods of a workload on different nodes and zones, so that one failure takes few of them.",
            Allowed = "topologySpreadConstraints set",
            Fix = "add constraints on kubernetes.io/hostname and topology.kubernetes.io/zone",
            Guide = "Topology Spread Constraints",
            OtherIds = ["polaris:topologySpreadConstraint"],
            Check = static (workload, inspection) =>
            {
                if (!workload.HasScale || workload.Object.IsOwned)
                {
                    return;
                }

                string path = PathPool.Field(workload.SpecPath, "topologySpreadConstraints");
                if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
                {
                    inspection.Unknown(workload.Object, path);
                }
                else if (constraints.Count == 0)
                {
                    inspection.Broken(workload.Object, path, $"nothing spreads the pods of {workload.Object} over nodes and zones");
                }
            },
        },
        SpreadRejectedRule.Descriptor,
        new WorkloadRule("RMP4053", "topology-spread-other-pods", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A spread constraint chooses the pods that it is part of; one that chooses others, or none, spreads nothing.",
            Allowed = "a labelSelector that matches the pod's own labels",
            Fix = "give labelSelector the labels of the workload's selector",
            Guide = "Topology Spread Constraints",
            OtherIds = ["kube-score:pod-topology-spread-constraints"],
            Check = CheckSpreadOtherPods,
        },
        new ObjectRule("RMP4054", "topology-spread-counts-old-pods", RuleCategory.Availability, DiagnosticSeverity.Warning, "apps", "Deployment")
        {
            Summary =
                "A spread constraint that must be met counts new pods apart from old ones; otherwise a rolling update can wait for ever for a node.",
            Allowed = "matchLabelKeys with pod-template-hash, or whenUnsatisfiable ScheduleAnyway",
            Fix = "set matchLabelKeys to [pod-template-hash]",
            Guide = "Topology Spread Constraints",
            Check = CheckSpreadCountsOldPods,
        },
        new WorkloadRule("RMP4055", "topology-spread-counts-tainted-nodes", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "A spread constraint that must be met leaves out nodes whose taints keep the pods away; they would count as empty and hold up all others.",
            Allowed = "nodeTaintsPolicy Honor, or whenUnsatisfiable ScheduleAnyway",
            Fix = "set nodeTaintsPolicy to Honor",
            Guide = "Topology Spread Constraints",
            Check = CheckSpreadCountsTaintedNodes,
        },
        new WorkloadRule("RMP4056", "topology-spread-soft-counting", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "A spread constraint that is only preferred counts one revision and the nodes that the pods tolerate, so that the pods end up "
                + "where it says.",
            Allowed = "nodeTaintsPolicy Honor, and matchLabelKeys with pod-template-hash at a Deployment",
            Fix = "set nodeTaintsPolicy to Honor and matchLabelKeys to [pod-template-hash]",
            Guide = "Topology Spread Constraints",
            Check = CheckSpreadSoftCounting,
        },
        new WorkloadRule("RMP4057", "topology-spread-feasible", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "Spread constraints that must be met can be met by the nodes and zones of the cluster, during a rollout too; otherwise pods stay pending.",
            Allowed = "constraints that all pods at the largest scale can meet",
            Fix = "use whenUnsatisfiable ScheduleAnyway, a larger maxSkew, or more nodes",
            Guide = "Topology Spread Constraints",
            Check = static (workload, inspection) =>
            {
                if (inspection.Options.Cluster.Nodes is not null
                    && SpreadFeasibility.Judge(workload, AutoscalerMap.Of(inspection.Facts), inspection.Options.Cluster) is { Fits: false } verdict)
                {
                    inspection.Broken(workload.Object, $"{workload.SpecPath}.topologySpreadConstraints", $"{workload.Object}: {verdict}");
                }
            },
        },
        new WorkloadRule("RMP4068", "topology-spread-levels", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Pods are spread over nodes as well as zones: spread over nodes alone, all may be in the zone that fails, and over zones alone, two may be on the node that does.",
            Allowed = "a constraint on kubernetes.io/hostname and one on topology.kubernetes.io/zone",
            Fix = "add the constraint that is missing, with whenUnsatisfiable ScheduleAnyway where there may be too few",
            Guide = "Topology Spread Constraints",
            Check = CheckSpreadLevels,
        },
    ];

    private static void CheckSpreadOtherPods(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        for (int i = 0; i < constraints.Count; i++)
        {
            Field selector = constraints[i]["labelSelector"];
            switch (LabelSelector.Matches(selector, workload.PodLabels))
            {
                case Flag.False:
                    string problem = selector.IsUnset ? "has no labelSelector and counts no pods" : $"does not count the pods of {workload.Object}";
                    ReportOtherPods(workload, i, constraints[i], problem, inspection);
                    break;
                case Flag.True when IsEmpty(selector):
                    ReportOtherPods(workload, i, constraints[i], "has an empty labelSelector and counts every pod of the namespace", inspection);
                    break;
                case Flag.Unknown:
                    inspection.Unknown(workload.Object, $"{SpreadConstraints.PathOf(workload, i)}.labelSelector", "or the labels of the pod are not known yet");
                    break;
            }
        }
    }

    private static bool IsEmpty(Field selector) =>
        selector["matchLabels"].TryGetProperties(out ReadOnlySpan<Property> labels)
        && labels.Length == 0
        && selector["matchExpressions"].TryGetItems(out FieldItems expressions)
        && expressions.Count == 0;

    private static void ReportOtherPods(Workload workload, int index, Field constraint, string problem, Inspection inspection) =>
        inspection.Broken(
            workload.Object, $"{SpreadConstraints.PathOf(workload, index)}.labelSelector", $"{SpreadConstraints.Describe(constraint)} {problem}");

    private static void CheckSpreadCountsOldPods(KubernetesObject item, Inspection inspection)
    {
        if (item.Workload is not { } workload
            || Rollout.Of(item) is { IsRolling: false }
            || !workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        for (int i = 0; i < constraints.Count; i++)
        {
            if (constraints[i]["whenUnsatisfiable"].Text == "DoNotSchedule" && SpreadConstraints.CountsOneRevision(constraints[i]) == Flag.False)
            {
                inspection.Broken(
                    item,
                    $"{SpreadConstraints.PathOf(workload, i)}.matchLabelKeys",
                    $"{SpreadConstraints.Describe(constraints[i])} counts old pods too, so a rolling update may wait for ever");
            }
        }
    }

    private static void CheckSpreadCountsTaintedNodes(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        for (int i = 0; i < constraints.Count; i++)
        {
            Field policy = constraints[i]["nodeTaintsPolicy"];
            if (constraints[i]["whenUnsatisfiable"].Text == "DoNotSchedule" && policy.TryGetText(out string text) && text is "" or "Ignore")
            {
                inspection.Broken(
                    workload.Object,
                    $"{SpreadConstraints.PathOf(workload, i)}.nodeTaintsPolicy",
                    $"{SpreadConstraints.Describe(constraints[i])} counts nodes that the pods cannot run on, so pods may stay pending",
                    policy.Shown);
            }
        }
    }

    private static void CheckSpreadSoftCounting(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        bool isDeployment = workload.Object.Is("apps", "Deployment");
        for (int i = 0; i < constraints.Count; i++)
        {
            Field constraint = constraints[i], policy = constraint["nodeTaintsPolicy"];
            if (constraint["whenUnsatisfiable"].Text != "ScheduleAnyway")
            {
                continue;
            }

            if (policy.TryGetText(out string text) && text is "" or "Ignore")
            {
                ReportSoftCounting(workload, i, "nodeTaintsPolicy", constraint, "counts nodes that the pods cannot run on", policy.Shown, inspection);
            }

            if (isDeployment && SpreadConstraints.CountsOneRevision(constraint) == Flag.False)
            {
                ReportSoftCounting(workload, i, "matchLabelKeys", constraint, "counts old pods too during a rolling update", "", inspection);
            }
        }
    }

    private static void ReportSoftCounting(Workload workload, int index, string name, Field constraint, string problem, string found, Inspection inspection) =>
        inspection.Broken(
            workload.Object, $"{SpreadConstraints.PathOf(workload, index)}.{name}", $"{SpreadConstraints.Describe(constraint)} {problem}", found);

    private static void CheckSpreadLevels(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || !workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints) || constraints.Count == 0)
        {
            return;
        }

        bool hasNode = false, hasZone = false;
        foreach (Field constraint in constraints)
        {
            if (!constraint["topologyKey"].TryGetText(out string key))
            {
                return;
            }

            hasNode |= key == Node;
            hasZone |= key == Zone;
        }

        if (hasNode != hasZone)
        {
            inspection.Broken(
                workload.Object,
                $"{workload.SpecPath}.topologySpreadConstraints",
                $"the pods of {workload.Object} are spread over {(hasNode ? "nodes" : "zones")} but not over {(hasNode ? "zones" : "nodes")}");
        }
    }
}
