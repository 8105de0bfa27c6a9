using System.Globalization;
using System.Text;

namespace Rampart.Plan.Manifests;

/// <summary>How a text is written in YAML so that every reader, of YAML 1.1 or 1.2, gives the same text back.</summary>
internal static class YamlText
{
    /// <summary>Whether the text can stand without quotes.</summary>
    /// <remarks>
    /// Narrower than the grammar: a text that some reader takes for a boolean, a number, a date or null is quoted, and
    /// so is everything unusual.
    /// </remarks>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !IsPlainFirst(text[0]) || text[^1] == ':')
        {
            return false;
        }

        for (int i = 1; i < text.Length; i++)
        {
            char character = text[i];
            if (!IsPlainCharacter(character) || (character is ' ' && !IsInnerSpace(text, i)))
            {
                return false;
            }

            if (character == ':' && text[i + 1] == ' ')
            {
                return false;
            }
        }

        return char.IsAsciiDigit(text[0]) ? IsQuantity(text) : !IsReserved(text);
    }

    /// <summary>Whether a character can stand in quotes or in a block as it is.</summary>
    /// <remarks>
    /// Narrower than the grammar, too: what nobody sees, or what ends a line for some readers only, is written as an escape. A character
    /// beyond U+FFFF stands as it is, since JSON's pair of escapes is none of YAML.
    /// </remarks>
    public static bool IsShown(Rune character) => character.Value < 0x7F
        ? character.Value >= ' '
        : Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>The escape of a character in double quotes.</summary>
    public static string Escape(Rune character) => character.Value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{character.Value:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{character.Value:X8}"),
    };

    // One space between words is plain; at the end, doubled, or before a '#' it is not.
    private static bool IsInnerSpace(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && text[index + 1] is not (' ' or '#');

    private static bool IsPlainFirst(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or '_';

    private static bool IsPlainCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':' or '@' or '+' or '=' or '$' or '(' or ')' or ' ' or '~';

    // Digits and a suffix of Kubernetes quantities, none of which any reader takes for a number.
    private static bool IsQuantity(ReadOnlySpan<char> text)
    {
        int i = 0;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i > 0)))
        {
            i++;
        }

        return text[i..] is "m" or "k" or "M" or "G" or "T" or "P" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei";
    }

    private static bool IsReserved(ReadOnlySpan<char> text)
    {
        if (text.Length > 5)
        {
            return false;
        }

        Span<char> lower = stackalloc char[5];
        int length = text.ToLowerInvariant(lower);
        return lower[..length] is "y" or "n" or "yes" or "no" or "on" or "off" or "true" or "false" or "null" or "nan" or "inf";
    }
}
