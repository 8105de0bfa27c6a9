using System.Runtime.InteropServices;

namespace Rampart.Cli.Checks;

/// <summary>
/// Asks Linux for large pages where the heap is going to grow, as the JVM does with <c>-XX:+UseTransparentHugePages</c>. Memory that is
/// touched for the first time costs a trap into the kernel for each page; most distributions give large ones to those who ask only
/// (<c>/sys/kernel/mm/transparent_hugepage/enabled</c> says <c>madvise</c>).
/// </summary>
internal static class LargePages
{
    // MADV_HUGEPAGE of <sys/mman.h>.
    private const int Huge = 14;

    // The garbage collector takes its memory in regions of this size, one behind the other.
    private const int RegionSize = 4 << 20;

    /// <summary>Asks for them from where objects are allocated now. It is advice: where it is not taken nothing changes.</summary>
    /// <param name="bytes">How much is going to be allocated.</param>
    public static void Advise(long bytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        GCHandle probe = GCHandle.Alloc(new object(), GCHandleType.Pinned);
        nint address = probe.AddrOfPinnedObject();
        probe.Free();
        try
        {
            _ = Madvise(address - (address % RegionSize), (nuint)(bytes + RegionSize), Huge);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library without it.
        }
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Madvise(nint address, nuint length, int advice);
}
