using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>A list argument: of values, of inputs, of outputs, or an output of a list.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <remarks>A collection initialiser on a property (<c>Args = { a, b }</c>) appends to the list that is there.</remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Nothing, the only item, or an array of which the first _count are the items: programs make many lists of one.
    private object? _items;
    private int _count;

    // Set when the number of items is not known yet, or the list as a whole is secret; _items is then unused.
    private Output<ImmutableArray<Input<T>>>? _deferred;

    /// <summary>Creates an empty list.</summary>
    public InputList()
    {
    }

    private InputList(Input<T>[] items)
        : this()
    {
        _items = items;
        _count = items.Length;
    }

    private InputList(Output<ImmutableArray<Input<T>>> deferred)
        : this()
        => _deferred = deferred;

    /// <summary>Whether nothing has been added.</summary>
    internal bool IsEmpty => _deferred is null && _count == 0;

    private ReadOnlySpan<Input<T>> Items => _items is Input<T>[] many
        ? many.AsSpan(0, _count)
        : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<object?, Input<T>>(ref _items), _count);

    /// <summary>A list of one value.</summary>
    public static implicit operator InputList<T>(T value) => (Input<T>)value;

    /// <summary>A list of one output.</summary>
    public static implicit operator InputList<T>(Output<T> value) => (Input<T>)value;

    /// <summary>A list of one input.</summary>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

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

    /// <summary>A list that an output will give; the default array where it gives that, as outputs of resources do.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        FromOutput(values.Apply(static array => array.IsDefault ? default : Inputs(array)));

    /// <summary>Appends items.</summary>
    /// <param name="inputs">The items.</param>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_deferred is null)
        {
            Append(inputs);
        }
        else
        {
            _deferred = _deferred.Apply(items => NotDefault(items).AddRange(inputs));
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
            Append(inputs.Items);
        }
        else
        {
            _deferred = Output.Tuple(ItemsOutput(), inputs.ItemsOutput()).Apply(static both => NotDefault(both.Item1).AddRange(NotDefault(both.Item2)));
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

        foreach (Input<T> item in NotDefault(data.Value))
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableArray<T>> AsOutput() =>
        ItemsOutput().Apply(static items => items.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(items.AsEnumerable()));

    internal override PropertyValue Serialize(PropertyWriter writer) =>
        _deferred is null
            ? writer.List<T>(Items)
            : writer.OutputValue(_deferred);

    internal Output<ImmutableArray<Input<T>>> ItemsOutput() => _deferred ?? Output.Create<ImmutableArray<Input<T>>>([.. Items]);

    private static InputList<T> FromOutput(Output<ImmutableArray<Input<T>>> items) => new(items);

    private static InputList<T> FromValues(ReadOnlySpan<T> values)
    {
        Input<T>[] items = new Input<T>[values.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = values[i];
        }

        return new InputList<T>(items);
    }

    private static InputList<T> FromOutputs(ReadOnlySpan<Output<T>> values)
    {
        Input<T>[] items = new Input<T>[values.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = values[i];
        }

        return new InputList<T>(items);
    }

    private static InputList<T> FromInputs(ReadOnlySpan<Input<T>> values) => new(values.ToArray());

    private void Append(ReadOnlySpan<Input<T>> inputs)
    {
        if (_count == 0 && inputs.Length == 1)
        {
            _items = inputs[0];
            _count = 1;
            return;
        }

        int needed = _count + inputs.Length;
        if (_items is not Input<T>[] many || many.Length < needed)
        {
            Input<T>[] larger = new Input<T>[_count == 0 ? needed : Math.Max(needed, _count * 2)];
            Items.CopyTo(larger);
            _items = many = larger;
        }

        inputs.CopyTo(many.AsSpan(_count));
        _count = needed;
    }

    private static ImmutableArray<Input<T>> NotDefault(ImmutableArray<Input<T>> items) => items.IsDefault ? [] : items;

    private static ImmutableArray<Input<T>> Inputs(IEnumerable<T> values) => [.. values.Select(static value => (Input<T>)value)];
}
