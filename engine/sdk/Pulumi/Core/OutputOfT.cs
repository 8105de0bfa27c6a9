using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>
/// A value that may come later: the output of a resource, or something computed from one. It knows the resources it
/// comes from, whether it is secret, and, during preview, whether it is known at all.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// A value that is already there is applied, combined and serialized at once, on the caller's thread.
/// Source: pulumi.com/docs/iac/concepts/inputs-outputs.
/// </remarks>
public sealed class Output<T> : IOutput
{
    private readonly OutputData<T> _data;

    // Null when _data is the answer.
    private readonly Task<OutputData<T>>? _task;

    internal Output(in OutputData<T> data) => _data = data;

    internal Output(Task<OutputData<T>> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            _data = task.Result;
        }
        else
        {
            _task = task;
            Deployment.Track(task);
        }
    }

    /// <summary>The data as a task, completed when the value is already there.</summary>
    internal Task<OutputData<T>> DataTask => _task ?? Task.FromResult(_data);

    /// <summary>Creates an output of a value that a task will give.</summary>
    /// <param name="value">The task.</param>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Runs a function on the value when it is known; the result has no value.</summary>
    /// <param name="func">The function; it is not called when the value is unknown.</param>
    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Apply<ValueTuple>(async value =>
        {
            await func(value).ConfigureAwait(false);
            return default;
        });
    }

    /// <summary>Computes a value from this one when it is known.</summary>
    /// <param name="func">The function; it is not called when the value is unknown, and the result is then unknown.</param>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        if (!TryGetData(out OutputData<T> data))
        {
            return new Output<TResult>(ApplyAsync(_task!, value => Output.DataOf(func(value))));
        }

        if (!data.IsKnown)
        {
            return new Output<TResult>(data.With<TResult>(default!));
        }

        try
        {
            return new Output<TResult>(data.With(func(data.Value)));
        }
#pragma warning disable CA1031 // Whatever the callback throws belongs to the output, and through it to the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Then(value => Output.DataOfAsync(func(value)));
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Then(value => Output.DataOf(func(value).ToOutput()));
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Then(value => func(value) is { } inner ? Output.DataOf(inner) : Output.DataOf(default(TResult)!));
    }

    /// <summary>Not supported: the value may not be there yet. Gives a text that says what to do instead.</summary>
    /// <exception cref="InvalidOperationException"><c>PULUMI_ERROR_OUTPUT_STRING</c> is <c>1</c> or <c>true</c>.</exception>
    public override string ToString()
    {
        const string Message = """
            Calling [ToString] on an [Output<T>] is not supported.

            To get the value of an Output<T> as an Output<string> consider:
            1. o.Apply(v => $"prefix{v}suffix")
            2. Output.Format($"prefix{hostname}suffix");

            See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
            """;
        string? strict = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (strict == "1" || string.Equals(strict, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Message);
        }

        if (Deployment.Current is not null)
        {
            Log.Warn(Message);
        }

        return Message;
    }

    ValueTask<OutputData<object?>> IOutput.GetBoxedDataAsync()
    {
        return TryGetData(out OutputData<T> data) ? ValueTask.FromResult(data.Box()) : BoxAsync(_task!);

        static async ValueTask<OutputData<object?>> BoxAsync(Task<OutputData<T>> task) =>
            (await task.ConfigureAwait(false)).Box();
    }

    PropertyValue IOutput.Serialize(PropertyWriter writer) => writer.OutputValue(this);

    /// <summary>The data when it is there; otherwise <see cref="DataTask"/> will give it.</summary>
    internal bool TryGetData(out OutputData<T> data)
    {
        if (_task is null)
        {
            data = _data;
            return true;
        }

        if (_task.IsCompletedSuccessfully)
        {
            data = _task.Result;
            return true;
        }

        data = default;
        return false;
    }

    /// <summary>Goes on with a function that may itself give unknown, secret or later values.</summary>
    internal Output<TResult> Then<TResult>(Func<T, ValueTask<OutputData<TResult>>> func)
    {
        if (!TryGetData(out OutputData<T> data))
        {
            return new Output<TResult>(ApplyAsync(_task!, func));
        }

        if (!data.IsKnown)
        {
            return new Output<TResult>(data.With<TResult>(default!));
        }

        try
        {
            ValueTask<OutputData<TResult>> inner = func(data.Value);
            return inner.IsCompletedSuccessfully
                ? new Output<TResult>(inner.Result.After(data))
                : new Output<TResult>(FinishAsync(inner, data));
        }
#pragma warning disable CA1031 // As in Apply.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Output<TResult>(Task.FromException<OutputData<TResult>>(exception));
        }
    }

    private static async Task<OutputData<TResult>> ApplyAsync<TResult>(
        Task<OutputData<T>> task,
        Func<T, ValueTask<OutputData<TResult>>> func)
    {
        OutputData<T> data = await task.ConfigureAwait(false);
        return data.IsKnown
            ? (await func(data.Value).ConfigureAwait(false)).After(data)
            : data.With<TResult>(default!);
    }

    private static async Task<OutputData<TResult>> FinishAsync<TResult>(
        ValueTask<OutputData<TResult>> inner,
        OutputData<T> data) =>
        (await inner.ConfigureAwait(false)).After(data);
}
