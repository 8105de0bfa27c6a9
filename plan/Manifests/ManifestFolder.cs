using System.Globalization;
using Rampart.Plan.Files;

namespace Rampart.Plan.Manifests;

/// <summary>Writes each object into a file of its own, named so that the order of names is the order to apply them in.</summary>
/// <remarks>
/// <para>
/// The folder has a list of the files that were written, <see cref="ListName"/>. Only files in that list are replaced or removed by
/// a later run. No symbolic link in the folder is followed, and nothing in it but regular files is read; the folder itself may be a link.
/// </para>
/// <para>
/// All files are written in a private folder beside their places first. Then they are moved, while those that they replace are kept;
/// when a move fails, all are moved back. A run that is killed in between leaves some files of each run; the next run to the folder moves
/// them back before it does anything else. After a power cut the files are as the file system left them. Two runs at the same time do not
/// mix: the second is refused, where the file system has locks.
/// </para>
/// </remarks>
public static class ManifestFolder
{
    /// <summary>The file that lists what was written, one name a line; <c>kubectl apply -f</c> passes it over.</summary>
    public const string ListName = ManifestFileList.Name;

    // File systems take 255 bytes; the place, the extension and a namespace that is cut off leave enough to tell files apart.
    private const int MostCharacters = 200;
    private const int MostNamed = 5;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the objects; files of an earlier run that are no longer among them are removed.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="manifests">The objects, in the order in which they are to be applied.</param>
    /// <param name="extension"><c>yaml</c> or <c>json</c>.</param>
    /// <param name="write">Writes one object.</param>
    /// <param name="isPrivate">Whether only the user may read the files (mode 0600, where there are modes).</param>
    /// <param name="overwrite">Whether to write into a folder, and over files, that no earlier run wrote.</param>
    /// <exception cref="ForeignFilesException">
    /// The folder holds something else, and <paramref name="overwrite"/> is not given; or a folder is in the place of a file. Nothing has changed.
    /// </exception>
    /// <exception cref="FolderInUseException">Another run writes to the folder. Nothing has changed.</exception>
    /// <exception cref="IOException">The files cannot be written. Nothing has changed, unless the message says what could not be moved back.</exception>
    public static ManifestFolderChanges Write(
        string folder, ReadOnlySpan<Manifest> manifests, string extension, Action<Stream, Manifest> write, bool isPrivate = false, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        string[] names = FileNames(manifests, extension);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        List<string> made = CreateFolder(folder);
        using FolderLock held = FolderLock.Take(folder);
        try
        {
            ManifestStaging.RemoveLeftovers(folder);
            FolderState state = FolderState.Read(folder);
            Require(folder, state, names, overwrite);
            ManifestStaging staging = ManifestStaging.Create(folder);
            try
            {
                Stage(staging, names, manifests, write, isPrivate);
                return Move(folder, staging, names, state, isPrivate);
            }
            catch (Exception failure)
            {
                Undo(staging, failure);
                throw;
            }
        }
        catch
        {
            RemoveEmpty(made);
            throw;
        }
    }

    /// <summary>The name of an object's file: its place, kind, namespace and name.</summary>
    /// <param name="place">The place in the order, from 0.</param>
    /// <param name="count">The number of objects; each place has as many digits as the last one, at least three.</param>
    /// <param name="manifest">The object.</param>
    /// <param name="extension">Without a dot.</param>
    public static string FileName(int place, int count, Manifest manifest, string extension)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        int digits = Math.Max(ManifestFileList.FewestDigits, (count - 1).ToString(CultureInfo.InvariantCulture).Length);
        string owner = manifest.Namespace.Length == 0 ? "" : manifest.Namespace + "-";
        string name = manifest.Name.Length == 0 ? manifest.Resource.Name : manifest.Name;
        string text = Safe($"{manifest.Kind.ToLowerInvariant()}-{owner}{name}");
        return $"{place.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}-{text}.{extension}";
    }

    private static string[] FileNames(ReadOnlySpan<Manifest> manifests, string extension)
    {
        string[] names = new string[manifests.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = FileName(i, names.Length, manifests[i], extension);
        }

        return names;
    }

    // The folders that had to be made, innermost first.
    private static List<string> CreateFolder(string folder)
    {
        if (!Directory.Exists(folder) && (File.Exists(folder) || new FileInfo(folder).LinkTarget is not null))
        {
            throw new IOException("it is no folder");
        }

        List<string> made = [];
        for (string? path = folder; path is not null && !Path.Exists(path); path = Path.GetDirectoryName(path))
        {
            made.Add(path);
        }

        try
        {
            Directory.CreateDirectory(folder);
            return made;
        }
        catch
        {
            RemoveEmpty(made);
            throw;
        }
    }

    private static void RemoveEmpty(List<string> folders)
    {
        try
        {
            foreach (string folder in folders.Where(Directory.Exists))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody has put something there, or taken the folder away.
        }
    }

    private static void Stage(
        ManifestStaging staging, string[] names, ReadOnlySpan<Manifest> manifests, Action<Stream, Manifest> write, bool isPrivate)
    {
        for (int i = 0; i < names.Length; i++)
        {
            using FileStream stream = Create(staging.PathOf(names[i]), isPrivate);
            write(stream, manifests[i]);
        }

        using FileStream list = Create(staging.PathOf(ListName), isPrivate);
        ManifestFileList.Write(list, names);
    }

    private static void Undo(ManifestStaging staging, Exception failure)
    {
        try
        {
            staging.Undo();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{failure.Message}; then files could not be moved back: {exception.Message}; the next run to the folder tries again", failure);
        }
    }

    private static void Require(string folder, FolderState state, string[] names, bool overwrite)
    {
        HashSet<string> written = new(names, StringComparer.OrdinalIgnoreCase);
        if (!overwrite)
        {
            Refuse(
                "holds what no earlier run wrote",
                "name an empty folder, or give --overwrite to write beside and over it",
                state.Entries.Where(name => !state.Earlier.Contains(name) && (!state.HasList || written.Contains(name))));
        }

        Refuse(
            "has a folder, or a link to one, in the place of a file",
            "move it away",
            state.Entries.Where(name => (written.Contains(name) || name == ListName) && Directory.Exists(Path.Combine(folder, name))));
    }

    private static void Refuse(string problem, string fix, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length > 0)
        {
            string more = all.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {all.Length - MostNamed} more") : "";
            throw new ForeignFilesException($"{problem}: {string.Join(", ", all.Take(MostNamed))}{more}; {fix}");
        }
    }

    // File systems may take names for one that differ in case only: such a file makes room, too.
    private static ManifestFolderChanges Move(string folder, ManifestStaging staging, string[] names, FolderState state, bool isPrivate)
    {
        List<string> added = [], changed = [], removed = [], away = [];
        HashSet<string> written = new(names, StringComparer.Ordinal), inTheWay = new(names, StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (!state.Entries.Contains(name))
            {
                added.Add(name);
            }
            else if (!IsSame(staging.PathOf(name), Path.Combine(folder, name), isPrivate))
            {
                changed.Add(name);
                away.Add(name);
            }
        }

        foreach (string name in state.Entries)
        {
            bool isLeft = state.Earlier.Contains(name) && !Directory.Exists(Path.Combine(folder, name));
            if (!written.Contains(name) && (isLeft || inTheWay.Contains(name)))
            {
                removed.Add(name);
                away.Add(name);
            }
        }

        staging.Commit(away, [.. added, .. changed]);
        return new ManifestFolderChanges(added, changed, removed, names.Length - added.Count - changed.Count);
    }

    private static bool IsSame(string one, string other, bool isPrivate) =>
        FolderEntry.IsRegularFile(other)
        && (!isPrivate || OperatingSystem.IsWindows() || (File.GetUnixFileMode(other) & ~Private) == 0)
        && new FileInfo(other).Length == new FileInfo(one).Length
        && InputFile.ReadAllBytes(one).AsSpan().SequenceEqual(InputFile.ReadAllBytes(other));

    private static FileStream Create(string path, bool isPrivate)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        return new FileStream(path, options);
    }

    // No separator of folders is left, and no longer name than a file system takes.
    private static string Safe(string text)
    {
        char[] characters = text.Length > MostCharacters ? text[..MostCharacters].ToCharArray() : text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (!ManifestFileList.IsSafe(characters[i]))
            {
                characters[i] = '_';
            }
        }

        return new string(characters);
    }
}
