namespace Rampart.Rules.Objects;

/// <summary>The objects of a list that are declared more than once.</summary>
internal static class RepeatedObjects
{
    /// <summary>Each object that repeats an earlier one, in their order, with the first one that is the same.</summary>
    public static List<(KubernetesObject Again, KubernetesObject First)> Find(IReadOnlyList<KubernetesObject> objects)
    {
        List<(KubernetesObject, KubernetesObject)> repeated = [];
        if (objects.Count < 2)
        {
            return repeated;
        }

        Dictionary<ObjectIdentity, KubernetesObject> seen = new(objects.Count);
        foreach (KubernetesObject item in objects)
        {
            if (item.Identity.IsKnown && !seen.TryAdd(item.Identity, item))
            {
                repeated.Add((item, seen[item.Identity]));
            }
        }

        return repeated;
    }
}
