using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The workloads of some objects by their namespaces.</summary>
internal static class WorkloadPlaces
{
    /// <summary>Groups them.</summary>
    public static Dictionary<string, List<Workload>> Group(ObjectSet objects)
    {
        Dictionary<string, List<Workload>> result = new(StringComparer.Ordinal);
        foreach (Workload workload in objects.Workloads)
        {
            if (!result.TryGetValue(workload.Object.Namespace, out List<Workload>? list))
            {
                result.Add(workload.Object.Namespace, list = []);
            }

            list.Add(workload);
        }

        return result;
    }
}
