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

    /// <summary>An object of the properties in a part of an array, which are sorted on the way; of several with one name the last wins.</summary>
    public PropertyObject GetObject(Property[] properties, int start, int count)
    {
        count = PropertyObject.Sort(properties, start, count);
        int hash = count;
        for (int i = start; i < start + count; i++)
        {
            hash = (((hash * 31) + properties[i].Name.Length) * 31) + properties[i].Value.GetIdentityHashCode();
        }

        ref PropertyObject? known = ref _objects[PlaceOf(hash)];
        return known is not null && IsSame(known.Properties, properties, start, count) ? known : known = PropertyObject.Create(properties, start, count);
    }

    /// <summary>A list of the items in a part of an array.</summary>
    public PropertyList GetList(PropertyValue[] items, int start, int count)
    {
        int hash = count;
        for (int i = start; i < start + count; i++)
        {
            hash = (hash * 31) + items[i].GetIdentityHashCode();
        }

        ref PropertyList? known = ref _lists[PlaceOf(hash)];
        return known is not null && IsSame(known.Items, items, start, count) ? known : known = PropertyList.Create(items, start, count);
    }

    private static int PlaceOf(int hash) => (int)((uint)(hash ^ (hash >> 15)) % Size);

    private static bool IsSame(ReadOnlySpan<Property> known, Property[] properties, int start, int count)
    {
        if (known.Length != count)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (!ReferenceEquals(known[i].Name, properties[start + i].Name) || !known[i].Value.IsIdenticalTo(properties[start + i].Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(ReadOnlySpan<PropertyValue> known, PropertyValue[] items, int start, int count)
    {
        if (known.Length != count)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (!known[i].IsIdenticalTo(items[start + i]))
            {
                return false;
            }
        }

        return true;
    }
}
