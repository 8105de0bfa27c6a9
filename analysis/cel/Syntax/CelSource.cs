using System.Text;

namespace Rampart.Cel.Syntax;

/// <summary>The text of an expression, and what is wrong with it so far.</summary>
internal sealed class CelSource(string text)
{
    private readonly List<(int Position, CelIssue Issue)> _issues = [];

    public string Text => text;

    public bool HasIssues => _issues.Count > 0;

    /// <summary>The issues in the order of their places.</summary>
    public IReadOnlyList<CelIssue> Issues => [.. _issues.OrderBy(static issue => issue.Position).Select(static issue => issue.Issue)];

    /// <summary>Adds an issue at an offset into the text; below zero it is about the whole.</summary>
    public void Report(int position, string message)
    {
        if (position < 0)
        {
            _issues.Add((position, new CelIssue(-1, -1, message)));
            return;
        }

        // That is where the end of nothing is.
        int line = 1, column = text.Length == 0 ? -1 : 0;
        for (int i = 0; i < position && i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                column = 0;
            }
            else if (!char.IsLowSurrogate(text[i]))
            {
                column++;
            }
        }

        _issues.Add((position, new CelIssue(line, column, message)));
    }

    /// <summary>The issues as one text, each with its line and a mark below the place.</summary>
    public static string Format(string text, IReadOnlyList<CelIssue> issues)
    {
        StringBuilder result = new();
        string[] lines = text.Split('\n');
        foreach (CelIssue issue in issues)
        {
            result.Append(result.Length == 0 ? "" : "\n").Append("ERROR: <input>:").Append(issue.Line).Append(':').Append(issue.Column + 1).Append(": ").Append(issue.Message);
            if (issue.Line >= 1 && issue.Line <= lines.Length)
            {
                result.Append("\n | ").Append(lines[issue.Line - 1].Replace('\t', ' ')).Append("\n | ").Append('.', Math.Max(0, issue.Column)).Append('^');
            }
        }

        return result.ToString();
    }
}
