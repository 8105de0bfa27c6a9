namespace Rampart.Plan.ManifestFiles;

/// <summary>The files of a folder that can hold objects.</summary>
internal static class ManifestPaths
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The file of what a check goes by.</summary>
    public const string SettingsFile = "rampart.yaml";

    /// <summary>What to do about a file that holds something else than objects.</summary>
    /// <param name="name">The file as the user names it.</param>
    public static string Advice(string name) => Path.GetFileName(name) switch
    {
        "kustomization.yaml" or "kustomization.yml" => "give what `kustomize build` prints, or leave this file out",
        "Chart.yaml" or "values.yaml" => "give what `helm template` prints, or leave this file out",
        SettingsFile => "leave this file out; settings come from the current folder or from --settings",
        _ => "give Kubernetes objects, each with apiVersion and kind",
    };

    /// <summary>The files below a folder, by their names as the user sees them, in ordinal order. Links to folders are not followed.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="name">The folder as the user names it.</param>
    public static List<(string Path, string Name)> InFolder(string folder, string name)
    {
        List<(string Path, string Name)> files = [];
        Add(new DirectoryInfo(folder), name.Length > 1 ? name.TrimEnd('/', '\\') : name, files);
        files.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return files;
    }

    private static void Add(DirectoryInfo folder, string name, List<(string Path, string Name)> files)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            string entryName = name is "." ? entry.Name : name.EndsWith('/') ? name + entry.Name : $"{name}/{entry.Name}";
            if (entry is DirectoryInfo below)
            {
                if (!below.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    Add(below, entryName, files);
                }
            }
            else if (Path.GetExtension(entry.Name) is ".yaml" or ".yml" or ".json")
            {
                files.Add((entry.FullName, entryName));
            }
        }
    }
}
