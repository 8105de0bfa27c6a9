using System.Text;
using Rampart.Plan.Files;

namespace Rampart.Plan.Manifests;

/// <summary>The list of the files that a run wrote to a folder: one name a line, in the order to apply them in.</summary>
/// <remarks>Anybody may have changed it, so a line that is no name of such a file counts for nothing.</remarks>
internal static class ManifestFileList
{
    /// <summary>The name of the list.</summary>
    public const string Name = ".rampart-manifests";

    /// <summary>Fewest digits that a name begins with.</summary>
    public const int FewestDigits = 3;

    /// <summary>The names in a list.</summary>
    /// <param name="path">A regular file.</param>
    public static HashSet<string> Read(string path)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string line in Encoding.UTF8.GetString(InputFile.ReadAllBytes(path)).Split('\n'))
        {
            string name = line.TrimEnd('\r');
            if (IsNameOfFile(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Writes a list.</summary>
    public static void Write(Stream stream, string[] names) =>
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(names.Select(static name => name + "\n"))));

    /// <summary>Whether a name may be one of a file of manifests: at least three digits, a hyphen, safe characters, and one of the two extensions.</summary>
    public static bool IsNameOfFile(string name)
    {
        int digits = 0;
        while (digits < name.Length && char.IsAsciiDigit(name[digits]))
        {
            digits++;
        }

        return digits >= FewestDigits && digits < name.Length && name[digits] == '-' && name.All(IsSafe)
            && (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal));
    }

    /// <summary>Whether a character may be in a name: no separator of folders is, and nothing that a file system does not take.</summary>
    public static bool IsSafe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_';
}
