using System.Diagnostics;
using System.Globalization;

namespace Rampart.Bench;

/// <summary>What a piece of work took in this process.</summary>
/// <param name="WallMilliseconds">Time on the wall.</param>
/// <param name="CpuMilliseconds">Time on all processors.</param>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap.</param>
public sealed record Measurement(double WallMilliseconds, double CpuMilliseconds, long AllocatedBytes)
{
    /// <summary>Does the work and measures it.</summary>
    public static async Task<Measurement> OfAsync(Func<Task> work)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await work().ConfigureAwait(false);
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        return new Measurement(
            wall.TotalMilliseconds,
            (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    /// <summary>The figures on one line, per app where that says more.</summary>
    public string Describe(string name, int apps) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28} {apps,6} apps  wall {WallMilliseconds,8:F1} ms  cpu {CpuMilliseconds,8:F1} ms ({CpuMilliseconds / apps:F3} per app)  allocated {AllocatedBytes / 1e6,7:F1} MB ({AllocatedBytes / 1e3 / apps:F1} kB per app)");
}
