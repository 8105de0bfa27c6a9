using System.Buffers;
using System.Globalization;

namespace Rampart.Cli.Terminals;

/// <summary>
/// Texts on one line in which nothing draws on a terminal or turns the direction of writing. Names and values come from files that
/// anybody may have written.
/// </summary>
internal static class PlainLine
{
    // Nearly all texts have no others.
    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static code => (char)code)]);

    /// <summary>The text, with a space for each character that is not shown.</summary>
    public static string Of(string text)
    {
        int first = text.AsSpan().IndexOfAnyExcept(Printable);
        while (first >= 0 && first < text.Length && IsShown(text[first]))
        {
            first++;
        }

        return first < 0 || first == text.Length
            ? text
            : string.Create(text.Length, text, static (line, source) =>
            {
                for (int i = 0; i < line.Length; i++)
                {
                    line[i] = IsShown(source[i]) ? source[i] : ' ';
                }
            });
    }

    /// <summary>Whether a character is a part of a line, and does nothing to the rest of it.</summary>
    public static bool IsShown(char character) =>
        character is (>= ' ' and <= '~')
            || (character > '\u007F' && char.GetUnicodeCategory(character) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
