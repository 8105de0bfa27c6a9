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
    public static readonly ResourceList Empty = new([]);

    private readonly SortedList<string, Quantity> _quantities = new(StringComparer.Ordinal);

    /// <summary>A list of these quantities; of several with one name the last counts.</summary>
    public ResourceList(IEnumerable<KeyValuePair<string, Quantity>> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        foreach ((string name, Quantity quantity) in quantities)
        {
            _quantities[name] = quantity;
        }
    }

    /// <inheritdoc/>
    public int Count => _quantities.Count;

    /// <summary>The quantity of a resource; null when the list does not name it.</summary>
    public Quantity? this[string name] => _quantities.TryGetValue(name, out Quantity quantity) ? quantity : null;

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
        ResourceList result = new(list._quantities);
        foreach ((string name, Quantity quantity) in list._quantities)
        {
            result._quantities[name] = quantity * factor;
        }

        return result;
    }

    /// <summary>Both lists together; where both name a resource, the larger quantity.</summary>
    public static ResourceList Max(ResourceList left, ResourceList right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Merge(right, Quantity.Max);
    }

    /// <summary>A copy with one quantity set.</summary>
    public ResourceList With(string name, Quantity quantity) => new([.. _quantities, new(name, quantity)]);

    /// <summary>A copy with what the other list names and this one does not.</summary>
    public ResourceList WithDefaults(ResourceList defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        return Merge(defaults, static (own, _) => own);
    }

    /// <summary>Looks a quantity up.</summary>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out Quantity quantity) => _quantities.TryGetValue(name, out quantity);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Quantity>> GetEnumerator() => _quantities.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The list on one line, e.g. <c>cpu=500m memory=1Gi</c>.</summary>
    public override string ToString() => string.Join(' ', _quantities.Select(entry => $"{entry.Key}={entry.Value}"));

    private ResourceList Merge(ResourceList other, Func<Quantity, Quantity, Quantity> both)
    {
        ResourceList result = new(_quantities);
        foreach ((string name, Quantity quantity) in other._quantities)
        {
            result._quantities[name] = _quantities.TryGetValue(name, out Quantity own) ? both(own, quantity) : quantity;
        }

        return result;
    }
}
