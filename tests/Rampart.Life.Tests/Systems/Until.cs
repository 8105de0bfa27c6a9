namespace Rampart.Life.Tests.Systems;

/// <summary>Waits for something in the cluster.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, string what)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > patience)
            {
                throw new TimeoutException($"not within {patience.TotalSeconds:0} s: {what}");
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
