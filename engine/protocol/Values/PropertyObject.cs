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

    /// <summary>An object of the properties in a part of an array, which stays the caller's; of several with one name the last wins.</summary>
    /// <param name="properties">The array.</param>
    /// <param name="start">The first.</param>
    /// <param name="count">How many there are.</param>
    public static PropertyObject Create(Property[] properties, int start, int count)
    {
        Property[] own = new Property[count];
        Array.Copy(properties, start, own, 0, count);
        return Adopt(own);
    }

    /// <summary>
    /// An object of these properties, of which the last wins where several have one name. The array belongs to the object
    /// from then on: nobody may change it any more.
    /// </summary>
    public static PropertyObject Adopt(Property[] properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        int count = Sort(properties, 0, properties.Length);
        if (count < properties.Length)
        {
            Array.Resize(ref properties, count);
        }

        return count == 0 ? Empty : FromSorted(properties);
    }

    /// <summary>Puts a part of an array into ordinal order of the names; of several with one name the last stays.</summary>
    /// <param name="properties">The array.</param>
    /// <param name="start">The first.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>How many there are now, from the start on.</returns>
    public static int Sort(Property[] properties, int start, int count)
    {
        ArgumentNullException.ThrowIfNull(properties);
        if (IsSorted(properties, start, count))
        {
            return count;
        }

        if (count <= InsertionSortLimit)
        {
            SortByInsertion(properties, start, count);
        }
        else
        {
            SortByMerging(properties, start, count);
        }

        return RemoveEarlierOfOneName(properties, start, count);
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
        int place = 0;
        while (place < _properties.Length && string.CompareOrdinal(_properties[place].Name, name) < 0)
        {
            place++;
        }

        int behind = place < _properties.Length && _properties[place].Name == name ? place + 1 : place;
        int added = value.IsNull ? 0 : 1, rest = _properties.Length - behind;
        if (place + added + rest == 0)
        {
            return Empty;
        }

        Property[] changed = new Property[place + added + rest];
        Array.Copy(_properties, changed, place);
        Array.Copy(_properties, behind, changed, place + added, rest);
        if (added > 0)
        {
            changed[place] = new Property(name, value);
        }

        return FromSorted(changed);
    }

    /// <inheritdoc/>
    public bool Equals(PropertyObject? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other._properties.Length != _properties.Length)
        {
            return false;
        }

        for (int i = 0; i < _properties.Length; i++)
        {
            if (_properties[i].Name != other._properties[i].Name || !_properties[i].Value.Equals(other._properties[i].Value))
            {
                return false;
            }
        }

        return true;
    }

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
        for (int i = 0; i < sorted.Length; i++)
        {
            containsSecrets |= sorted[i].Value.ContainsSecrets;
            containsUnknowns |= sorted[i].Value.ContainsUnknowns;
        }

        return new PropertyObject(sorted, containsSecrets, containsUnknowns);
    }

    private static bool IsSorted(Property[] properties, int start, int count)
    {
        for (int i = start + 1; i < start + count; i++)
        {
            if (string.CompareOrdinal(properties[i - 1].Name, properties[i].Name) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void SortByInsertion(Property[] properties, int start, int count)
    {
        for (int next = start + 1; next < start + count; next++)
        {
            Property property = properties[next];
            int place = next;
            while (place > start && string.CompareOrdinal(properties[place - 1].Name, property.Name) > 0)
            {
                properties[place] = properties[place - 1];
                place--;
            }

            properties[place] = property;
        }
    }

    // A merge sort of our own: the framework's is compiled for this struct at every start, which costs more than it saves.
    private static void SortByMerging(Property[] properties, int start, int count)
    {
        Property[] source = new Property[count], target = new Property[count];
        Array.Copy(properties, start, source, 0, count);
        for (int width = 1; width < count; width *= 2)
        {
            for (int left = 0; left < count; left += 2 * width)
            {
                Merge(source, target, left, Math.Min(left + width, count), Math.Min(left + (2 * width), count));
            }

            (source, target) = (target, source);
        }

        Array.Copy(source, 0, properties, start, count);
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

    private static int RemoveEarlierOfOneName(Property[] sorted, int start, int count)
    {
        int end = start + count, next = start;
        for (int i = start; i < end; i++)
        {
            if (i + 1 == end || sorted[i].Name != sorted[i + 1].Name)
            {
                sorted[next++] = sorted[i];
            }
        }

        return next - start;
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
