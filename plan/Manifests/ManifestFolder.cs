using System.Globalization;
using Rampart.Plan.Files;

namespace Rampart.Plan.Manifests;

/// <summary>Writes each object into a file of its own, named so that the order of names is the order to apply them in.</summary>
/// <remarks>
/// The folder has a list of the files that were written, <see cref="ListName"/>. Only files in that list are replaced or removed by
/// a later run. All files are written beside their places first, and moved when all are there: a run that fails, on a full disk for
/// instance, changes nothing. No symbolic link in the folder is followed.
/// </remarks>
public static class ManifestFolder
{
    /// <summary>The file that lists what was written, one name a line; <c>kubectl apply -f</c> passes it over.</summary>
    public const string ListName = ".rampart-manifests";

    private const string StagingPrefix = ".rampart-staging-";

    // File systems take 255 bytes; the place, the extension and a namespace that is cut off leave enough to tell files apart.
    private const int MostCharacters = 200;
    private const int FewestDigits = 3;
    private const int MostNamed = 5;

    /// <summary>Writes the objects; files of an earlier run that are no longer among them are removed.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="manifests">The objects, in the order in which they are to be applied.</param>
    /// <param name="extension"><c>yaml</c> or <c>json</c>.</param>
    /// <param name="write">Writes one object.</param>
    /// <param name="isPrivate">Whether only the user may read the files (mode 0600, where there are modes).</param>
    /// <param name="force">Whether to write into a folder, and over files, that no earlier run wrote.</param>
    /// <exception cref="ForeignFilesException">The folder holds something else, and <paramref name="force"/> is not given.</exception>
    /// <exception cref="IOException">The files cannot be written; nothing has changed.</exception>
    public static ManifestFolderChanges Write(
        string folder, ReadOnlySpan<Manifest> manifests, string extension, Action<Stream, Manifest> write, bool isPrivate = false, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        string[] names = FileNames(manifests, extension);
        Directory.CreateDirectory(folder);
        HashSet<string> earlier = ReadList(folder);
        if (!force)
        {
            RequireOwn(folder, earlier, names);
        }

        string staging = Path.Combine(folder, StagingPrefix + Path.GetRandomFileName());
        CreatePrivateDirectory(staging);
        try
        {
            for (int i = 0; i < names.Length; i++)
            {
                using FileStream stream = Create(Path.Combine(staging, names[i]), isPrivate);
                write(stream, manifests[i]);
            }

            using (StreamWriter list = new(Create(Path.Combine(staging, ListName), isPrivate)))
            {
                list.Write(string.Concat(names.Select(static name => name + "\n")));
            }

            return Move(folder, staging, names, earlier, isPrivate);
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
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
        int digits = Math.Max(FewestDigits, (count - 1).ToString(CultureInfo.InvariantCulture).Length);
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

    // What an earlier run wrote. The list may have been changed by anybody, so a line that is no name of ours counts for nothing.
    private static HashSet<string> ReadList(string folder)
    {
        string path = Path.Combine(folder, ListName);
        return File.Exists(path) && new FileInfo(path).LinkTarget is null
            ? [.. InputFile.ReadAllText(path, InputFile.MaxBytes).Split('\n', StringSplitOptions.TrimEntries).Where(IsOurs)]
            : [];
    }

    private static void RequireOwn(string folder, HashSet<string> earlier, string[] names)
    {
        bool hasList = File.Exists(Path.Combine(folder, ListName));
        string[] foreign =
        [
            .. Directory.EnumerateFileSystemEntries(folder)
                .Select(static path => Path.GetFileName(path)!)
                .Where(name => hasList ? names.Contains(name, StringComparer.Ordinal) && !earlier.Contains(name) : name != ListName)
                .Order(StringComparer.Ordinal),
        ];
        if (foreign.Length > 0)
        {
            string more = foreign.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {foreign.Length - MostNamed} more") : "";
            throw new ForeignFilesException($"holds what no earlier run wrote: {string.Join(", ", foreign.Take(MostNamed))}{more}");
        }
    }

    private static ManifestFolderChanges Move(string folder, string staging, string[] names, HashSet<string> earlier, bool isPrivate)
    {
        List<string> added = [], changed = [], removed = [];
        HashSet<string> written = new(names, StringComparer.Ordinal);
        foreach (string name in names)
        {
            string from = Path.Combine(staging, name), to = Path.Combine(folder, name);
            if (!Path.Exists(to) && new FileInfo(to).LinkTarget is null)
            {
                added.Add(name);
            }
            else if (!IsSame(from, to))
            {
                changed.Add(name);
            }
            else
            {
                RestrictMode(to, isPrivate);
                continue;
            }

            // A link in this place is replaced, not followed.
            File.Move(from, to, overwrite: true);
        }

        foreach (string name in earlier.Where(name => !written.Contains(name)).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(folder, name)))
            {
                File.Delete(Path.Combine(folder, name));
                removed.Add(name);
            }
        }

        File.Move(Path.Combine(staging, ListName), Path.Combine(folder, ListName), overwrite: true);
        return new ManifestFolderChanges(added, changed, removed, names.Length - added.Count - changed.Count);
    }

    private static bool IsSame(string one, string other)
    {
        FileInfo existing = new(other);
        return existing.LinkTarget is null && existing.Exists && existing.Length == new FileInfo(one).Length
            && InputFile.ReadAllBytes(one).AsSpan().SequenceEqual(InputFile.ReadAllBytes(other));
    }

    private static void RestrictMode(string path, bool isPrivate)
    {
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void CreatePrivateDirectory(string path)
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

    private static FileStream Create(string path, bool isPrivate)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    // At least three digits, a hyphen, safe characters, and one of the two extensions.
    private static bool IsOurs(string name)
    {
        int digits = 0;
        while (digits < name.Length && char.IsAsciiDigit(name[digits]))
        {
            digits++;
        }

        return digits >= FewestDigits && digits < name.Length && name[digits] == '-' && Safe(name[digits..]) == name[digits..]
            && (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal));
    }

    // No separator of folders is left, and no longer name than a file system takes.
    private static string Safe(string text)
    {
        char[] characters = text.Length > MostCharacters ? text[..MostCharacters].ToCharArray() : text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(characters[i]) && characters[i] is not ('-' or '.' or '_'))
            {
                characters[i] = '_';
            }
        }

        return new string(characters);
    }
}
