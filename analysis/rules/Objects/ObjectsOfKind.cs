namespace Rampart.Rules.Objects;

/// <summary>The objects of one kind, by namespace and name. All are added before anybody looks; then many may look at once.</summary>
internal sealed class ObjectsOfKind
{
    private static readonly Place Nowhere = new();

    private readonly List<KubernetesObject> _all = [];
    private readonly Lazy<Dictionary<string, Place>> _byNamespace;

    public ObjectsOfKind(string group, string kind)
    {
        Group = group;
        Kind = kind;
        _byNamespace = new(SortByNamespace);
    }

    public string Group { get; }

    public string Kind { get; }

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<KubernetesObject> All => _all;

    public void Add(KubernetesObject item)
    {
        _all.Add(item);
        Apart = Apart.With(item);
    }

    /// <summary>Whether the namespaces of some are known, and of some not.</summary>
    public NamespaceDoubt Apart { get; private set; }

    /// <summary>Those of a namespace, in their order.</summary>
    public IReadOnlyList<KubernetesObject> In(string place) => PlaceOf(place).Objects;

    /// <summary>The names that there are in a namespace; among them the empty one where a name is not known.</summary>
    public IReadOnlyCollection<string> Names(string place) => PlaceOf(place).ByName.Value.Keys;

    /// <summary>The first one with a name; null for none.</summary>
    public KubernetesObject? Find(string place, string name) => PlaceOf(place).ByName.Value.GetValueOrDefault(name);

    private Place PlaceOf(string place) => _all.Count == 0 ? Nowhere : _byNamespace.Value.GetValueOrDefault(KubernetesNamespaces.PlaceOf(place), Nowhere);

    private Dictionary<string, Place> SortByNamespace()
    {
        Dictionary<string, Place> byNamespace = new(StringComparer.Ordinal);
        foreach (KubernetesObject item in _all)
        {
            if (!byNamespace.TryGetValue(item.Place, out Place? place))
            {
                byNamespace.Add(item.Place, place = new Place());
            }

            place.Objects.Add(item);
        }

        return byNamespace;
    }

    private sealed class Place
    {
        public Place() => ByName = new(SortByName);

        public List<KubernetesObject> Objects { get; } = [];

        public Lazy<Dictionary<string, KubernetesObject>> ByName { get; }

        private Dictionary<string, KubernetesObject> SortByName()
        {
            Dictionary<string, KubernetesObject> byName = new(StringComparer.Ordinal);
            foreach (KubernetesObject item in Objects)
            {
                byName.TryAdd(item.Name, item);
            }

            return byName;
        }
    }
}
