namespace Rampart.Plan.Configuration;

/// <summary>Finds the files of a project as the Pulumi CLI does.</summary>
internal static class ProjectLocator
{
    private const string Prefix = "Pulumi.";

    /// <summary>The full path of the project file in the folder or the nearest folder above it; null when there is none.</summary>
    public static string? FindProject(string folder)
    {
        for (string? current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            foreach (string name in (ReadOnlySpan<string>)["Pulumi.json", "Pulumi.yaml", "Pulumi.yml"])
            {
                string path = Path.Join(current, name);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        return null;
    }

    /// <summary>The full path of a stack's file, whether it exists or not.</summary>
    public static string StackPath(ProjectFile project, string stack) =>
        Path.Join(project.StackFolder, Prefix + stack + Path.GetExtension(project.FileName));

    /// <summary>The stacks that have a file, in ordinal order.</summary>
    public static List<string> ListStacks(ProjectFile project)
    {
        List<string> stacks = [];
        if (!Directory.Exists(project.StackFolder))
        {
            return stacks;
        }

        string extension = Path.GetExtension(project.FileName);
        foreach (string path in Directory.GetFiles(project.StackFolder, Prefix + "*" + extension))
        {
            string name = Path.GetFileName(path);
            int length = name.Length - Prefix.Length - extension.Length;
            if (length > 0 && IsValidName(name.AsSpan(Prefix.Length, length)))
            {
                stacks.Add(name.Substring(Prefix.Length, length));
            }
        }

        stacks.Sort(string.CompareOrdinal);
        return stacks;
    }

    /// <summary>Whether this can be the name of a project or stack: at most 100 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public static bool IsValidName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return name.Length is > 0 and <= 100;
    }
}
