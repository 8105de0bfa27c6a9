namespace Pulumi.Tests;

public sealed class TaskTrackerTests
{
    [Fact]
    public async Task WaitAsync_Nothing_IsDone()
    {
        Task<IReadOnlyList<Exception>> wait = new TaskTracker().WaitAsync();

        Assert.True(wait.IsCompleted);
        Assert.Empty(await wait);
    }

    [Fact]
    public async Task WaitAsync_TasksThatAddTasks_WaitsForAll()
    {
        TaskTracker tracker = new();
        List<int> done = [];
        tracker.Add(StepAsync(0));

        Assert.Empty(await tracker.WaitAsync());
        Assert.Equal([0, 1, 2, 3, 4], done);

        async Task StepAsync(int step)
        {
            await Task.Yield();
            done.Add(step);
            if (step < 4)
            {
                tracker.Add(StepAsync(step + 1));
            }
        }
    }

    [Fact]
    public async Task WaitAsync_Failures_AreGivenOnceEach()
    {
        TaskTracker tracker = new();
        FormatException shared = new("shared");
        tracker.Add(Task.FromException(shared));
        tracker.Add(Task.FromException<int>(shared));
        tracker.Add(Task.WhenAll(Task.FromException(shared), Task.FromException(new FormatException("other"))));
        tracker.Add(shared);
        tracker.Add(Task.FromCanceled(new CancellationToken(canceled: true)));
        tracker.Add(Task.CompletedTask);

        IReadOnlyList<Exception> exceptions = await tracker.WaitAsync();

        Assert.Equal(["other", "shared"], exceptions.OfType<FormatException>().Select(static exception => exception.Message).Order(StringComparer.Ordinal));
        Assert.Single(exceptions.OfType<TaskCanceledException>());
        Assert.Equal(3, exceptions.Count);
    }
}
