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
    private readonly List<KeyValuePair<string, Input<TValue>>> _entries = [];

    // Set when the keys are not known yet, or the map as a whole is secret; _entries is then unused.
    private Output<ImmutableDictionary<string, Input<TValue>>>? _deferred;

    /// <summary>Creates an empty map.</summary>
    public InputMap()
        : base(ImmutableDictionary<string, TValue>.Empty)
    {
    }

    /// <summary>Whether nothing has been added.</summary>
    internal bool IsEmpty => _deferred is null && _entries.Count == 0;

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A map of values.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => FromValues(values);

    /// <summary>A map of values.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => FromValues(values);

    /// <summary>A map that an output will give.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        FromOutput(values.Apply(static map => Inputs(map)));

    /// <summary>A map that an output will give.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        FromOutput(values.Apply(static map => Inputs(map)));

    /// <summary>A map that an output will give.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        FromOutput(values.Apply(static map => Inputs(map)));

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
            _entries.Add(new KeyValuePair<string, Input<TValue>>(key, value));
        }
        else
        {
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
        if (_deferred is null && values._deferred is null && !values._entries.Exists(entry => IndexOf(entry.Key) >= 0))
        {
            _entries.AddRange(values._entries);
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

    internal override PropertyValue Serialize(PropertyWriter writer) =>
        _deferred is null
            ? writer.Map<TValue>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries))
            : writer.OutputValue(_deferred);

    internal Output<ImmutableDictionary<string, Input<TValue>>> EntriesOutput() =>
        _deferred ?? Output.Create(_entries).Apply(static entries => ImmutableDictionary<string, Input<TValue>>.Empty.AddRange(entries));

    private int IndexOf(string key)
    {
        for (int i = 0; i < _entries.Count; i++)
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
            map._entries.Add(new KeyValuePair<string, Input<TValue>>(key, value));
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
