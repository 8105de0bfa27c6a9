using System.Globalization;
using System.Numerics;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3043: a LimitRange does not contradict itself.</summary>
internal static class LimitRangeOrderRule
{
    private static readonly BigInteger NanosPerUnit = 1_000_000_000;

    public static Rule Descriptor { get; } = new ObjectRule("RMP3043", "limit-range-order", RuleCategory.Resources, DiagnosticSeverity.Error, "", "LimitRange")
    {
        Summary = "In a LimitRange min, defaultRequest, default and max are in this order, since the API server rejects all else.",
        Allowed = "min ≤ defaultRequest ≤ default ≤ max, and each type once",
        Fix = "correct the order",
        Guide = "Resource Quotas",
        Check = static (item, inspection) =>
        {
            CheckTypes(item, inspection);
            foreach (LimitRangeItem limits in LimitRanges.Of(inspection.Facts).In(item.Place).GroupOf(item).Items)
            {
                CheckPart(item, limits, inspection);
            }
        },
    };

    private static void CheckTypes(KubernetesObject item, Inspection inspection)
    {
        if (!item.Spec["limits"].TryGetItems(out FieldItems items))
        {
            inspection.Unknown(item, "spec.limits");
            return;
        }

        HashSet<string> types = new(StringComparer.Ordinal);
        for (int i = 0; i < items.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"spec.limits[{i}].type");
            Field field = items[i]["type"];
            if (!field.TryGetText(out string type))
            {
                inspection.Unknown(item, path);
            }
            else if (type is not ("Container" or "Pod" or "PersistentVolumeClaim") && !type.Contains('/'))
            {
                inspection.Broken(item, path, type.Length == 0 ? "the item has no type" : $"'{field.Shown}' is not a type of limits", field.Shown, "Container, Pod or PersistentVolumeClaim");
            }
            else if (!types.Add(type))
            {
                inspection.Broken(item, path, $"there are two items of type {field.Shown}", field.Shown);
            }
        }
    }

    private static void CheckPart(KubernetesObject limitRange, LimitRangeItem item, Inspection inspection)
    {
        if (item.Type == LimitRangeItem.OfPods && item.Default.Count + item.DefaultRequest.Count > 0)
        {
            string map = item.Default.Count > 0 ? "default" : "defaultRequest";
            inspection.Broken(limitRange, $"{item.Path}.{map}", "an item of type Pod has no defaults");
        }

        Compare(limitRange, item, "min", item.Min, "defaultRequest", item.DefaultRequest, inspection);
        Compare(limitRange, item, "min", item.Min, "default", item.Default, inspection);
        Compare(limitRange, item, "min", item.Min, "max", item.Max, inspection);
        Compare(limitRange, item, "defaultRequest", item.DefaultRequest, "default", item.Default, inspection);
        Compare(limitRange, item, "defaultRequest", item.DefaultRequest, "max", item.Max, inspection);
        Compare(limitRange, item, "default", item.Default, "max", item.Max, inspection);
        foreach ((string name, Quantity ratio) in item.MaxLimitRequestRatio)
        {
            CheckRatio(limitRange, item, name, ratio, inspection);
        }
    }

    private static void Compare(KubernetesObject limitRange, LimitRangeItem item, string lowName, ResourceList low, string highName, ResourceList high, Inspection inspection)
    {
        foreach ((string name, Quantity quantity) in low)
        {
            if (high[name] is { } bound && quantity > bound)
            {
                inspection.Broken(
                    limitRange,
                    QuantityField.PathOf($"{item.Path}.{lowName}", name),
                    $"{lowName} of {name} is {quantity}, more than {highName}, {bound}",
                    quantity.ToString());
            }
        }
    }

    private static void CheckRatio(KubernetesObject limitRange, LimitRangeItem item, string name, Quantity ratio, Inspection inspection)
    {
        string? problem = ratio < Quantity.From(1) ? "and the least is 1"
            : item.Min[name] is { IsZero: false } min && item.Max[name] is { } max && ratio.Nanos * min.Nanos > max.Nanos * NanosPerUnit
                ? $"more than max, {max}, divided by min, {min}"
            : null;
        if (problem is not null)
        {
            inspection.Broken(
                limitRange,
                QuantityField.PathOf(item.Path + ".maxLimitRequestRatio", name),
                $"maxLimitRequestRatio of {name} is {ratio}, {problem}",
                ratio.ToString());
        }
    }
}
