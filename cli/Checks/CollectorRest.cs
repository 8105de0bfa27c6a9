namespace Rampart.Cli.Checks;

/// <summary>
/// Lets the garbage collector rest while a large check runs. Nearly all that a check reads and finds is needed until its report is
/// written, and then the process ends: a collector that copies it from generation to generation takes a third of the time for nothing.
/// </summary>
internal static class CollectorRest
{
    // Smaller checks are done before it matters.
    private const long WorthwhileBytes = 32L << 20;

    private const long MostBytes = 1L << 30;

    // Of what the process may have, a container's limit included.
    private const int ShareOfMemory = 4;

    /// <summary>Begins the rest. It ends by itself when more is allocated than was expected; where there is no room it does not begin.</summary>
    /// <param name="expectedBytes">What will be allocated.</param>
    public static void Begin(long expectedBytes)
    {
        long bytes = Math.Min(Math.Min(expectedBytes, MostBytes), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / ShareOfMemory);
        if (bytes < WorthwhileBytes)
        {
            return;
        }

        try
        {
            _ = GC.TryStartNoGCRegion(bytes);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // More than this runtime can set aside, or begun already: the check goes on with the collector at work.
        }
    }
}
