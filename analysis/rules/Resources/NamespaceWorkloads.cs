using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>The workloads of each namespace that no other object keeps.</summary>
internal sealed class NamespaceWorkloads
{
    private readonly Dictionary<string, List<Workload>> _byNamespace = new(StringComparer.Ordinal);

    private NamespaceWorkloads(ObjectSet objects)
    {
        foreach (Workload workload in objects.Workloads)
        {
            if (workload.Object.IsOwned)
            {
                continue;
            }

            if (!_byNamespace.TryGetValue(workload.Object.Place, out List<Workload>? list))
            {
                _byNamespace.Add(workload.Object.Place, list = []);
            }

            list.Add(workload);
        }
    }

    public static NamespaceWorkloads Of(SharedFacts facts) => facts.Get(static shared => new NamespaceWorkloads(shared.Objects));

    /// <summary>The workloads of one namespace, in the order of the objects.</summary>
    public IReadOnlyList<Workload> In(string place) => _byNamespace.TryGetValue(KubernetesNamespaces.PlaceOf(place), out List<Workload>? list) ? list : [];
}
