using Rampart.Protocol.Values;

namespace Rampart.Plan.ManifestFiles;

/// <summary>
/// Objects and lists that were read before, so that many documents that say the same, such as one security context, hold it once.
/// </summary>
/// <remarks>
/// Parts are compared by reference, which finds what was read through one <see cref="TextPool"/> and this pool. One that
/// hashes to the place of another takes it: the pool never grows.
/// </remarks>
internal sealed class ValuePool
{
    private const int Size = 4096;

    private readonly PropertyObject?[] _objects = new PropertyObject?[Size];
    private readonly PropertyList?[] _lists = new PropertyList?[Size];

    /// <summary>An object of these properties, which are sorted on the way; of several with one name the last wins.</summary>
    public PropertyObject GetObject(Span<Property> properties)
    {
        properties = properties[..PropertyObject.Sort(properties)];
        int hash = properties.Length;
        foreach (ref readonly Property property in properties)
        {
            hash = (((hash * 31) + property.Name.Length) * 31) + property.Value.GetIdentityHashCode();
        }

        ref PropertyObject? known = ref _objects[PlaceOf(hash)];
        return known is not null && IsSame(known.Properties, properties) ? known : known = PropertyObject.Create(properties);
    }

    /// <summary>A list of these items.</summary>
    public PropertyList GetList(ReadOnlySpan<PropertyValue> items)
    {
        int hash = items.Length;
        foreach (ref readonly PropertyValue item in items)
        {
            hash = (hash * 31) + item.GetIdentityHashCode();
        }

        ref PropertyList? known = ref _lists[PlaceOf(hash)];
        return known is not null && IsSame(known.Items, items) ? known : known = PropertyList.Create(items);
    }

    private static int PlaceOf(int hash) => (int)((uint)(hash ^ (hash >> 15)) % Size);

    private static bool IsSame(ReadOnlySpan<Property> left, ReadOnlySpan<Property> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!ReferenceEquals(left[i].Name, right[i].Name) || !left[i].Value.IsIdenticalTo(right[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(ReadOnlySpan<PropertyValue> left, ReadOnlySpan<PropertyValue> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].IsIdenticalTo(right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
