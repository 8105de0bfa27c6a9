using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Rampart.Plan.Files;

/// <summary>Keeps other processes that ask for the same lock out of a folder; the system gives it back when a process ends, however it ends.</summary>
/// <remarks>
/// On Unix the lock is on the folder itself and leaves nothing behind. File systems without locks give none, and nobody is kept out.
/// On Windows, where folders have no locks, it is a file of the name <see cref="FileName"/> that is gone when the process ends.
/// </remarks>
internal sealed class FolderLock : IDisposable
{
    /// <summary>The file that stands in the folder while it is locked, on Windows only.</summary>
    public const string FileName = ".rampart-lock";

    // Numbers of the runtime's own open(2) and flock(2): close on exec; exclusive, without waiting; give back.
    private const int CloseOnExec = 0x10;
    private const int ExclusiveNow = 2 | 4;
    private const int Unlock = 8;

    private readonly IDisposable _handle;

    private FolderLock(IDisposable handle) => _handle = handle;

    /// <summary>Locks a folder.</summary>
    /// <exception cref="FolderInUseException">It is locked.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FolderLock Take(string folder) => new(OperatingSystem.IsWindows() ? OpenFile(folder) : OpenFolder(folder));

    public void Dispose()
    {
        if (_handle is SafeFileHandle folder)
        {
            // A process that is being started now has the handle, too, until its program begins.
            _ = FLock(folder, Unlock);
        }

        _handle.Dispose();
    }

    private static FileStream OpenFile(string folder)
    {
        const int SharingViolation = unchecked((int)0x80070020);
        try
        {
            return new FileStream(
                Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (exception.HResult == SharingViolation)
        {
            throw new FolderInUseException();
        }
    }

    private static SafeFileHandle OpenFolder(string folder)
    {
        byte[] name = Encoding.UTF8.GetBytes(folder + '\0');
        SafeFileHandle handle = Open(ref MemoryMarshal.GetArrayDataReference(name), CloseOnExec, mode: 0);
        if (handle.IsInvalid)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        }

        int wouldBlock = OperatingSystem.IsLinux() ? 11 : 35;
        if (FLock(handle, ExclusiveNow) != 0 && Marshal.GetLastPInvokeError() == wouldBlock)
        {
            handle.Dispose();
            throw new FolderInUseException();
        }

        return handle;
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle Open(ref byte path, int flags, int mode);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FLock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FLock(SafeFileHandle handle, int operation);
}
