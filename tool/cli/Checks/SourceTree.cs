namespace Rampart.Cli.Checks;

/// <summary>Where sources are, so that a report can name a file as the repository does, whatever folder the check was made in.</summary>
/// <param name="Folder">The full path of the folder that files are named from.</param>
/// <param name="Root">The full path of the folder that holds all sources.</param>
public sealed record SourceTree(string Folder, string Root)
{
    /// <summary>Files keep the names they have.</summary>
    public static readonly SourceTree Bare = new(Path.GetFullPath("/"), Path.GetFullPath("/"));

    /// <summary>The tree around a folder: that of the nearest repository, or the folder itself.</summary>
    public static SourceTree Find(string folder)
    {
        string full = Path.GetFullPath(folder);
        for (string? root = full; root is not null; root = Path.GetDirectoryName(root))
        {
            // A folder, or in a linked work tree a file.
            if (Path.Exists(Path.Combine(root, ".git")))
            {
                return new SourceTree(full, root);
            }
        }

        return new SourceTree(full, full);
    }

    /// <summary>The URI of a file: relative to the root with <c>/</c>, or absolute for one that is outside.</summary>
    /// <param name="file">The file as the user names it.</param>
    public Uri UriOf(string file)
    {
        string full = Path.GetFullPath(file, Folder);
        string relative = Path.GetRelativePath(Root, full);
        if (!Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return new Uri(Escape(relative), UriKind.Relative);
        }

        // A share of Windows names its host.
        string start = full.StartsWith(@"\\", StringComparison.Ordinal) ? "file://" : "file:///";
        return new Uri(start + Escape(full).Replace("%3A", ":", StringComparison.Ordinal), UriKind.Absolute);
    }

    private static string Escape(string path) => string.Join(
        '/', path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
}
