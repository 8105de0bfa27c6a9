using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    [UnscopedRef]
    public ReadOnlySpan<Resource> Items => _items switch
    {
        null => default,
        Resource[] many => many,

        // The field itself is the only item of the span.
        _ => MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<object, Resource>(ref Unsafe.AsRef(in _items!)), 1),
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
