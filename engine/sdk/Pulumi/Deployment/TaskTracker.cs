namespace Pulumi;

/// <summary>
/// The work that a program has begun. A run ends when all of it is done: a program that ended earlier would make the
/// engine believe that the rest has been removed, and delete it.
/// </summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _exceptions = [];
    private int _running;
    private TaskCompletionSource? _idle;

    /// <summary>Adds work; its exception, if any, will end the run.</summary>
    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_lock)
        {
            _running++;
        }

        task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Adds an exception that no task carries.</summary>
    public void Add(Exception exception)
    {
        lock (_lock)
        {
            Remember(exception);
        }
    }

    /// <summary>Waits until nothing is running, also nothing that was begun meanwhile, and gives the exceptions.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        while (true)
        {
            Task idle;
            lock (_lock)
            {
                if (_running == 0)
                {
                    return [.. _exceptions];
                }

                _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                idle = _idle.Task;
            }

            await idle.ConfigureAwait(false);
        }
    }

    private void Finish(Task task)
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (task.Exception is { } exception)
            {
                foreach (Exception inner in exception.InnerExceptions)
                {
                    Remember(inner);
                }
            }
            else if (task.IsCanceled)
            {
                Remember(Cancellation(task));
            }

            if (--_running == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.SetResult();
    }

    // A task that was cancelled keeps the exception to itself, but throws it.
    private static OperationCanceledException Cancellation(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return new TaskCanceledException(task);
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }
    }

    // One failure reaches everything that was computed from it; it is told once.
    private void Remember(Exception exception)
    {
        foreach (Exception known in _exceptions)
        {
            if (ReferenceEquals(known, exception))
            {
                return;
            }
        }

        _exceptions.Add(exception);
    }
}
