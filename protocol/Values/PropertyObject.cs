namespace Rampart.Protocol.Values;

/// <summary>One named value of a <see cref="PropertyObject"/>.</summary>
/// <param name="Name">The wire name, e.g. <c>apiVersion</c>.</param>
/// <param name="Value">The value.</param>
public readonly record struct Property(string Name, PropertyValue Value);

/// <summary>An immutable object whose properties are in ordinal order of their names, each name once.</summary>
public sealed class PropertyObject : PropertyNode, IEquatable<PropertyObject>
{
    // Below this many properties a linear scan beats a binary search.
    private const int LinearSearchLimit = 24;

    // Up to here insertion beats merging.
    private const int InsertionSortLimit = 16;

    /// <summary>The object without properties.</summary>
    public static readonly PropertyObject Empty = new([], false, false);

    private readonly Property[] _properties;

    private PropertyObject(Property[] properties, bool containsSecrets, bool containsUnknowns)
        : base(PropertyKind.Object, containsSecrets, containsUnknowns)
        => _properties = properties;

    /// <summary>The number of properties.</summary>
    public int Count => _properties.Length;

    /// <summary>The properties in ordinal order of their names.</summary>
    public ReadOnlySpan<Property> Properties => _properties;

    /// <summary>The value of a property; the null value when there is none.</summary>
    public PropertyValue this[string name] => TryGetValue(name, out PropertyValue value) ? value : default;

    /// <summary>An object of these properties; of several with one name the last wins.</summary>
    public static PropertyObject Create(params ReadOnlySpan<Property> properties) => Adopt(properties.ToArray());

    /// <summary>
    /// An object of these properties, of which the last wins where several have one name. The array belongs to the object
    /// from then on: nobody may change it any more.
    /// </summary>
    public static PropertyObject Adopt(Property[] properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        int count = Sort(properties);
        if (count < properties.Length)
        {
            Array.Resize(ref properties, count);
        }

        return count == 0 ? Empty : FromSorted(properties);
    }

    /// <summary>Puts properties into ordinal order of their names; of several with one name the last stays.</summary>
    /// <returns>How many there are now, at the start of the span.</returns>
    public static int Sort(Span<Property> properties)
    {
        if (IsSorted(properties))
        {
            return properties.Length;
        }

        if (properties.Length <= InsertionSortLimit)
        {
            SortByInsertion(properties);
        }
        else
        {
            SortByMerging(properties);
        }

        return RemoveEarlierOfOneName(properties);
    }

    /// <summary>Looks a property up.</summary>
    public bool TryGetValue(string name, out PropertyValue value)
    {
        int index = IndexOf(name);
        value = index < 0 ? default : _properties[index].Value;
        return index >= 0;
    }

    /// <summary>Whether there is a property of this name.</summary>
    public bool ContainsKey(string name) => IndexOf(name) >= 0;

    /// <summary>A copy with one property set, or removed when the value is null.</summary>
    public PropertyObject With(string name, PropertyValue value)
    {
        ReadOnlySpan<Property> properties = _properties;
        int place = 0;
        while (place < properties.Length && string.CompareOrdinal(properties[place].Name, name) < 0)
        {
            place++;
        }

        bool isThere = place < properties.Length && properties[place].Name == name;
        ReadOnlySpan<Property> rest = properties[(isThere ? place + 1 : place)..];
        if (value.IsNull && rest.Length + place == 0)
        {
            return Empty;
        }

        int added = value.IsNull ? 0 : 1;
        Property[] changed = new Property[place + added + rest.Length];
        properties[..place].CopyTo(changed);
        rest.CopyTo(changed.AsSpan(place + added));
        if (added > 0)
        {
            changed[place] = new Property(name, value);
        }

        return FromSorted(changed);
    }

    /// <inheritdoc/>
    public bool Equals(PropertyObject? other) => other is not null && _properties.AsSpan().SequenceEqual(other._properties);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyObject);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (Property property in _properties)
        {
            hash.Add(property);
        }

        return hash.ToHashCode();
    }

    private static PropertyObject FromSorted(Property[] sorted)
    {
        bool containsSecrets = false, containsUnknowns = false;
        foreach (ref readonly Property property in sorted.AsSpan())
        {
            containsSecrets |= property.Value.ContainsSecrets;
            containsUnknowns |= property.Value.ContainsUnknowns;
        }

        return new PropertyObject(sorted, containsSecrets, containsUnknowns);
    }

    private static bool IsSorted(ReadOnlySpan<Property> properties)
    {
        for (int i = 1; i < properties.Length; i++)
        {
            if (string.CompareOrdinal(properties[i - 1].Name, properties[i].Name) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void SortByInsertion(Span<Property> properties)
    {
        for (int next = 1; next < properties.Length; next++)
        {
            Property property = properties[next];
            int place = next;
            while (place > 0 && string.CompareOrdinal(properties[place - 1].Name, property.Name) > 0)
            {
                properties[place] = properties[place - 1];
                place--;
            }

            properties[place] = property;
        }
    }

    // A merge sort of our own: the framework's is compiled for this struct at every start, which costs more than it saves.
    private static void SortByMerging(Span<Property> properties)
    {
        Property[] source = properties.ToArray();
        Property[] target = new Property[source.Length];
        for (int width = 1; width < source.Length; width *= 2)
        {
            for (int start = 0; start < source.Length; start += 2 * width)
            {
                Merge(source, target, start, Math.Min(start + width, source.Length), Math.Min(start + (2 * width), source.Length));
            }

            (source, target) = (target, source);
        }

        source.CopyTo(properties);
    }

    private static void Merge(Property[] source, Property[] target, int left, int right, int end)
    {
        int middle = right;
        for (int next = left; next < end; next++)
        {
            bool takeLeft = left < middle && (right >= end || string.CompareOrdinal(source[left].Name, source[right].Name) <= 0);
            target[next] = takeLeft ? source[left++] : source[right++];
        }
    }

    private static int RemoveEarlierOfOneName(Span<Property> sorted)
    {
        int count = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i + 1 == sorted.Length || sorted[i].Name != sorted[i + 1].Name)
            {
                sorted[count++] = sorted[i];
            }
        }

        return count;
    }

    private int IndexOf(string name)
    {
        Property[] properties = _properties;
        if (properties.Length <= LinearSearchLimit)
        {
            // Most names differ in length already, which is told without a call.
            for (int i = 0; i < properties.Length; i++)
            {
                string candidate = properties[i].Name;
                if (candidate.Length == name.Length && candidate == name)
                {
                    return i;
                }
            }

            return -1;
        }

        int low = 0, high = properties.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(properties[middle].Name, name);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }
}
