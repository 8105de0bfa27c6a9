using System.Globalization;
using System.Text;

namespace Rampart.Cel.Libraries.Strings;

/// <summary>Texts in quotation marks.</summary>
internal static class CelQuote
{
    /// <summary>As a literal of the language.</summary>
    public static string Quote(string text) => Write(text, static unit => unit switch
    {
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        '\\' => "\\\\",
        '"' => "\\\"",
        _ => null,
    });

    /// <summary>As Go prints it: what cannot be printed is escaped.</summary>
    public static string QuoteForGo(string text) => Write(text, static unit => unit switch
    {
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        '\\' => "\\\\",
        '"' => "\\\"",
        < ' ' or '\x7F' => "\\x" + ((int)unit).ToString("x2", CultureInfo.InvariantCulture),
        _ => char.IsControl(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || (unit != ' ' && char.GetUnicodeCategory(unit) == UnicodeCategory.SpaceSeparator)
            ? "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture)
            : null,
    });

    private static string Write(string text, Func<char, string?> escape)
    {
        StringBuilder quoted = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                quoted.Append(isPair ? text.Substring(i, 2) : "\uFFFD");
                i += isPair ? 1 : 0;
            }
            else if (escape(text[i]) is { } escaped)
            {
                quoted.Append(escaped);
            }
            else
            {
                quoted.Append(text[i]);
            }
        }

        return quoted.Append('"').ToString();
    }
}
