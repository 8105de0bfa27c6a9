using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>A map argument: of values, of inputs, or an output of a map.</summary>
/// <typeparam name="TValue">The type of a value.</typeparam>
/// <remarks>
/// Adding a key twice is an error unless the values are equal; it shows when the map is used, because only then the values
/// are known. Adding a map is stricter: its keys must be new, unless the input is the same object.
/// </remarks>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    // The first _count are the entries. A bare array, because programs make many short maps.
    private KeyValuePair<string, Input<TValue>>[] _entries = [];
    private int _count;

    // The map as it was written last, when nothing in it can come out differently: labels are written many times.
    private PropertyObject? _written;

    // Set when the keys are not known yet, or the map as a whole is secret; _entries is then unused.
    private Output<ImmutableDictionary<string, Input<TValue>>>? _deferred;

    /// <summary>Creates an empty map.</summary>
    public InputMap()
    {
    }

    /// <summary>Whether nothing has been added.</summary>
    internal bool IsEmpty => _deferred is null && _count == 0;

    private ReadOnlySpan<KeyValuePair<string, Input<TValue>>> Entries => _entries.AsSpan(0, _count);

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A map of values. Null is an error that shows when the map is used, as it does with the official SDK.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => values is null ? Output.Create(values!) : FromValues(values);

    /// <summary>A map of values; of null, null.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => values is null ? Output.Create(values!) : FromValues(values);

    /// <summary>A map that an output will give.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        FromOutput(values.Apply(static map => Inputs(map)));

    /// <summary>A map that an output will give.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        FromOutput(values.Apply(static map => Inputs(map)));

    /// <summary>A map that an output will give; null where it gives null, as outputs of resources do.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        FromOutput(values.Apply(static map => map is null ? null! : Inputs(map)));

    /// <summary>A new map of two; where both have a key, the second's value is taken.</summary>
    /// <param name="first">The first map.</param>
    /// <param name="second">The second map.</param>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return FromOutput(Output.Tuple(first.EntriesOutput(), second.EntriesOutput())
            .Apply(static both => both.Item1.SetItems(both.Item2)));
    }

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_deferred is not null)
        {
            _deferred = _deferred.Apply(entries =>
                entries.SetItem(key, entries.TryGetValue(key, out Input<TValue>? earlier) ? Same(key, earlier, value) : value));
            return;
        }

        int index = IndexOf(key);
        if (index < 0)
        {
            Append([new KeyValuePair<string, Input<TValue>>(key, value)]);
        }
        else
        {
            _written = null;
            _entries[index] = new KeyValuePair<string, Input<TValue>>(key, Same(key, _entries[index].Value, value));
        }
    }

    /// <summary>Adds the keys of another map.</summary>
    /// <param name="values">The other map.</param>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds the keys of another map.</summary>
    /// <param name="values">The other map.</param>
    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (_deferred is null && values._deferred is null && !Overlaps(values))
        {
            Append(values.Entries);
        }
        else
        {
            _deferred = Output.Tuple(EntriesOutput(), values.EntriesOutput()).Apply(static both => both.Item1.AddRange(both.Item2));
        }
    }

    /// <summary>Goes through the entries as soon as the keys are known.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        OutputData<ImmutableDictionary<string, Input<TValue>>> data =
            await EntriesOutput().DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!data.IsKnown)
        {
            yield break;
        }

        foreach ((string key, Input<TValue> value) in data.Value)
        {
            yield return value.Apply(known => KeyValuePair.Create(key, known));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => EntriesOutput().Apply(static entries =>
    {
        if (entries is null)
        {
            return Output.Create((ImmutableDictionary<string, TValue>)null!);
        }

        ImmutableArray<KeyValuePair<string, Input<TValue>>> pairs = [.. entries];
        return Output.All(pairs.Select(static pair => pair.Value)).Apply(values =>
        {
            ImmutableDictionary<string, TValue>.Builder builder = ImmutableDictionary.CreateBuilder<string, TValue>();
            for (int i = 0; i < pairs.Length; i++)
            {
                builder.Add(pairs[i].Key, values[i]);
            }

            return builder.ToImmutable();
        });
    });

    internal override PropertyValue Serialize(PropertyWriter writer)
    {
        if (_deferred is not null)
        {
            return writer.OutputValue(_deferred);
        }

        if (_written is not null)
        {
            return PropertyValue.From(_written);
        }

        PropertyValue value = writer.Map(Entries);
        if (typeof(TValue) == typeof(string) && AreLiteral())
        {
            _written = value.AsObject();
        }

        return value;
    }

    internal Output<ImmutableDictionary<string, Input<TValue>>> EntriesOutput() =>
        _deferred ?? Output.Create(_entries[.._count]).Apply(static entries => ImmutableDictionary<string, Input<TValue>>.Empty.AddRange(entries));

    private bool AreLiteral()
    {
        foreach (ref readonly KeyValuePair<string, Input<TValue>> entry in Entries)
        {
            if (entry.Value is not LiteralInput<TValue>)
            {
                return false;
            }
        }

        return true;
    }

    private bool Overlaps(InputMap<TValue> other)
    {
        foreach (ref readonly KeyValuePair<string, Input<TValue>> entry in other.Entries)
        {
            if (IndexOf(entry.Key) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Append(ReadOnlySpan<KeyValuePair<string, Input<TValue>>> entries)
    {
        const int SmallestCapacity = 2;
        int needed = _count + entries.Length;
        if (needed > _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(Math.Max(needed, SmallestCapacity), _entries.Length * 2));
        }

        entries.CopyTo(_entries.AsSpan(_count));
        _count = needed;
        _written = null;
    }

    private int IndexOf(string key)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_entries[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    private static InputMap<TValue> FromOutput(Output<ImmutableDictionary<string, Input<TValue>>> entries) => new() { _deferred = entries };

    private static InputMap<TValue> FromValues(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        // The keys of a dictionary need no look at each other.
        InputMap<TValue> map = [];
        foreach ((string key, TValue value) in values)
        {
            map.Append([new KeyValuePair<string, Input<TValue>>(key, value)]);
        }

        return map;
    }

    private static Output<TValue> Same(string key, Input<TValue> first, Input<TValue> second) =>
        Output.Tuple(first, second).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static ImmutableDictionary<string, Input<TValue>> Inputs(IEnumerable<KeyValuePair<string, TValue>> values) =>
        values.ToImmutableDictionary(static pair => pair.Key, static pair => (Input<TValue>)pair.Value);
}
