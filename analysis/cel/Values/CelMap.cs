using System.Diagnostics.CodeAnalysis;
using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>A map whose keys are in a fixed order.</summary>
public abstract class CelMap : CelNode
{
    /// <summary>The map without entries.</summary>
    public static CelMap Empty { get; } = CelTable.Of([]);

    /// <summary>The number of entries.</summary>
    public abstract int Count { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Map;

    /// <inheritdoc/>
    public override CelType Type => CelType.AnyMap;

    /// <inheritdoc/>
    public override long Size => Count;

    /// <summary>The key at a place, from 0.</summary>
    public abstract CelValue KeyAt(int index);

    /// <summary>The value at a place, from 0.</summary>
    public abstract CelValue ValueAt(int index);

    /// <summary>Looks a value up.</summary>
    /// <param name="key">The key; numbers of different types are one key where they are equal.</param>
    /// <param name="value">The value, which may be an error.</param>
    public abstract bool TryGet(CelValue key, out CelValue value);

    /// <summary>Looks a value up by name.</summary>
    public virtual bool TryGet(string key, out CelValue value) => TryGet(CelValue.From(key), out value);
}

/// <summary>A map in a sorted array. Keys are booleans, numbers and strings.</summary>
internal sealed class CelTable : CelMap
{
    private readonly KeyValuePair<CelValue, CelValue>[] _entries;

    private CelTable(KeyValuePair<CelValue, CelValue>[] entries) => _entries = entries;

    public override int Count => _entries.Length;

    /// <summary>A map of these entries, whose keys differ.</summary>
    public static CelTable Of(IReadOnlyCollection<KeyValuePair<CelValue, CelValue>> entries)
    {
        KeyValuePair<CelValue, CelValue>[] sorted = [.. entries];
        Array.Sort(sorted, static (left, right) => CelKey.Compare(left.Key, right.Key));
        return new CelTable(sorted);
    }

    /// <summary>A copy with one entry more; false if the key is there already.</summary>
    public static bool TryInsert(CelMap map, CelValue key, CelValue value, [NotNullWhen(true)] out CelTable? result)
    {
        result = null;
        if (map.TryGet(key, out _))
        {
            return false;
        }

        CelWork.Spend(map.Count);
        KeyValuePair<CelValue, CelValue>[] entries = new KeyValuePair<CelValue, CelValue>[map.Count + 1];
        int place = 0, next = 0;
        for (; place < map.Count && CelKey.Compare(map.KeyAt(place), key) < 0; place++)
        {
            entries[next++] = new(map.KeyAt(place), map.ValueAt(place));
        }

        entries[next++] = new(key, value);
        for (; place < map.Count; place++)
        {
            entries[next++] = new(map.KeyAt(place), map.ValueAt(place));
        }

        result = new CelTable(entries);
        return true;
    }

    public override CelValue KeyAt(int index) => _entries[index].Key;

    public override CelValue ValueAt(int index) => _entries[index].Value;

    public override bool TryGet(CelValue key, out CelValue value)
    {
        int low = 0, high = _entries.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = CelKey.Compare(_entries[middle].Key, key);
            if (order == 0)
            {
                value = _entries[middle].Value;
                return true;
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

        value = default;
        return false;
    }
}

/// <summary>A total order over the values that can be keys; numbers are equal across types.</summary>
internal static class CelKey
{
    public static int Compare(CelValue left, CelValue right)
    {
        int byClass = Class(left.Kind).CompareTo(Class(right.Kind));
        if (byClass != 0)
        {
            return byClass;
        }

        return left.Kind switch
        {
            CelKind.String => string.CompareOrdinal(left.AsString(), right.AsString()),
            CelKind.Bool => left.AsBool().CompareTo(right.AsBool()),
            CelKind.Int or CelKind.Uint or CelKind.Double => CelNumber.Compare(left, right) ?? (double.IsNaN(AsDouble(left)) ? -1 : 1),
            _ => 0,
        };
    }

    private static double AsDouble(CelValue value) => value.Kind == CelKind.Double ? value.AsDouble() : 0;

    private static int Class(CelKind kind) => kind switch
    {
        CelKind.Bool => 0,
        CelKind.Int or CelKind.Uint or CelKind.Double => 1,
        CelKind.String => 2,
        _ => 3 + (int)kind,
    };
}
