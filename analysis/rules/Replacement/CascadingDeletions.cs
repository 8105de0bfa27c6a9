using Rampart.Protocol.Monitor;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement;

/// <summary>
/// What Pulumi's engine deletes together with a resource that it deletes before it makes it anew: what depends on it by a property, and
/// would be replaced if that property were unknown; and what depends on those.
/// </summary>
/// <remarks>
/// Autonaming does not help what depends, only what it depends on. Where something in the chain is protected, the engine refuses the update,
/// and deletes nothing.
/// </remarks>
internal sealed class CascadingDeletions
{
    private readonly IReadOnlyList<DeclaredResource> _resources;
    private readonly ReplacementCause?[] _causes;
    private readonly List<Edge>[] _dependents;
    private readonly bool[] _isProtected;
    private readonly bool[] _isRetained;

    private CascadingDeletions(DeclaredStack stack)
    {
        _resources = stack.Resources;
        int count = _resources.Count;
        Dictionary<string, int> places = new(count, StringComparer.Ordinal);
        (_isProtected, _isRetained) = (new bool[count], new bool[count]);
        for (int i = 0; i < count; i++)
        {
            RegisterResourceRequest request = _resources[i].Request;
            bool hasParent = places.TryGetValue(request.Parent, out int parent);
            _isProtected[i] = request.Protect ?? (hasParent && _isProtected[parent]);
            _isRetained[i] = request.RetainOnDelete ?? (hasParent && _isRetained[parent]);
            places.TryAdd(_resources[i].Urn, i);
        }

        MutableKinds mutable = new(stack, places);
        _causes = new ReplacementCause?[count];
        _dependents = new List<Edge>[count];
        bool hasCause = false;
        for (int i = 0; i < count; i++)
        {
            _causes[i] = _isProtected[i] ? null : ReplacementCause.Of(_resources[i], mutable.Contains(_resources[i]));
            hasCause |= _causes[i] is not null;
        }

        for (int i = 0; hasCause && i < count; i++)
        {
            AddEdges(i, places, mutable);
        }

        Find();
    }

    /// <summary>What is deleted, in the order of the resources.</summary>
    public List<CascadingDeletion> All { get; } = [];

    /// <summary>The deletions of a stack.</summary>
    public static CascadingDeletions Of(SharedFacts facts) => new(facts.Objects.Stack);

    private void AddEdges(int place, Dictionary<string, int> places, MutableKinds mutable)
    {
        DeclaredResource resource = _resources[place];
        foreach (PropertyDependency dependency in resource.Request.PropertyDependencies)
        {
            if (dependency.Urns.Count == 0 || UnknownProperty.Replaces(resource, dependency.Property, mutable.Contains(resource)) is var replaces && replaces == Flag.False)
            {
                continue;
            }

            foreach (string urn in dependency.Urns)
            {
                Add(urn, new Edge(place, dependency.Property, replaces == Flag.True));
            }
        }

        // These are replaced with another because the program asks for it; what depends on them need not expect it.
        Add(resource.Request.DeletedWith, new Edge(place, "", IsKnown: true));
        foreach (string urn in resource.Request.ReplaceWith)
        {
            Add(urn, new Edge(place, "", IsKnown: true));
        }

        void Add(string urn, Edge edge)
        {
            if (places.TryGetValue(urn, out int dependency))
            {
                (_dependents[dependency] ??= []).Add(edge);
            }
        }
    }

    private void Find()
    {
        int[] causeOf = Spread();
        if (FindProtected(causeOf) is { } refused)
        {
            for (int i = 0; i < refused.Length; i++)
            {
                _causes[i] = refused[i] ? null : _causes[i];
            }

            causeOf = Spread();
        }

        for (int i = 0; i < causeOf.Length; i++)
        {
            if (causeOf[i] < 0)
            {
                continue;
            }

            foreach (Edge edge in DependentsOf(i))
            {
                if (edge.Property.Length > 0 && !_isRetained[edge.Place])
                {
                    All.Add(new CascadingDeletion(_resources[edge.Place], edge.Property, _resources[i], _causes[causeOf[i]]!, edge.IsKnown));
                }
            }
        }
    }

    // For each resource that is deleted first the place of the cause: its own, if it is one; -1 for the others.
    private int[] Spread()
    {
        int[] causeOf = new int[_resources.Count];
        Queue<int> next = new();
        for (int i = 0; i < causeOf.Length; i++)
        {
            causeOf[i] = _causes[i] is null ? -1 : i;
            if (_causes[i] is not null)
            {
                next.Enqueue(i);
            }
        }

        while (next.TryDequeue(out int place))
        {
            foreach (Edge edge in DependentsOf(place))
            {
                if (edge.IsKnown && causeOf[edge.Place] < 0)
                {
                    causeOf[edge.Place] = causeOf[place];
                    next.Enqueue(edge.Place);
                }
            }
        }

        return causeOf;
    }

    // What leads to a protected resource; null when nothing does.
    private bool[]? FindProtected(int[] causeOf)
    {
        bool[]? leads = null;
        for (int i = 0; i < causeOf.Length; i++)
        {
            if (causeOf[i] >= 0 && _isProtected[i])
            {
                (leads ??= new bool[causeOf.Length])[i] = true;
            }
        }

        if (leads is null)
        {
            return null;
        }

        List<int>[] dependencies = new List<int>[causeOf.Length];
        Queue<int> next = new();
        for (int i = 0; i < causeOf.Length; i++)
        {
            foreach (Edge edge in causeOf[i] >= 0 ? DependentsOf(i) : [])
            {
                if (edge.IsKnown)
                {
                    (dependencies[edge.Place] ??= []).Add(i);
                }
            }

            if (leads[i])
            {
                next.Enqueue(i);
            }
        }

        while (next.TryDequeue(out int place))
        {
            foreach (int dependency in dependencies[place] ?? [])
            {
                if (!leads[dependency])
                {
                    leads[dependency] = true;
                    next.Enqueue(dependency);
                }
            }
        }

        return leads;
    }

    private List<Edge> DependentsOf(int place) => _dependents[place] ?? [];

    // From a resource to one that is replaced with it.
    private readonly record struct Edge(int Place, string Property, bool IsKnown);
}
