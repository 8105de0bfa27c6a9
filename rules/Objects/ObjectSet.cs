using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.Objects;

/// <summary>The objects that are checked together: a stack, or what the files of one command hold.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is no collection to add to.")]
public sealed class ObjectSet
{
    private static readonly List<KubernetesObject> None = [];

    private readonly Dictionary<string, List<KubernetesObject>> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KubernetesObject>> _byNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubernetesObject> _byName = new(StringComparer.Ordinal);

    /// <summary>Makes a set.</summary>
    /// <param name="objects">The objects, in the order in which findings are told.</param>
    public ObjectSet(IReadOnlyList<KubernetesObject> objects)
    {
        ArgumentNullException.ThrowIfNull(objects);
        Objects = objects;
        List<Workload> workloads = [];
        foreach (KubernetesObject item in objects)
        {
            string kind = $"{item.Group}/{item.Kind}";
            Add(_byKind, kind, item);
            Add(_byNamespace, $"{kind}/{item.Namespace}", item);
            _byName.TryAdd($"{kind}/{item.Namespace}/{item.Name}", item);
            if (item.Workload is { } workload)
            {
                workloads.Add(workload);
            }
        }

        Workloads = workloads;
    }

    /// <summary>The objects in their order.</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; }

    /// <summary>Those that are pods or make pods.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The objects of a kind, in any version of its group.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<KubernetesObject> OfKind(string group, string kind) =>
        _byKind.GetValueOrDefault($"{group}/{kind}") ?? None;

    /// <summary>The objects of a kind in a namespace; those without namespace are in the namespace <c>""</c>.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="place">The namespace.</param>
    public IReadOnlyList<KubernetesObject> OfKind(string group, string kind, string place) =>
        _byNamespace.GetValueOrDefault($"{group}/{kind}/{place}") ?? None;

    /// <summary>An object by its name; null when the set has none.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="place">The namespace; empty for kinds that are in none.</param>
    /// <param name="name">The name.</param>
    public KubernetesObject? Find(string group, string kind, string place, string name) =>
        _byName.GetValueOrDefault($"{group}/{kind}/{place}/{name}");

    private static void Add(Dictionary<string, List<KubernetesObject>> lists, string key, KubernetesObject item)
    {
        if (!lists.TryGetValue(key, out List<KubernetesObject>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
