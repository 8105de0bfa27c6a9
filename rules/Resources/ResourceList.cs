using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.Resources;

/// <summary>Quantities by the names of their resources, in ordinal order of the names; immutable.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Kubernetes calls it ResourceList.")]
public sealed class ResourceList : IReadOnlyCollection<KeyValuePair<string, Quantity>>
{
    /// <summary>The name of processor time, in cores.</summary>
    public const string Cpu = "cpu";

    /// <summary>The name of memory, in bytes.</summary>
    public const string Memory = "memory";

    /// <summary>The name of node-local disk space, in bytes.</summary>
    public const string EphemeralStorage = "ephemeral-storage";

    /// <summary>The list without quantities.</summary>
    public static readonly ResourceList Empty = new((Entry[])[]);

    // In ordinal order. An array of objects, because the framework's maps are compiled for the struct at every start.
    private readonly Entry[] _entries;

    /// <summary>A list of these quantities; of several with one name the last counts.</summary>
    public ResourceList(IEnumerable<KeyValuePair<string, Quantity>> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        Entry[] entries = [];
        foreach (KeyValuePair<string, Quantity> quantity in quantities)
        {
            entries = Set(entries, new Entry(quantity.Key, quantity.Value));
        }

        _entries = entries;
    }

    private ResourceList(Entry[] entries) => _entries = entries;

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <summary>The quantity of a resource; null when the list does not name it.</summary>
    public Quantity? this[string name] => TryGetValue(name, out Quantity quantity) ? quantity : null;

    /// <summary>Both lists together; where both name a resource, the sum.</summary>
    public static ResourceList operator +(ResourceList left, ResourceList right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Merge(right, static (first, second) => first + second);
    }

    /// <summary>Every quantity times a number.</summary>
    public static ResourceList operator *(ResourceList list, long factor)
    {
        ArgumentNullException.ThrowIfNull(list);
        Entry[] entries = new Entry[list._entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new Entry(list._entries[i].Name, list._entries[i].Quantity * factor);
        }

        return new ResourceList(entries);
    }

    /// <summary>Both lists together; where both name a resource, the larger quantity.</summary>
    public static ResourceList Max(ResourceList left, ResourceList right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Merge(right, Quantity.Max);
    }

    /// <summary>A copy with one quantity set.</summary>
    public ResourceList With(string name, Quantity quantity) => new(Set(_entries, new Entry(name, quantity)));

    /// <summary>A copy with what the other list names and this one does not.</summary>
    public ResourceList WithDefaults(ResourceList defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        return Merge(defaults, static (own, _) => own);
    }

    /// <summary>Looks a quantity up.</summary>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out Quantity quantity)
    {
        int place = PlaceOf(_entries, name);
        quantity = place < 0 ? default : _entries[place].Quantity;
        return place >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Quantity>> GetEnumerator()
    {
        foreach (Entry entry in _entries)
        {
            yield return new KeyValuePair<string, Quantity>(entry.Name, entry.Quantity);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The list on one line, e.g. <c>cpu=500m memory=1Gi</c>.</summary>
    public override string ToString() => string.Join<Entry>(' ', _entries);

    private static Entry[] Set(Entry[] entries, Entry entry)
    {
        int place = PlaceOf(entries, entry.Name);
        Entry[] result;
        if (place >= 0)
        {
            result = [.. entries];
            result[place] = entry;
            return result;
        }

        // ~place is where the name belongs.
        place = ~place;
        result = new Entry[entries.Length + 1];
        Array.Copy(entries, result, place);
        result[place] = entry;
        Array.Copy(entries, place, result, place + 1, entries.Length - place);
        return result;
    }

    private static int PlaceOf(Entry[] entries, string name)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            int order = string.CompareOrdinal(entries[i].Name, name);
            if (order >= 0)
            {
                return order == 0 ? i : ~i;
            }
        }

        return ~entries.Length;
    }

    private ResourceList Merge(ResourceList other, Func<Quantity, Quantity, Quantity> both)
    {
        Entry[] entries = _entries;
        foreach (Entry theirs in other._entries)
        {
            int place = PlaceOf(_entries, theirs.Name);
            entries = Set(entries, place < 0 ? theirs : new Entry(theirs.Name, both(_entries[place].Quantity, theirs.Quantity)));
        }

        return new ResourceList(entries);
    }

    private sealed record Entry(string Name, Quantity Quantity)
    {
        public override string ToString() => $"{Name}={Quantity}";
    }
}
