namespace Rampart.Rules.Objects;

/// <summary>The objects of one kind, by namespace and name. All are added before anybody looks; then many may look at once.</summary>
internal sealed class ObjectsOfKind
{
    private static readonly List<KubernetesObject> None = [];

    private readonly List<KubernetesObject> _all = [];
    private readonly Lazy<Dictionary<string, List<KubernetesObject>>> _byNamespace;
    private readonly Lazy<Dictionary<string, KubernetesObject>> _byName;

    public ObjectsOfKind(string group, string kind)
    {
        Group = group;
        Kind = kind;
        _byNamespace = new(SortByNamespace);
        _byName = new(SortByName);
    }

    public string Group { get; }

    public string Kind { get; }

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<KubernetesObject> All => _all;

    public void Add(KubernetesObject item) => _all.Add(item);

    /// <summary>Those of a namespace, in their order.</summary>
    public IReadOnlyList<KubernetesObject> In(string place) =>
        _all.Count == 0 ? None : _byNamespace.Value.GetValueOrDefault(KubernetesNamespaces.PlaceOf(place)) ?? None;

    /// <summary>The first one with a name; null for none.</summary>
    public KubernetesObject? Find(string place, string name) =>
        _all.Count == 0 ? null : _byName.Value.GetValueOrDefault(NameIn(KubernetesNamespaces.PlaceOf(place), name));

    // A slash can be in neither.
    private static string NameIn(string place, string name) => $"{place}/{name}";

    private Dictionary<string, List<KubernetesObject>> SortByNamespace()
    {
        Dictionary<string, List<KubernetesObject>> byNamespace = new(StringComparer.Ordinal);
        foreach (KubernetesObject item in _all)
        {
            if (!byNamespace.TryGetValue(item.Place, out List<KubernetesObject>? list))
            {
                byNamespace.Add(item.Place, list = []);
            }

            list.Add(item);
        }

        return byNamespace;
    }

    private Dictionary<string, KubernetesObject> SortByName()
    {
        Dictionary<string, KubernetesObject> byName = new(StringComparer.Ordinal);
        foreach (KubernetesObject item in _all)
        {
            byName.TryAdd(NameIn(item.Place, item.Name), item);
        }

        return byName;
    }
}
