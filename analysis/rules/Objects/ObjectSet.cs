using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.Objects;

/// <summary>The objects that are checked together: a stack, or what the files of one command hold.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is no collection to add to.")]
public sealed class ObjectSet
{
    private static readonly ObjectsOfKind None = new("", "");

    // There are few groups for a kind.
    private readonly Dictionary<string, List<ObjectsOfKind>> _byKind = new(StringComparer.Ordinal);
    private readonly NamespaceDoubt _doubt;

    /// <summary>Makes a set.</summary>
    /// <param name="objects">The objects, in the order in which findings are told.</param>
    /// <param name="stack">The resources that declare them; null, the default, when they come from files.</param>
    public ObjectSet(IReadOnlyList<KubernetesObject> objects, DeclaredStack? stack = null)
    {
        ArgumentNullException.ThrowIfNull(objects);
        All = objects;
        Objects = objects;
        Stack = stack ?? DeclaredStack.None;
        List<Workload> workloads = [];
        ObjectsOfKind? last = null;
        foreach (KubernetesObject item in objects)
        {
            // Objects of one kind often stand together.
            last = last is not null && item.Is(last.Group, last.Kind) ? last : OfKind(item);
            last.Add(item);
            for (int i = 0; i < item.Workloads.Count; i++)
            {
                workloads.Add(item.Workloads[i]);
                _doubt = _doubt.With(item);
            }
        }

        Workloads = workloads;
    }

    /// <summary>The objects in their order, each once in a set that is <see cref="WithoutRepeated"/>.</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; }

    /// <summary>The objects in their order, with those that are there again.</summary>
    public IReadOnlyList<KubernetesObject> All { get; private init; }

    /// <summary>The resources that declare the objects; none when they come from files.</summary>
    public DeclaredStack Stack { get; }

    /// <summary>Those that are pods or make pods.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>Those of <see cref="All"/> that repeat an earlier one, with the first one that is the same.</summary>
    internal IReadOnlyList<(KubernetesObject Again, KubernetesObject First)> Repeated
    {
        get => field ??= RepeatedObjects.Find(All);
        private init;
    }

    /// <summary>The set in which rules see each object once, of those that are the same the first; this one when it is that.</summary>
    internal ObjectSet WithoutRepeated()
    {
        if (Repeated.Count == 0)
        {
            return this;
        }

        HashSet<KubernetesObject> again = new(Repeated.Select(static each => each.Again), ReferenceEqualityComparer.Instance);
        return new ObjectSet([.. Objects.Where(item => !again.Contains(item))], Stack) { All = All, Repeated = Repeated };
    }

    /// <summary>The objects of a kind, in any version of its group.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<KubernetesObject> OfKind(string group, string kind) => Find(group, kind).All;

    /// <summary>The objects of a kind in a namespace; those without namespace are in the namespace <c>""</c>.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="place">The namespace.</param>
    public IReadOnlyList<KubernetesObject> OfKind(string group, string kind, string place) => Find(group, kind).In(place);

    /// <summary>An object by its name; null when the set has none.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="place">The namespace; empty for kinds that are in none.</param>
    /// <param name="name">The name.</param>
    public KubernetesObject? Find(string group, string kind, string place, string name) => Find(group, kind).Find(place, name);

    /// <summary>The names of the objects of a kind in a namespace; among them the empty one where a name is not known.</summary>
    internal IReadOnlyCollection<string> Names(string group, string kind, string place) => Find(group, kind).Names(place);

    /// <summary>Whether a namespace may hold objects of a kind besides those that are found there, since it or theirs is not known.</summary>
    internal bool MayHoldMore(string group, string kind, string place) => Find(group, kind).Apart.About(KubernetesNamespaces.PlaceOf(place));

    /// <summary>As <see cref="MayHoldMore"/>, for what makes pods.</summary>
    internal bool MayHoldMoreWorkloads(string place) => _doubt.About(KubernetesNamespaces.PlaceOf(place));

    private ObjectsOfKind Find(string group, string kind)
    {
        if (_byKind.TryGetValue(kind, out List<ObjectsOfKind>? groups))
        {
            foreach (ObjectsOfKind candidate in groups)
            {
                if (candidate.Group == group)
                {
                    return candidate;
                }
            }
        }

        return None;
    }

    private ObjectsOfKind OfKind(KubernetesObject item)
    {
        ObjectsOfKind found = Find(item.Group, item.Kind);
        if (ReferenceEquals(found, None))
        {
            found = new ObjectsOfKind(item.Group, item.Kind);
            if (!_byKind.TryGetValue(item.Kind, out List<ObjectsOfKind>? groups))
            {
                _byKind.Add(item.Kind, groups = []);
            }

            groups.Add(found);
        }

        return found;
    }
}
