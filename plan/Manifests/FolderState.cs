using Rampart.Plan.Files;

namespace Rampart.Plan.Manifests;

/// <summary>What is in a folder of manifests before a run.</summary>
/// <param name="Entries">The names of what is there, but for a list that a run wrote.</param>
/// <param name="HasList">Whether there is such a list. A link, a pipe or a folder of its name is none.</param>
/// <param name="Earlier">The names in it.</param>
internal sealed record FolderState(SortedSet<string> Entries, bool HasList, HashSet<string> Earlier)
{
    /// <summary>Looks into a folder.</summary>
    public static FolderState Read(string folder)
    {
        string list = Path.Combine(folder, ManifestFileList.Name);
        bool hasList = FolderEntry.IsRegularFile(list);
        SortedSet<string> entries = new(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFileSystemEntries(folder))
        {
            string name = Path.GetFileName(path);
            if (name != FolderLock.FileName && !(hasList && name == ManifestFileList.Name))
            {
                entries.Add(name);
            }
        }

        return new FolderState(entries, hasList, hasList ? ManifestFileList.Read(list) : []);
    }
}
