namespace Rampart.Protocol.Values;

/// <summary>An immutable list of values.</summary>
public sealed class PropertyList : PropertyNode, IEquatable<PropertyList>
{
    /// <summary>The list without items.</summary>
    public static readonly PropertyList Empty = new([], false, false);

    private readonly PropertyValue[] _items;

    private PropertyList(PropertyValue[] items, bool containsSecrets, bool containsUnknowns)
        : base(PropertyKind.List, containsSecrets, containsUnknowns)
        => _items = items;

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The items.</summary>
    public ReadOnlySpan<PropertyValue> Items => _items;

    /// <summary>The item at a place, from 0.</summary>
    public PropertyValue this[int index] => _items[index];

    /// <summary>A list of these items.</summary>
    public static PropertyList Create(params ReadOnlySpan<PropertyValue> items) => Adopt(items.ToArray());

    /// <summary>A list of the items in a part of an array, which stays the caller's.</summary>
    /// <param name="items">The array.</param>
    /// <param name="start">The first.</param>
    /// <param name="count">How many there are.</param>
    public static PropertyList Create(PropertyValue[] items, int start, int count)
    {
        PropertyValue[] own = new PropertyValue[count];
        Array.Copy(items, start, own, 0, count);
        return Adopt(own);
    }

    /// <summary>A list of these items, which belong to it from then on: nobody may change the array any more.</summary>
    public static PropertyList Adopt(PropertyValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Length == 0)
        {
            return Empty;
        }

        bool containsSecrets = false, containsUnknowns = false;
        for (int i = 0; i < items.Length; i++)
        {
            containsSecrets |= items[i].ContainsSecrets;
            containsUnknowns |= items[i].ContainsUnknowns;
        }

        return new PropertyList(items, containsSecrets, containsUnknowns);
    }

    /// <inheritdoc/>
    public bool Equals(PropertyList? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other._items.Length != _items.Length)
        {
            return false;
        }

        for (int i = 0; i < _items.Length; i++)
        {
            if (!_items[i].Equals(other._items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (PropertyValue item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
