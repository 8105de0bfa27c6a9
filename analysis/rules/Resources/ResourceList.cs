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

    // Below this many quantities a linear scan beats a binary search.
    private const int LinearSearchLimit = 16;

    // In ordinal order of the names.
    private readonly Entry[] _entries;

    /// <summary>A list of these quantities; of several with one name the last counts.</summary>
    public ResourceList(IEnumerable<KeyValuePair<string, Quantity>> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        _entries = [];
        foreach ((string name, Quantity quantity) in quantities)
        {
            _entries = Set(_entries, new Entry(name, quantity));
        }
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
        return left.Count == 0 ? right : left.Merge(right, static (first, second) => first + second);
    }

    /// <summary>Every quantity times a number.</summary>
    public static ResourceList operator *(ResourceList list, long factor)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (factor == 1)
        {
            return list;
        }

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
        return left.Count == 0 ? right : left.Merge(right, Quantity.Max);
    }

    /// <summary>A copy with one quantity set.</summary>
    public ResourceList With(string name, Quantity quantity) => new(Set(_entries, new Entry(name, quantity)));

    /// <summary>A copy with what the other list names and this one does not.</summary>
    public ResourceList WithDefaults(ResourceList defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        return Merge(defaults, static (own, _) => own);
    }

    /// <summary>Whether it names all that the other list names.</summary>
    internal bool NamesAllOf(ResourceList other)
    {
        foreach (Entry entry in other._entries)
        {
            if (PlaceOf(_entries, entry.Name) < 0)
            {
                return false;
            }
        }

        return true;
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
    public override string ToString() => string.Join(' ', _entries.Select(static entry => entry.ToString()));

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
        int start = 0;
        for (int end = entries.Length; end - start > LinearSearchLimit;)
        {
            int middle = (start + end) / 2;
            if (string.CompareOrdinal(entries[middle].Name, name) <= 0)
            {
                start = middle;
            }
            else
            {
                end = middle;
            }
        }

        for (int i = start; i < entries.Length; i++)
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
        if (other.Count == 0)
        {
            return this;
        }

        Entry[] left = _entries, right = other._entries, merged = new Entry[left.Length + right.Length];
        int count = 0;
        for (int l = 0, r = 0; l < left.Length || r < right.Length; count++)
        {
            int order = l == left.Length ? 1
                : r == right.Length ? -1
                : string.CompareOrdinal(left[l].Name, right[r].Name);
            merged[count] = order < 0 ? left[l++]
                : order > 0 ? right[r++]
                : new Entry(left[l].Name, both(left[l++].Quantity, right[r++].Quantity));
        }

        return new ResourceList(merged[..count]);
    }

    private readonly record struct Entry(string Name, Quantity Quantity)
    {
        public override string ToString() => $"{Name}={Quantity}";
    }

    /// <summary>Gathers quantities for a list.</summary>
    /// <param name="capacity">How many there can be.</param>
    internal struct Builder(int capacity)
    {
        private readonly Entry[] _entries = new Entry[capacity];
        private int _count;

        /// <summary>Adds a quantity whose name comes, in ordinal order, behind those that are there.</summary>
        public void Add(string name, Quantity quantity) => _entries[_count++] = new Entry(name, quantity);

        /// <summary>The list, to which nothing can be added any more.</summary>
        public readonly ResourceList ToList() => _count == 0 ? Empty : new ResourceList(_count == _entries.Length ? _entries : _entries[.._count]);
    }
}
