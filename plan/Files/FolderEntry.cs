using System.Runtime.InteropServices;
using System.Text;

namespace Rampart.Plan.Files;

/// <summary>What stands in a folder, when it may have been put there by anybody: no link is followed, and nothing is opened.</summary>
internal static class FolderEntry
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    // The runtime's own view of lstat(2), which is the same on every Unix: flags, mode, owner, and what is not asked for here.
    private const int StatusBytes = 256;

    /// <summary>Whether there is a regular file: no link, folder, pipe, socket or device.</summary>
    public static bool IsRegularFile(string path) =>
        OperatingSystem.IsWindows()
            ? File.Exists(path) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) == 0
            : StatusOf(path)?.Type == Regular;

    /// <summary>Whether there is a folder, and no link to one, that belongs to the user of this process. On Windows no owner is asked for.</summary>
    public static bool IsOwnFolder(string path) =>
        OperatingSystem.IsWindows() ? IsFolder(path) : StatusOf(path) == (Folder, GetEUid());

    /// <summary>Whether there is a folder, and no link to one.</summary>
    public static bool IsFolder(string path) => Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null;

    /// <summary>Makes a folder that only the user of this process may look into.</summary>
    public static void CreatePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static (int Type, uint Owner)? StatusOf(string path)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        byte[] name = Encoding.UTF8.GetBytes(path + '\0');
        return LStat(ref MemoryMarshal.GetArrayDataReference(name), ref MemoryMarshal.GetReference(status)) == 0
            ? (MemoryMarshal.Read<int>(status[sizeof(int)..]) & TypeMask, MemoryMarshal.Read<uint>(status[(2 * sizeof(int))..]))
            : null;
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_LStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LStat(ref byte path, ref byte status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_GetEUid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEUid();
}
