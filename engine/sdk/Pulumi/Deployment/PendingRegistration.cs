using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>A registration that waits for something, first in this program and then for the engine's answer.</summary>
internal sealed class PendingRegistration
{
    private readonly RegistrationQueue _queue;
    private readonly TryStart _tryStart;
    private readonly TaskCompletionSource<RegisterResourceResponse> _answer;
    private readonly Lock _lock = new();
    private readonly long _place;

    // Those that wait for this answer, in the order in which they began to; null when it has been told.
    private List<PendingRegistration>? _waiting = [];

    private int _missing;
    private Exception? _failure;

    /// <param name="queue">Sends it when its turn comes.</param>
    /// <param name="tryStart">Sends it, or gives what it has to wait for.</param>
    public PendingRegistration(RegistrationQueue queue, TryStart tryStart)
    {
        _queue = queue;
        _tryStart = tryStart;
        _place = queue.NextPlace();

        // What the program does with the answer is done elsewhere: it must not keep others from being sent.
        _answer = new TaskCompletionSource<RegisterResourceResponse>(this, TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Sends a registration.</summary>
    /// <param name="call">The call that was begun.</param>
    /// <returns>What has to be there first; null when the call was begun.</returns>
    public delegate List<Task>? TryStart(out ValueTask<RegisterResourceResponse> call);

    public long Place => _place;

    public Task<RegisterResourceResponse> Answer => _answer.Task;

    /// <summary>Sends the registration when all these are there.</summary>
    public void WaitFor(List<Task> pending)
    {
        _missing = pending.Count + 1;
        foreach (Task task in pending)
        {
            if (task.AsyncState is not PendingRegistration other || !other.TryAdd(this))
            {
                task.ContinueWith(Continue, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }

        Arrive(failure: null);
        _queue.Send();
    }

    /// <summary>Waits for the engine's answer.</summary>
    public void WaitFor(ValueTask<RegisterResourceResponse> call) => _ = WaitForAsync(call);

    /// <summary>Sends the registration, or waits for what it turned out to need besides.</summary>
    public void Start()
    {
        try
        {
            if (_tryStart(out ValueTask<RegisterResourceResponse> call) is { } pending)
            {
                WaitFor(pending);
            }
            else
            {
                WaitFor(call);
            }
        }
#pragma warning disable CA1031 // The run reports it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Complete(exception, static (answer, failure) => answer.SetException(failure));
        }
    }

    private async Task WaitForAsync(ValueTask<RegisterResourceResponse> call)
    {
        try
        {
            Complete(await call.ConfigureAwait(false), static (answer, response) => answer.SetResult(response));
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Complete(exception, static (answer, failure) => answer.SetException(failure));
        }
    }

    private bool TryAdd(PendingRegistration other)
    {
        lock (_lock)
        {
            _waiting?.Add(other);
            return _waiting is not null;
        }
    }

    private void Continue(Task task)
    {
        Arrive(Failure(task));
        _queue.Send();
    }

    private void Arrive(Exception? failure)
    {
        if (failure is not null)
        {
            Interlocked.CompareExchange(ref _failure, failure, comparand: null);
        }

        if (Interlocked.Decrement(ref _missing) > 0)
        {
            return;
        }

        if (_failure is null)
        {
            _queue.Add(this);
        }
        else
        {
            Complete(_failure, static (answer, exception) => answer.SetException(exception));
        }
    }

    private void Complete<T>(T outcome, Action<TaskCompletionSource<RegisterResourceResponse>, T> set)
    {
        _queue.Open();
        List<PendingRegistration>? waiting;
        lock (_lock)
        {
            set(_answer, outcome);
            (waiting, _waiting) = (_waiting, null);
        }

        foreach (PendingRegistration other in waiting ?? [])
        {
            other.Arrive(Failure(_answer.Task));
        }

        _queue.Close();
    }

    private static Exception? Failure(Task task) =>
        task.IsCompletedSuccessfully ? null : task.Exception?.InnerExceptions[0] ?? new TaskCanceledException(task);
}
