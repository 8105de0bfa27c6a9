namespace Pulumi;

/// <summary>An output that is handed out now and resolved later, to break a circle of references.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates an output that has not been resolved.</summary>
    public DeferredOutput() => Output = new Output<T>(WaitAsync(_source.Task));

    /// <summary>The output to hand out.</summary>
    public Output<T> Output { get; }

    /// <summary>Resolves the output.</summary>
    /// <param name="output">What it becomes.</param>
    /// <exception cref="InvalidOperationException">It has been resolved before.</exception>
    public void Resolve(Output<T> output) => _source.SetResult(output);

    private static async Task<OutputData<T>> WaitAsync(Task<Output<T>> source) =>
        await (await source.ConfigureAwait(false)).DataTask.ConfigureAwait(false);
}
