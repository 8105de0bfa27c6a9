using System.Text;

namespace Rampart.Cli.Checks;

/// <summary>Texts in Markdown that stand for themselves.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>|#~";

    /// <summary>The text with everything escaped that would mean something, on one line.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (char c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                escaped.Append(' ');
                continue;
            }

            if (c == '@')
            {
                // Nobody is called to a pull request because a value has a name in it.
                escaped.Append("&#64;");
                continue;
            }

            escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }
}
