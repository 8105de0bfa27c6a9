using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Rampart.Plan.Files;

/// <summary>Files that are read whole: regular ones, and no more of them than a program can hold.</summary>
/// <remarks>A pipe or a device that somebody calls <c>deployment.yaml</c> would otherwise be read for ever, or until no memory is left.</remarks>
internal static class RegularFile
{
    /// <summary>Most bytes of one file, or of standard input: 1 GiB.</summary>
    public const long MaxBytes = 1L << 30;

    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; a link is followed.</param>
    /// <exception cref="UnreadableFileException">It is no regular file, or is too long.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        // Linux has files of length 0 that never end, such as /proc/kmsg.
        return LengthOf(path) == 0 ? [] : File.ReadAllBytes(path);
    }

    /// <summary>The length of the regular file that a path leads to, in bytes.</summary>
    /// <exception cref="UnreadableFileException">It is no regular file, or is too long.</exception>
    public static long LengthOf(string path)
    {
        if (TypeOf(path) is { } type && type != Regular)
        {
            throw new UnreadableFileException("it is a device, a pipe or a socket, and only regular files and standard input are read");
        }

        long length = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path).Length;
        RequireLength(length);
        return length;
    }

    /// <summary>Reads a stream, such as standard input, to its end.</summary>
    /// <exception cref="UnreadableFileException">There is too much of it.</exception>
    public static byte[] ReadAllBytes(Stream stream)
    {
        using MemoryStream all = new();
        byte[] part = new byte[128 * 1024];
        for (int count; (count = stream.Read(part)) > 0;)
        {
            RequireLength(all.Length + count);
            all.Write(part, 0, count);
        }

        return all.ToArray();
    }

    private static void RequireLength(long length)
    {
        if (length > MaxBytes)
        {
            throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"it is longer than {MaxBytes >> 30} GiB, the most that is read"));
        }
    }

    // The type of a file in its mode; null where it is not told, as on Windows.
    private static int? TypeOf(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        Span<byte> status = stackalloc byte[StatusBytes];
        byte[] name = Encoding.UTF8.GetBytes(path + '\0');
        return Stat(ref MemoryMarshal.GetArrayDataReference(name), ref MemoryMarshal.GetReference(status)) == 0
            ? MemoryMarshal.Read<int>(status[sizeof(int)..]) & TypeMask
            : null;
    }

    // The runtime's own view of stat(2), which is the same on every Unix: flags, mode, and what is not asked for here.
    private const int StatusBytes = 256;

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(ref byte path, ref byte status);
}
