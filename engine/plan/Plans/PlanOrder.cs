namespace Rampart.Plan.Plans;

/// <summary>An order of resources that does not depend on when they were registered.</summary>
internal static class PlanOrder
{
    /// <summary>The resources as a tree from the top: each before its children, siblings by type and name.</summary>
    public static List<PlanResource> Sort(IReadOnlyCollection<PlanResource> resources)
    {
        Dictionary<string, List<PlanResource>> children = new(StringComparer.Ordinal);
        foreach (PlanResource resource in resources)
        {
            if (!children.TryGetValue(resource.Parent, out List<PlanResource>? siblings))
            {
                children.Add(resource.Parent, siblings = []);
            }

            siblings.Add(resource);
        }

        List<PlanResource> sorted = new(resources.Count);
        Append(sorted, children, parent: "");
        return sorted;
    }

    private static void Append(List<PlanResource> sorted, Dictionary<string, List<PlanResource>> children, string parent)
    {
        if (!children.TryGetValue(parent, out List<PlanResource>? siblings))
        {
            return;
        }

        siblings.Sort(Compare);
        foreach (PlanResource resource in siblings)
        {
            sorted.Add(resource);
            Append(sorted, children, resource.Urn);
        }
    }

    private static int Compare(PlanResource left, PlanResource right)
    {
        int order = string.CompareOrdinal(left.Type, right.Type);
        return order == 0 ? string.CompareOrdinal(left.Name, right.Name) : order;
    }
}
