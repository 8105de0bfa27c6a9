using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>A list argument: of values, of inputs, of outputs, or an output of a list.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <remarks>A collection initialiser on a property (<c>Args = { a, b }</c>) appends to the list that is there.</remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private readonly List<Input<T>> _items = [];

    // Set when the number of items is not known yet, or the list as a whole is secret; _items is then unused.
    private Output<ImmutableArray<Input<T>>>? _deferred;

    /// <summary>Creates an empty list.</summary>
    public InputList()
        : base(default(ImmutableArray<T>))
    {
    }

    private InputList(int capacity)
        : this()
        => _items.Capacity = capacity;

    private InputList(Output<ImmutableArray<Input<T>>> deferred)
        : this()
        => _deferred = deferred;

    /// <summary>Whether nothing has been added.</summary>
    internal bool IsEmpty => _deferred is null && _items.Count == 0;

    /// <summary>A list of one value.</summary>
    public static implicit operator InputList<T>(T value) => (Input<T>)value;

    /// <summary>A list of one output.</summary>
    public static implicit operator InputList<T>(Output<T> value) => (Input<T>)value;

    /// <summary>A list of one input.</summary>
    public static implicit operator InputList<T>(Input<T> value)
    {
        InputList<T> list = new(1);
        list._items.Add(value);
        return list;
    }

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromValues(values);
    }

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(Output<T>[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromOutputs(values);
    }

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(Input<T>[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromInputs(values);
    }

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(List<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromValues(CollectionsMarshal.AsSpan(values));
    }

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromOutputs(CollectionsMarshal.AsSpan(values));
    }

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromInputs(CollectionsMarshal.AsSpan(values));
    }

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => FromValues(values.IsDefault ? default : values.AsSpan());

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => FromOutputs(values.IsDefault ? default : values.AsSpan());

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => FromInputs(values.IsDefault ? default : values.AsSpan());

    /// <summary>A list that an output will give.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => FromOutput(values.Apply(static array => Inputs(array)));

    /// <summary>A list that an output will give.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values) => FromOutput(values.Apply(static list => Inputs(list)));

    /// <summary>A list that an output will give.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => FromOutput(values.Apply(static items => Inputs(items)));

    /// <summary>A list that an output will give.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        FromOutput(values.Apply(static array => Inputs(array.IsDefault ? [] : array)));

    /// <summary>Appends items.</summary>
    /// <param name="inputs">The items.</param>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_deferred is null)
        {
            _items.AddRange(inputs);
        }
        else
        {
            _deferred = _deferred.Apply(items => items.AddRange(inputs));
        }
    }

    /// <summary>Appends the items of another list.</summary>
    /// <param name="inputs">The other list.</param>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends the items of another list.</summary>
    /// <param name="inputs">The other list.</param>
    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_deferred is null && inputs._deferred is null)
        {
            _items.AddRange([.. inputs._items]);
        }
        else
        {
            _deferred = Output.Tuple(ItemsOutput(), inputs.ItemsOutput()).Apply(static both => both.Item1.AddRange(both.Item2));
        }
    }

    /// <summary>A new list of this list's items and then another's.</summary>
    /// <param name="other">The other list.</param>
    public InputList<T> Concat(InputList<T> other)
    {
        InputList<T> result = [];
        result.AddRange(this);
        result.AddRange(other);
        return result;
    }

    /// <summary>Goes through the items as soon as their number is known.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        OutputData<ImmutableArray<Input<T>>> data = await ItemsOutput().DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!data.IsKnown)
        {
            yield break;
        }

        foreach (Input<T> item in data.Value)
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableArray<T>> AsOutput() =>
        ItemsOutput().Apply(static items => Output.All(items.IsDefault ? [] : items.AsEnumerable()));

    internal override PropertyValue Serialize(PropertyWriter writer) =>
        _deferred is null
            ? writer.List<T>(CollectionsMarshal.AsSpan(_items))
            : writer.OutputValue(_deferred);

    internal Output<ImmutableArray<Input<T>>> ItemsOutput() => _deferred ?? Output.Create<ImmutableArray<Input<T>>>([.. _items]);

    private static InputList<T> FromOutput(Output<ImmutableArray<Input<T>>> items) => new(items);

    private static InputList<T> FromValues(ReadOnlySpan<T> values)
    {
        InputList<T> list = new(values.Length);
        foreach (T value in values)
        {
            list._items.Add(value);
        }

        return list;
    }

    private static InputList<T> FromOutputs(ReadOnlySpan<Output<T>> values)
    {
        InputList<T> list = new(values.Length);
        foreach (Output<T> value in values)
        {
            list._items.Add(value);
        }

        return list;
    }

    private static InputList<T> FromInputs(ReadOnlySpan<Input<T>> values)
    {
        InputList<T> list = new(values.Length);
        foreach (Input<T> value in values)
        {
            list._items.Add(value);
        }

        return list;
    }

    private static ImmutableArray<Input<T>> Inputs(IEnumerable<T> values) => [.. values.Select(static value => (Input<T>)value)];
}
