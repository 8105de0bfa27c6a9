using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4064: priority classes are ones that the API server takes.</summary>
internal sealed class PriorityClassRejectedRule()
    : ObjectRule("RMP4064", "priority-class-rejected", RuleCategory.Availability, DiagnosticSeverity.Error, "scheduling.k8s.io", "PriorityClass")
{
    public override string Summary =>
        "A priority class has a value of at most 1000000000 and a name without the prefix system-; the API server rejects all else.";

    public override string Allowed =>
        "a value of at most 1000000000, a name that does not start with system-, preemptionPolicy Never or PreemptLowerPriority";

    public override string Fix => "lower the value, or choose another name";

    public override string Guide => "Priority Classes";

    private const double HighestValue = 1_000_000_000;

    protected override void Check(KubernetesObject item, Inspection inspection)
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
