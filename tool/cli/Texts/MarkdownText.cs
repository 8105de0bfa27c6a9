using System.Text;
using Rampart.Cli.Terminals;

namespace Rampart.Cli.Texts;

/// <summary>Texts in Markdown that stand for themselves.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]|~";

    // GitHub looks for people and issues in what Markdown has become, where an escaped character is as good as any other.
    private const string ZeroWidthSpace = "&#8203;";

    /// <summary>The text with everything escaped that would mean something, on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How long it may become; what is longer is cut, and ends with <c>…</c>.</param>
    public static string Escape(string text, int most = int.MaxValue)
    {
        StringBuilder escaped = new(text.Length + 8);
        for (int i = 0; i < text.Length;)
        {
            int start = escaped.Length;
            i += AppendNext(escaped, text, i);
            if (escaped.Length > most || (escaped.Length == most && i < text.Length))
            {
                escaped.Length = Math.Min(start, most - 1);
                return escaped.Append('…').ToString();
            }
        }

        return escaped.ToString();
    }

    // Returns how many characters of the text it takes.
    private static int AppendNext(StringBuilder escaped, string text, int index)
    {
        char before = index == 0 ? ' ' : text[index - 1], after = index + 1 < text.Length ? text[index + 1] : ' ';
        switch (text[index])
        {
            case '&':
                escaped.Append("&amp;");
                break;
            case '<':
                escaped.Append("&lt;");
                break;
            case '>':
                escaped.Append("&gt;");
                break;
            case ':' when after == '/':
                // An address would become a link, and take a backslash that follows for a part of it.
                escaped.Append("&#58;");
                break;
            case '.' when before is 'w' or 'W' && char.IsLetterOrDigit(after):
                escaped.Append("&#46;");
                break;
            case '$':
                // Between two of them would be a formula.
                escaped.Append("<span>$</span>");
                break;
            case '@':
                // Nobody is called to a pull request because a value has a name in it. What follows a word is no name.
                escaped.Append('@').Append(!char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after) ? ZeroWidthSpace : "");
                break;
            case '#':
                escaped.Append("\\#").Append(char.IsAsciiDigit(after) ? ZeroWidthSpace : "");
                break;
            default:
                if (Special.Contains(text[index], StringComparison.Ordinal))
                {
                    escaped.Append('\\').Append(text[index]);
                    break;
                }

                int shown = escaped.Length, length = PlainLine.AppendNext(escaped, text, index);
                if (escaped.Length - shown > length)
                {
                    // The backslash of an escape stands for itself, too.
                    escaped.Insert(shown, '\\');
                }

                return length;
        }

        return 1;
    }
}
