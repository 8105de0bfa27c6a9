namespace Pulumi;

/// <summary>Lets an <see cref="Input{T}"/> be used as an output.</summary>
public static class InputExtensions
{
    /// <summary>The output of an input; of null, an output of the type's default.</summary>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output.Create(default(T)!) : input.AsOutput();

    /// <inheritdoc cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    /// <inheritdoc cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    /// <inheritdoc cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    /// <inheritdoc cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);
}
