namespace Rampart.Rules.Objects;

/// <summary>The objects of a list that are there before.</summary>
internal static class RepeatedObjects
{
    /// <summary>Each object that the list holds before, in their order, with the first one that is the same.</summary>
    public static List<(KubernetesObject Again, KubernetesObject First)> Find(IReadOnlyList<KubernetesObject> objects)
    {
        List<(KubernetesObject, KubernetesObject)> repeated = [];
        if (objects.Count < 2)
        {
            return repeated;
        }

        Dictionary<ObjectIdentity, KubernetesObject> seen = new(objects.Count);
        for (int i = 0; i < objects.Count; i++)
        {
            ObjectIdentity identity = ObjectIdentity.Of(objects[i], i);
            if (identity.IsKnown && !seen.TryAdd(identity, objects[i]))
            {
                repeated.Add((objects[i], seen[identity]));
            }
        }

        return repeated;
    }
}
