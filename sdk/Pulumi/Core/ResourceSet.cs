using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// The resources that a value comes from: immutable, each resource once. Most values come from none or one, so the set
/// is a null, a resource, or an array.
/// </summary>
internal readonly struct ResourceSet
{
    public static readonly ResourceSet Empty;

    private readonly object? _items;

    private ResourceSet(object? items) => _items = items;

    public ResourceSet(Resource resource) => _items = resource;

    public bool IsEmpty => _items is null;

    public ReadOnlySpan<Resource> Items => _items switch
    {
        null => default,
        Resource[] many => many,
        object one => new Resource[] { (Resource)one },
    };

    public ResourceSet Add(Resource resource) => Union(new ResourceSet(resource));

    public ResourceSet Union(ResourceSet other)
    {
        if (other._items is null || ReferenceEquals(_items, other._items))
        {
            return this;
        }

        if (_items is null)
        {
            return other;
        }

        List<Resource> all = [.. Items];
        foreach (Resource resource in other.Items)
        {
            if (!all.Contains(resource))
            {
                all.Add(resource);
            }
        }

        return all.Count == Items.Length ? this : new ResourceSet(all.ToArray());
    }

    public ImmutableHashSet<Resource> ToImmutableHashSet() => [.. Items];
}
