namespace Rampart.Plan.Manifests;

/// <summary>What GitHub Actions, Azure Pipelines and TeamCity take for a command in a line that a build prints.</summary>
public static class BuildCommands
{
    private const string LineStart = "::";

    // Anywhere in a line.
    private static readonly string[] Marks = ["##[", "##vso[", "##teamcity["];

    /// <summary>Whether a text has the mark of a command that works anywhere in a line; each begins with <c>##</c>.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        // Nearly no text has two of these signs, and a search for one of them needs no tables.
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '#' && text[i - 1] == '#')
            {
                foreach (string mark in Marks)
                {
                    if (text[(i - 1)..].Contains(mark, StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a line begins, after white space, with the mark of a command that works at the start of a line only.</summary>
    /// <param name="line">A line.</param>
    public static bool IsAtStart(ReadOnlySpan<char> line) => line.TrimStart().StartsWith(LineStart, StringComparison.Ordinal);
}
