using System.Buffers;
using Rampart.Plan.Files;

namespace Rampart.Plan.Manifests;

/// <summary>
/// A private folder in the folder of manifests, where the files of a run are written before they are moved to their places, and where
/// the files that they replace are kept until all have been moved.
/// </summary>
/// <remarks>
/// <para>
/// It holds <c>new</c>, <c>old</c> and, while files are moved, the new list of files. The list is there from before the first move, and
/// its move to its own place is the last one. So what is in the folder tells how far a run has come, and a run that failed or was
/// killed is undone from that alone, by itself or by the next run.
/// </para>
/// <para>Whoever makes one, or looks for leftovers, must hold the lock of the folder.</para>
/// </remarks>
internal sealed class ManifestStaging
{
    private const string Prefix = ".rampart-staging-";
    private const string New = "new";
    private const string Old = "old";
    private const int RandomCharacters = 12;

    private static readonly SearchValues<char> OfRandomNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.");

    private readonly string _folder;
    private readonly string _path;

    private ManifestStaging(string folder, string path)
    {
        _folder = folder;
        _path = path;
    }

    private string List => Path.Combine(_path, ManifestFileList.Name);

    /// <summary>Makes an empty one.</summary>
    /// <param name="folder">The folder of manifests.</param>
    public static ManifestStaging Create(string folder)
    {
        ManifestStaging staging = new(folder, Path.Combine(folder, Prefix + Path.GetRandomFileName()));
        FolderEntry.CreatePrivateFolder(staging._path);
        FolderEntry.CreatePrivateFolder(Path.Combine(staging._path, New));
        FolderEntry.CreatePrivateFolder(Path.Combine(staging._path, Old));
        return staging;
    }

    /// <summary>Undoes runs that were killed, and removes what they left. A folder that somebody else made is left alone.</summary>
    /// <param name="folder">The folder of manifests.</param>
    public static void RemoveLeftovers(string folder)
    {
        foreach (string path in Directory.GetDirectories(folder, Prefix + "*"))
        {
            if (IsOurs(path))
            {
                new ManifestStaging(folder, path).Undo();
            }
        }
    }

    /// <summary>Where a file is written before it is moved.</summary>
    public string PathOf(string name) => Path.Combine(_path, New, name);

    /// <summary>Moves files to their places; all of them, or none when that fails.</summary>
    /// <param name="away">Names of files in the folder that make room or are to go.</param>
    /// <param name="added">Names of files that come from here. The list comes, too, and last.</param>
    public void Commit(IEnumerable<string> away, IEnumerable<string> added)
    {
        Rename(PathOf(ManifestFileList.Name), List);
        foreach (string name in away)
        {
            Rename(Path.Combine(_folder, name), Path.Combine(_path, Old, name));
        }

        foreach (string name in added)
        {
            Rename(PathOf(name), Path.Combine(_folder, name));
        }

        Rename(List, Path.Combine(_folder, ManifestFileList.Name));
        TryRemove();
    }

    /// <summary>Moves everything back that was moved, and removes the folder. May be done again when it is broken off.</summary>
    /// <exception cref="IOException">Something cannot be moved back; what is left is as it was, for the next run to undo.</exception>
    public void Undo()
    {
        if (FolderEntry.IsRegularFile(List) && FolderEntry.IsFolder(Path.Combine(_path, New)) && FolderEntry.IsFolder(Path.Combine(_path, Old)))
        {
            // What is no longer in "new" has been moved to its place. It goes back first: what is in "new" is never moved twice.
            foreach (string name in ManifestFileList.Read(List))
            {
                string place = Path.Combine(_folder, name);
                if (!File.Exists(PathOf(name)) && File.Exists(place))
                {
                    Rename(place, PathOf(name));
                }
            }

            foreach (string path in Directory.GetFiles(Path.Combine(_path, Old)))
            {
                string name = Path.GetFileName(path);
                if (ManifestFileList.IsNameOfFile(name))
                {
                    Rename(path, Path.Combine(_folder, name));
                }
            }

            // Without the list nothing is undone again while the rest is removed.
            File.Delete(List);
        }

        Directory.Delete(_path, recursive: true);
    }

    // One step for the file system. Without "overwrite" it would be a copy and a removal where a rename is refused.
    private static void Rename(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{Path.GetFileName(to)} cannot be moved: {exception.Message}", exception);
        }
    }

    // By its name, its owner, and that it holds nothing that a run does not make.
    private static bool IsOurs(string path)
    {
        ReadOnlySpan<char> random = Path.GetFileName(path.AsSpan())[Prefix.Length..];
        return random.Length == RandomCharacters
            && !random.ContainsAnyExcept(OfRandomNames)
            && FolderEntry.IsOwnFolder(path)
            && Directory.EnumerateFileSystemEntries(path).All(static entry => Path.GetFileName(entry) is New or Old or ManifestFileList.Name);
    }

    // All is in place; what cannot be removed now is removed by the next run.
    private void TryRemove()
    {
        try
        {
            Directory.Delete(_path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
