using System.Globalization;

namespace Rampart.Plan.Manifests;

/// <summary>Writes each object into a file of its own, named so that the order of names is the order to apply them in.</summary>
public static class ManifestFolder
{
    /// <summary>The name of an object's file: its place, kind, namespace and name.</summary>
    /// <param name="place">The place in the order, from 0.</param>
    /// <param name="manifest">The object.</param>
    /// <param name="extension">Without a dot.</param>
    public static string FileName(int place, Manifest manifest, string extension)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        string kind = manifest.Kind.ToLowerInvariant();
        string owner = manifest.Namespace.Length == 0 ? "" : Safe(manifest.Namespace) + "-";
        string name = manifest.Name.Length == 0 ? Safe(manifest.Resource.Name) : Safe(manifest.Name);
        return string.Create(CultureInfo.InvariantCulture, $"{place:d3}-{kind}-{owner}{name}.{extension}");
    }

    /// <summary>Writes the objects; files of an earlier run that are no longer among them are removed.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="manifests">The objects, in the order in which they are to be applied.</param>
    /// <param name="extension"><c>yaml</c> or <c>json</c>.</param>
    /// <param name="write">Writes one object.</param>
    /// <param name="isPrivate">Whether only the user may read the files (mode 0600, where there are modes).</param>
    public static void Write(string folder, ReadOnlySpan<Manifest> manifests, string extension, Action<Stream, Manifest> write, bool isPrivate = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        Directory.CreateDirectory(folder);
        HashSet<string> written = new(StringComparer.Ordinal);
        for (int i = 0; i < manifests.Length; i++)
        {
            string path = Path.Combine(folder, FileName(i, manifests[i], extension));
            using FileStream stream = isPrivate ? CreatePrivate(path) : File.Create(path);
            write(stream, manifests[i]);
            written.Add(path);
        }

        foreach (string path in Directory.EnumerateFiles(folder))
        {
            if (IsOurs(Path.GetFileName(path)) && !written.Contains(path))
            {
                File.Delete(path);
            }
        }
    }

    private static FileStream CreatePrivate(string path)
    {
        // A file that is there keeps its mode.
        File.Delete(path);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    // Three digits, a hyphen, and one of the two extensions.
    private static bool IsOurs(string name) =>
        name.Length > 4
        && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[1]) && char.IsAsciiDigit(name[2]) && name[3] == '-'
        && (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal));

    private static string Safe(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(characters[i]) && characters[i] is not ('-' or '.'))
            {
                characters[i] = '_';
            }
        }

        return new string(characters);
    }
}
