using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about priorities.</summary>
internal static class PriorityRules
{
    private const double HighestValue = 1_000_000_000;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4061", "priority-class-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Pods name a priority class, so that the cluster knows which pods to keep when it is full.",
            Allowed = "priorityClassName set",
            Fix = "create a PriorityClass and set priorityClassName to its name",
            Guide = "Priority Classes",
            OtherIds = ["polaris:priorityClassNotSet"],
            Example = new(
                """
                containers: [{name: app}]
                """,
                """
                priorityClassName: shop
                """,
                "Pods with a lower priority may be evicted to make room."),
            Check = static (workload, inspection) =>
            {
                if (!workload.Object.IsOwned)
                {
                    inspection.At(workload)["priorityClassName"].ReportIf(Is.NoText, $"{workload.Object} names no priority class");
                }
            },
        },
        new WorkloadRule("RMP4062", "priority-class-system", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "Only the cluster's own pods in kube-system have a system priority class: such pods evict all others, and clusters with a "
                + "quota on these classes deny them elsewhere.",
            Allowed = "a priority class of your own",
            Fix = "create a PriorityClass with a value such as 1000000 and name it",
            Guide = "Priority Classes",
            Example = new(
                """
                priorityClassName: system-cluster-critical
                """,
                """
                priorityClassName: shop
                """,
                "Under pressure the pod may be evicted before system pods."),
            Check = static (workload, inspection) =>
            {
                FieldAt name = inspection.At(workload)["priorityClassName"];
                if (IsSystem(name.Text) && workload.Object.Namespace != "kube-system" && !workload.Object.Metadata["namespace"].IsUnknown)
                {
                    string place = workload.Object.Namespace.Length == 0 ? ", which belong to kube-system" : " outside kube-system";
                    name.Report($"{workload.Object} has the priority class '{name.Shown}' of the cluster's own pods{place}");
                }
            },
        },
        new WorkloadRule("RMP4063", "priority-class-unknown", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "The priority class of a pod exists; the API server rejects pods that name another.",
            Allowed = "a priority class of the cluster or of these objects",
            Fix = "create the PriorityClass, or correct priorityClassName",
            Guide = "Priority Classes",
            Example = new(
                """
                priorityClassName: important
                """,
                """
                priorityClassName: important
                ---
                kind: PriorityClass
                metadata: {name: important}
                value: 1000000
                """),
            Check = static (workload, inspection) =>
            {
                FieldAt name = inspection.At(workload)["priorityClassName"];
                if (inspection.Options.Cluster.PriorityClasses is { } known
                    && name.Text.Length > 0
                    && !IsSystem(name.Text)
                    && !known.Contains(name.Text, StringComparer.Ordinal)
                    && inspection.Objects.Find("scheduling.k8s.io", "PriorityClass", "", name.Text) is null)
                {
                    name.Report($"there is no priority class '{name.Shown}' for {workload.Object}");
                }
            },
        },
        new ObjectRule("RMP4064", "priority-class-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "scheduling.k8s.io", "PriorityClass")
        {
            Summary = "A priority class has a value of at most 1000000000 and a name without the prefix system-; the API server rejects anything else.",
            Allowed = "a value of at most 1000000000, a name that does not start with system-, preemptionPolicy Never or PreemptLowerPriority",
            Fix = "lower the value, or choose another name",
            Guide = "Priority Classes",
            Example = new(
                """
                kind: PriorityClass
                metadata: {name: shop}
                value: 2000000000
                """,
                """
                kind: PriorityClass
                metadata: {name: shop}
                value: 1000000
                """),
            Check = static (item, inspection) =>
            {
                FieldAt whole = inspection.At(item), name = whole["metadata"]["name"], value = whole["value"], policy = whole["preemptionPolicy"];
                if (!item.Name.StartsWith("system-", StringComparison.Ordinal))
                {
                    value.ReportIf(Is.MoreThan(HighestValue), $"value {value.Shown} is more than 1000000000");
                }
                else if (!IsSystem(item.Name))
                {
                    name.Report($"the name '{name.Shown}' starts with system-, which is reserved");
                }

                policy.ReportIfKnown(Is.NoneOf("Never", "PreemptLowerPriority"), $"preemptionPolicy '{policy.Shown}' is neither Never nor PreemptLowerPriority");
            },
        },
        new ObjectRule("RMP4065", "priority-class-global-default", RuleCategory.Availability, DiagnosticSeverity.Info, "scheduling.k8s.io", "PriorityClass")
        {
            Summary = "A priority class is not the default of the cluster, which all pods that name no class get.",
            Allowed = "globalDefault false or unset",
            Fix = "set globalDefault to false",
            Guide = "Priority Classes",
            Example = new(
                """
                kind: PriorityClass
                metadata: {name: shop}
                value: 1000000
                globalDefault: true
                """,
                """
                kind: PriorityClass
                metadata: {name: shop}
                value: 1000000
                """,
                "Pods without a class get the priority 0 again."),
            Check = static (item, inspection) =>
                inspection.At(item)["globalDefault"].ReportIf(Is.True, $"all new pods of the cluster that name no class get {item}"),
        },
        new ObjectRule("RMP4066", "priority-class-zero", RuleCategory.Availability, DiagnosticSeverity.Info, "scheduling.k8s.io", "PriorityClass")
        {
            Summary = "A priority class has a value; pods without a class already have 0.",
            Allowed = "a value other than 0",
            Fix = "set value, e.g. to 1000000",
            Guide = "Priority Classes",
            Example = new(
                """
                kind: PriorityClass
                metadata: {name: shop}
                value: 0
                """,
                """
                kind: PriorityClass
                metadata: {name: shop}
                value: 1000000
                """,
                "Pods of lower priority may be evicted to make room."),
            Check = static (item, inspection) =>
            {
                FieldAt value = inspection.At(item)["value"];
                if (value.Field.TryGetInteger(out double number) && number == 0)
                {
                    value.Report($"{item} has the value of pods without a class");
                }
            },
        },
    ];

    private static bool IsSystem(string name) => name is "system-cluster-critical" or "system-node-critical";
}
