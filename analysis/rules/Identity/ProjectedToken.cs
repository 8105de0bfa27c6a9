using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity;

/// <summary>A token for the API server that a pod projects into a volume.</summary>
internal static class ProjectedToken
{
    /// <summary>The index of the first volume that has one; -1 for none.</summary>
    public static int Find(Workload workload)
    {
        workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes);
        for (int i = 0; i < volumes.Count; i++)
        {
            volumes[i]["projected"]["sources"].TryGetItems(out FieldItems sources);
            foreach (Field source in sources)
            {
                // A token for another audience is for another server.
                Field token = source["serviceAccountToken"];
                if (token.Presence == Flag.True && token["audience"].IsUnset)
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
