using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Creates and combines <see cref="Output{T}"/> values.</summary>
public static partial class Output
{
    /// <summary>Creates an output of a value that is already there.</summary>
    /// <param name="value">The value.</param>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    /// <summary>Creates an output of a value that a task will give.</summary>
    /// <param name="value">The task.</param>
    public static Output<T> Create<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsCompletedSuccessfully ? Create(value.Result) : new Output<T>(DataOfAsync(value).AsTask());
    }

    /// <summary>Creates a secret output.</summary>
    /// <param name="value">The value; it never appears in logs or plans.</param>
    public static Output<T> CreateSecret<T>(T value) => MarkSecret(Create(value), isSecret: true);

    /// <summary>Creates a secret output of a value that a task will give.</summary>
    /// <param name="value">The task.</param>
    public static Output<T> CreateSecret<T>(Task<T> value) => MarkSecret(Create(value), isSecret: true);

    /// <summary>Gives the same output, marked as secret.</summary>
    /// <param name="value">The output.</param>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return MarkSecret(value, isSecret: true);
    }

    /// <summary>Gives the same output without its secret mark.</summary>
    /// <param name="output">The output.</param>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return MarkSecret(output, isSecret: false);
    }

    /// <summary>Whether an output is secret.</summary>
    /// <param name="output">The output.</param>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsSecret;
    }

    /// <summary>One output of many inputs: unknown if one is, secret if one is.</summary>
    /// <param name="inputs">The inputs; their order is kept.</param>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Combine<T>([.. inputs.Select(static input => input.ToOutput())]);
    }

    /// <summary>One output of many outputs: unknown if one is, secret if one is.</summary>
    /// <param name="outputs">The outputs; their order is kept.</param>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Output{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return Combine<T>([.. outputs]);
    }

    /// <summary>Formats a text, with the values of the outputs in it, in the invariant culture.</summary>
    /// <param name="formattableString">An interpolated string whose arguments may be inputs and outputs.</param>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        object?[] arguments = formattableString.GetArguments();
        Output<object?>[] outputs = new Output<object?>[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            outputs[i] = Untyped(arguments[i]);
        }

        return Combine(outputs).Apply(values =>
            string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    /// <summary>An output of any value: inputs and outputs give theirs, everything else is its own.</summary>
    internal static Output<object?> Untyped(object? value)
    {
        IOutput? output = value switch
        {
            IOutput already => already,
            IInput input => input.ToUntypedOutput(),
            _ => null,
        };
        if (output is null)
        {
            return Create(value);
        }

        if (output is Output<object?> untyped)
        {
            return untyped;
        }

        ValueTask<OutputData<object?>> data = output.GetBoxedDataAsync();
        return data.IsCompletedSuccessfully ? new Output<object?>(data.Result) : new Output<object?>(data.AsTask());
    }

    internal static ValueTask<OutputData<T>> DataOf<T>(T value) => ValueTask.FromResult(OutputData<T>.Known(value));

    internal static ValueTask<OutputData<T>> DataOf<T>(Output<T> output) =>
        output.TryGetData(out OutputData<T> data) ? ValueTask.FromResult(data) : new ValueTask<OutputData<T>>(output.DataTask);

    internal static async ValueTask<OutputData<T>> DataOfAsync<T>(Task<T> task) =>
        OutputData<T>.Known(await task.ConfigureAwait(false));

    private static Output<T> MarkSecret<T>(Output<T> output, bool isSecret)
    {
        return output.TryGetData(out OutputData<T> data)
            ? new Output<T>(Mark(data, isSecret))
            : new Output<T>(MarkAsync(output.DataTask, isSecret));

        static OutputData<T> Mark(in OutputData<T> data, bool isSecret) => new(data.Value, data.Resources, data.IsKnown, isSecret);

        static async Task<OutputData<T>> MarkAsync(Task<OutputData<T>> task, bool isSecret) =>
            Mark(await task.ConfigureAwait(false), isSecret);
    }

    private static Output<ImmutableArray<T>> Combine<T>(Output<T>[] outputs)
    {
        foreach (Output<T> output in outputs)
        {
            if (!output.TryGetData(out _))
            {
                return new Output<ImmutableArray<T>>(CombineAsync(outputs));
            }
        }

        return new Output<ImmutableArray<T>>(CombineData(outputs));
    }

    private static async Task<OutputData<ImmutableArray<T>>> CombineAsync<T>(Output<T>[] outputs)
    {
        foreach (Output<T> output in outputs)
        {
            await output.DataTask.ConfigureAwait(false);
        }

        return CombineData(outputs);
    }

    // Every output has its data by now.
    private static OutputData<ImmutableArray<T>> CombineData<T>(Output<T>[] outputs)
    {
        T[] values = new T[outputs.Length];
        ResourceSet resources = ResourceSet.Empty;
        bool isKnown = true, isSecret = false;
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i].TryGetData(out OutputData<T> data);
            values[i] = data.Value;
            resources = resources.Union(data.Resources);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
        }

        return new OutputData<ImmutableArray<T>>(
            isKnown ? System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(values) : default,
            resources,
            isKnown,
            isSecret);
    }
}
