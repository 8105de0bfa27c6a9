using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about priorities.</summary>
internal static class PriorityRules
{
    private const double HighestValue = 1_000_000_000;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4061", "priority-class-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Pods name a priority class, so that the cluster knows which to keep when it is full.",
            Allowed = "priorityClassName set",
            Fix = "create a PriorityClass and set priorityClassName to its name",
            Guide = "Priority Classes",
            OtherIds = ["polaris:priorityClassNotSet"],
            Check = CheckPriorityClassMissing,
        },
        new WorkloadRule("RMP4062", "priority-class-system", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "Only the cluster's own pods in kube-system have a system priority class: such pods push out all others, and clusters with a "
                + "quota on these classes deny them elsewhere.",
            Allowed = "a priority class of your own",
            Fix = "create a PriorityClass with a value such as 1000000 and name it",
            Guide = "Priority Classes",
            Check = static (workload, inspection) =>
            {
                Field name = workload.PodSpec["priorityClassName"];
                if (name.Text is not ("system-cluster-critical" or "system-node-critical")
                    || workload.Object.Namespace == "kube-system"
                    || workload.Object.Metadata["namespace"].IsUnknown)
                {
                    return;
                }

                string place = workload.Object.Namespace.Length == 0 ? ", which belong to kube-system" : " outside kube-system";
                inspection.Broken(
                    workload.Object,
                    $"{workload.SpecPath}.priorityClassName",
                    $"{workload.Object} has the priority class '{name.Shown}' of the cluster's own pods{place}",
                    name.Shown);
            },
        },
        new WorkloadRule("RMP4063", "priority-class-unknown", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "The priority class of a pod exists; the API server rejects pods that name another.",
            Allowed = "a priority class of the cluster or of these objects",
            Fix = "create the PriorityClass, or correct priorityClassName",
            Guide = "Priority Classes",
            Check = static (workload, inspection) =>
            {
                Field name = workload.PodSpec["priorityClassName"];
                if (inspection.Options.Cluster.PriorityClasses is { } known
                    && name.Text is { Length: > 0 } and not ("system-cluster-critical" or "system-node-critical")
                    && !known.Contains(name.Text, StringComparer.Ordinal)
                    && inspection.Objects.Find("scheduling.k8s.io", "PriorityClass", "", name.Text) is null)
                {
                    inspection.Broken(
                        workload.Object, $"{workload.SpecPath}.priorityClassName", $"there is no priority class '{name.Shown}' for {workload.Object}", name.Shown);
                }
            },
        },
        new ObjectRule("RMP4064", "priority-class-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "scheduling.k8s.io", "PriorityClass")
        {
            Summary =
                "A priority class has a value of at most 1000000000 and a name without the prefix system-; the API server rejects all else.",
            Allowed =
                "a value of at most 1000000000, a name that does not start with system-, preemptionPolicy Never or PreemptLowerPriority",
            Fix = "lower the value, or choose another name",
            Guide = "Priority Classes",
            Check = CheckPriorityClassRejected,
        },
        new ObjectRule("RMP4065", "priority-class-global-default", RuleCategory.Availability, DiagnosticSeverity.Info, "scheduling.k8s.io", "PriorityClass")
        {
            Summary = "A priority class is not the default of the cluster, where it would be given to all pods that name none.",
            Allowed = "globalDefault false or unset",
            Fix = "set globalDefault to false",
            Guide = "Priority Classes",
            Check = static (item, inspection) =>
            {
                switch (item["globalDefault"].Flag)
                {
                    case Flag.True:
                        inspection.Broken(item, "globalDefault", $"{item} is given to all new pods of the cluster that name no class", "true");
                        break;
                    case Flag.Unknown:
                        inspection.Unknown(item, "globalDefault");
                        break;
                }
            },
        },
        new ObjectRule("RMP4066", "priority-class-zero", RuleCategory.Availability, DiagnosticSeverity.Info, "scheduling.k8s.io", "PriorityClass")
        {
            Summary = "A priority class has a value; 0 is what pods without a class have.",
            Allowed = "a value other than 0",
            Fix = "set value, e.g. to 1000000",
            Guide = "Priority Classes",
            Check = static (item, inspection) =>
            {
                if (item["value"].TryGetInteger(out double value) && value == 0)
                {
                    inspection.Broken(item, "value", $"{item} has the value of pods without a class", item["value"].Shown);
                }
            },
        },
    ];

    private static void CheckPriorityClassMissing(Workload workload, Inspection inspection)
    {
        Field name = workload.PodSpec["priorityClassName"];
        if (workload.Object.IsOwned || (name.TryGetText(out string text) && text.Length > 0))
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "priorityClassName");
        if (name.IsUnset || name.TryGetText(out _))
        {
            inspection.Broken(workload.Object, path, $"{workload.Object} names no priority class");
        }
        else
        {
            inspection.Unknown(workload.Object, path);
        }
    }

    private static void CheckPriorityClassRejected(KubernetesObject item, Inspection inspection)
    {
        Field value = item["value"], policy = item["preemptionPolicy"];
        if (item.Name.StartsWith("system-", StringComparison.Ordinal))
        {
            if (item.Name is not ("system-cluster-critical" or "system-node-critical"))
            {
                inspection.Broken(item, "metadata.name", $"the name '{item.Metadata["name"].Shown}' starts with system-, which is reserved", item.Metadata["name"].Shown);
            }
        }
        else if (!value.TryGetInteger(out double number))
        {
            inspection.Unknown(item, "value");
        }
        else if (number > HighestValue)
        {
            inspection.Broken(item, "value", $"value {value.Shown} is more than 1000000000", value.Shown);
        }

        if (!policy.IsUnset && policy.TryGetText(out string text) && text is not ("Never" or "PreemptLowerPriority"))
        {
            inspection.Broken(item, "preemptionPolicy", $"preemptionPolicy '{policy.Shown}' is neither Never nor PreemptLowerPriority", policy.Shown);
        }
    }
}
