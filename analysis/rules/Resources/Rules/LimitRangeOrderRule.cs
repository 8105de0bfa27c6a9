using System.Numerics;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3043: a LimitRange does not contradict itself.</summary>
internal static class LimitRangeOrderRule
{
    private static readonly BigInteger NanosPerUnit = 1_000_000_000;

    public static Rule Descriptor { get; } = new ObjectRule("RMP3043", "limit-range-order", RuleCategory.Resources, DiagnosticSeverity.Error, "", "LimitRange")
    {
        Summary = "In a LimitRange, min, defaultRequest, default and max are in this order, since the API server rejects anything else.",
        Allowed = "min ≤ defaultRequest ≤ default ≤ max, and each type once",
        Fix = "correct the order",
        Guide = "Resource Quotas",
        Example = new(
            """
            kind: LimitRange
            spec:
              limits: [{type: Container, default: {memory: 2Gi}, max: {memory: 1Gi}}]
            """,
            """
            kind: LimitRange
            spec:
              limits: [{type: Container, default: {memory: 256Mi}, max: {memory: 1Gi}}]
            """),
        Check = static (item, inspection) =>
        {
            CheckTypes(inspection.At(item)["spec"]["limits"]);
            foreach (LimitRangeItem limits in LimitRanges.Of(inspection.Facts).In(item.Place).GroupOf(item).Items)
            {
                CheckItem(inspection.At(item, limits.Path), limits);
            }
        },
    };

    private static void CheckTypes(FieldAt limits)
    {
        HashSet<string> types = new(StringComparer.Ordinal);
        foreach (FieldAt item in limits.ReadItems())
        {
            FieldAt at = item["type"];
            if (!at.TryRead(out string type))
            {
                continue;
            }

            if (type is not ("Container" or "Pod" or "PersistentVolumeClaim") && !type.Contains('/'))
            {
                string problem = type.Length == 0 ? "the item has no type" : $"'{at.Shown}' is not a type of limits";
                at.Report(problem, allowed: "Container, Pod or PersistentVolumeClaim");
            }
            else if (!types.Add(type))
            {
                at.Report($"there are two items of type {at.Shown}");
            }
        }
    }

    private static void CheckItem(FieldAt at, LimitRangeItem item)
    {
        if (item.Type == LimitRangeItem.OfPods && item.Default.Count + item.DefaultRequest.Count > 0)
        {
            at[item.Default.Count > 0 ? "default" : "defaultRequest"].Report("an item of type Pod has no defaults");
        }

        Compare(at["min"], item.Min, "defaultRequest", item.DefaultRequest);
        Compare(at["min"], item.Min, "default", item.Default);
        Compare(at["min"], item.Min, "max", item.Max);
        Compare(at["defaultRequest"], item.DefaultRequest, "default", item.Default);
        Compare(at["defaultRequest"], item.DefaultRequest, "max", item.Max);
        Compare(at["default"], item.Default, "max", item.Max);
        foreach ((string name, Quantity ratio) in item.MaxLimitRequestRatio)
        {
            CheckRatio(at["maxLimitRequestRatio"][name], item, ratio);
        }
    }

    private static void Compare(FieldAt at, ResourceList low, string highName, ResourceList high)
    {
        foreach ((string name, Quantity quantity) in low)
        {
            if (high[name] is { } bound && quantity > bound)
            {
                at[name].Report($"{at.Name} of {name} is {quantity}, more than {highName}, {bound}", quantity.ToString());
            }
        }
    }

    private static void CheckRatio(FieldAt at, LimitRangeItem item, Quantity ratio)
    {
        string name = at.Name;
        string? problem = ratio < Quantity.From(1) ? "less than 1"
            : item.Min[name] is { IsZero: false } min && item.Max[name] is { } max && ratio.Nanos * min.Nanos > max.Nanos * NanosPerUnit
                ? $"more than max, {max}, divided by min, {min}"
            : null;
        if (problem is not null)
        {
            at.Report($"maxLimitRequestRatio of {name} is {ratio}, {problem}", ratio.ToString());
        }
    }
}
