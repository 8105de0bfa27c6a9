using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4007: disruption budgets select no more pods than their workload does.</summary>
internal static class BudgetSelectorWideRule
{
    private const string NameLabel = "app.kubernetes.io/name";

    public static Rule Descriptor { get; } = new ObjectSetRule("RMP4007", "disruption-budget-selector-wide", RuleCategory.Availability, DiagnosticSeverity.Info)
    {
        Summary = "A disruption budget requires all labels that its workload's selector requires, so that pods of jobs and of other instances do not count.",
        Allowed = "the selector of the workload",
        Fix = "add the labels of the workload's selector, such as app.kubernetes.io/instance",
        Guide = "Pod Disruption Budgets",
        Example = new(
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {}}
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
                if (FindProblem(group) is { } problem)
                {
                    foreach (KubernetesObject budget in group.Budgets)
                    {
                        inspection.At(budget)["spec"]["selector"].Report(problem);
                    }
                }
            }
        },
    };

    private static string? FindProblem(BudgetGroup group)
    {
        Field selector = group.Budgets[0].Spec["selector"], labels = selector["matchLabels"], expressions = selector["matchExpressions"];
        if (selector.IsUnset || !labels.TryGetProperties(out ReadOnlySpan<Property> required) || !expressions.TryGetItems(out FieldItems conditions))
        {
            return null;
        }

        if (required.Length == 0 && conditions.Count == 0)
        {
            return "selector is empty and selects every pod of the namespace";
        }

        HashSet<string>? keys = KeysOf(conditions);
        bool isCompared = false;
        foreach (Workload workload in group.Choices.Chosen(static workload => workload.HasScale && !workload.Object.IsOwned))
        {
            isCompared = true;
            if (keys is not null && FindMissing(workload.Object.Spec["selector"]["matchLabels"], labels, keys) is { } missing)
            {
                return $"selector does not require {missing} as {workload.Object} does, so other pods may count";
            }
        }

        return !isCompared && conditions.Count == 0 && required.Length == 1 && required[0].Name == NameLabel
            ? $"selector requires only {NameLabel}, so pods of jobs and of other instances may count"
            : null;
    }

    private static string? FindMissing(Field wanted, Field labels, HashSet<string> conditions)
    {
        _ = wanted.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (Property property in properties)
        {
            if (labels[property.Name].IsUnset && !conditions.Contains(property.Name))
            {
                return property.Name;
            }
        }

        return null;
    }

    // Null where a key is not known, which may be any.
    private static HashSet<string>? KeysOf(FieldItems conditions)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (Field condition in conditions)
        {
            if (!condition["key"].TryGetText(out string key))
            {
                return null;
            }

            keys.Add(key);
        }

        return keys;
    }
}
