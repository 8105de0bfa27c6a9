using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3042: the LimitRanges of a namespace say all there is to say about containers.</summary>
internal sealed class LimitRangeCompleteRule() : Rule("RMP3042", "limit-range-complete", RuleCategory.Resources, DiagnosticSeverity.Info)
{
    public override string Summary => "The LimitRanges of a namespace give containers default requests and limits, and bound both, for cpu and memory.";

    public override string Allowed => "an item of type Container with default, defaultRequest, max and min for cpu and memory";

    public override string Fix => "add what is missing to spec.limits";

    public override string Guide => "Resource Quotas";

    public override IReadOnlyList<string> OtherIds => ["trivy:KSV-0039"];

    internal override void Check(Inspection inspection)
    {
        foreach (NamespaceLimits limits in LimitRanges.Of(inspection).ByNamespace.Values)
        {
            if (limits.Unknown is { } unknown)
            {
                inspection.Unknown(limits.UnknownIn!, unknown.Path, unknown.Problem);
                continue;
            }

            Check(limits, inspection);
        }
    }

    private static void Check(NamespaceLimits limits, Inspection inspection)
    {
        ResourceList limit = ResourceList.Empty, request = ResourceList.Empty, max = ResourceList.Empty, min = ResourceList.Empty;
        LimitRangeItem? first = null;
        foreach (LimitRangeItem item in limits.Items)
        {
            if (item.Type == LimitRangeItem.OfContainers)
            {
                first ??= item;
                limit = limit.WithDefaults(item.Default);
                request = request.WithDefaults(item.DefaultRequest);
                max = max.WithDefaults(item.Max);
                min = min.WithDefaults(item.Min);
            }
        }

        if (first is null)
        {
            inspection.Broken(limits.Objects[0], "spec.limits", "there is no item of type Container");
            return;
        }

        List<string> missing = [];
        foreach ((string name, ResourceList list) in (ReadOnlySpan<(string, ResourceList)>)[("default", limit), ("defaultRequest", request), ("max", max), ("min", min)])
        {
            foreach (string resource in (ReadOnlySpan<string>)[ResourceList.Cpu, ResourceList.Memory])
            {
                if (list[resource] is null)
                {
                    missing.Add($"{name}.{resource}");
                }
            }
        }

        if (missing.Count > 0)
        {
            inspection.Broken(first.Object, first.Path, $"the item about containers has no {string.Join(", ", missing)}");
        }
    }
}
