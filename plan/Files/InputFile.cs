using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Rampart.Plan.Files;

/// <summary>
/// The one way to open a file that a user, a variable or a folder names. What is opened is a regular file, or a stream that the caller
/// has opened for this process, and no more of it is read than a program can hold.
/// </summary>
/// <remarks>A pipe or a device that somebody calls <c>deployment.yaml</c> would otherwise be read for ever, or until no memory is left.</remarks>
public static class InputFile
{
    /// <summary>Most bytes of one file, or of standard input: 1 GiB.</summary>
    public const long MaxBytes = 1L << 30;

    /// <summary>Most bytes of a file of settings, such as <c>Pulumi.yaml</c>, a kubeconfig or a passphrase: 16 MiB.</summary>
    public const long MaxSettingsBytes = 16L << 20;

    private const string Allowed = ", and only regular files are read";
    private const string NameAnother = "name a regular file, or give the text with <(command)";

    private const int TypeMask = 0xF000;
    private const int Pipe = 0x1000;
    private const int Folder = 0x4000;
    private const int Regular = 0x8000;
    private const int Socket = 0xC000;

    /// <summary>Opens a file. A link is followed, and what it leads to is what counts.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="most">Most bytes that it may have.</param>
    /// <exception cref="UnreadableFileException">It is no regular file, or is too long.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path, long most = MaxBytes)
    {
        // To open a pipe that nobody writes takes for ever, so the look comes first; what is there afterwards is looked at again.
        RequireRegular(TypeOf(path));
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            RequireRegular(TypeOf(stream.SafeFileHandle));
            RequireLength(stream.Length, most);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file, or a stream that <see cref="IsStream"/> knows.</summary>
    /// <inheritdoc cref="Open"/>
    public static byte[] ReadAllBytes(string path, long most = MaxBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (IsStream(path) && TypeOf(path) != Regular)
        {
            using FileStream pipe = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return ReadAllBytes(pipe, most);
        }

        using FileStream stream = Open(path, most);
        return ReadToEnd(stream);
    }

    /// <summary>Reads the rest of a file that <see cref="Open"/> has opened: as many bytes as its length says, since Linux has files of length 0 that never end, such as <c>/proc/kmsg</c>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] ReadToEnd(FileStream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        byte[] bytes = new byte[file.Length - file.Position];
        int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count == bytes.Length ? bytes : bytes[..count];
    }

    /// <summary>Reads a text of UTF-8, or of UTF-16 or UTF-32 with a byte order mark.</summary>
    /// <inheritdoc cref="Open"/>
    public static string ReadAllText(string path, long most = MaxSettingsBytes)
    {
        using StreamReader reader = new(new MemoryStream(ReadAllBytes(path, most)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a stream, such as standard input, to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">Most bytes that it may have.</param>
    /// <exception cref="UnreadableFileException">There is too much of it, or it is no text.</exception>
    public static byte[] ReadAllBytes(Stream stream, long most = MaxBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        List<byte[]> parts = [];
        long length = 0;
        for (byte[] part = NewPart(); stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) is > 0 and int count; part = NewPart())
        {
            if (count == part.Length)
            {
                // In a shorter text whoever parses it tells the place.
                RequireText(parts.Count == 0 ? part : parts[0], part, length);
            }

            RequireLength(length += count, most);
            parts.Add(count == part.Length ? part : part[..count]);
        }

        byte[] all = new byte[length];
        int start = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            parts[i].CopyTo(all, start);
            start += parts[i].Length;
            parts[i] = [];
        }

        return all;

        static byte[] NewPart() => new byte[1 << 20];
    }

    /// <summary>Whether a path names what the caller has opened for this process, as a shell does for <c>&lt;(kustomize build .)</c>.</summary>
    public static bool IsStream(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (string folder in (ReadOnlySpan<string>)["/dev/fd/", "/proc/self/fd/"])
        {
            if (path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal))
            {
                return path.AsSpan(folder.Length).IndexOfAnyExceptInRange('0', '9') < 0;
            }
        }

        return path == "/dev/stdin";
    }

    // A device without an end would fill the memory first. UTF-16 has bytes of 0.
    private static void RequireText(ReadOnlySpan<byte> start, ReadOnlySpan<byte> part, long before)
    {
        int at = start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? -1 : part.IndexOf((byte)0);
        if (at >= 0)
        {
            throw new UnreadableFileException(
                string.Create(CultureInfo.InvariantCulture, $"it is not text: byte {before + at + 1} is 0"), "give YAML or JSON in UTF-8");
        }
    }

    private static void RequireRegular(int? type)
    {
        if (type is { } other && other != Regular)
        {
            throw new UnreadableFileException(
                other switch
                {
                    Pipe => "it is a named pipe",
                    Folder => "it is a folder",
                    Socket => "it is a socket",
                    _ => "it is a device",
                } + Allowed,
                NameAnother);
        }
    }

    private static void RequireLength(long length, long most)
    {
        if (length > most)
        {
            string bound = most >= MaxBytes
                ? string.Create(CultureInfo.InvariantCulture, $"{most >> 30} GiB")
                : string.Create(CultureInfo.InvariantCulture, $"{most >> 20} MiB");
            throw new UnreadableFileException($"it is longer than {bound}, the most that is read", "give the text in smaller files");
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
        return Stat(ref MemoryMarshal.GetArrayDataReference(name), ref MemoryMarshal.GetReference(status)) == 0 ? TypeIn(status) : null;
    }

    private static int? TypeOf(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        Span<byte> status = stackalloc byte[StatusBytes];
        return FStat(handle, ref MemoryMarshal.GetReference(status)) == 0 ? TypeIn(status) : null;
    }

    private static int TypeIn(ReadOnlySpan<byte> status) => MemoryMarshal.Read<int>(status[sizeof(int)..]) & TypeMask;

    // The runtime's own view of stat(2), which is the same on every Unix: flags, mode, and what is not asked for here.
    private const int StatusBytes = 256;

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(ref byte path, ref byte status);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FStat(SafeFileHandle handle, ref byte status);
}
