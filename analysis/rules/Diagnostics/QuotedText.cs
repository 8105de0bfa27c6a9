using System.Globalization;
using System.Text;

namespace Rampart.Rules.Diagnostics;

/// <summary>Quotes what a user wrote, so that it stays on one line and within bounds.</summary>
public static class QuotedText
{
    private const int MaxLength = 100;

    /// <summary>The text in single quotes; control characters as <c>\u000A</c>, a long text cut short.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        bool isLong = text.Length > MaxLength;
        if (isLong)
        {
            text = text[..MaxLength];
        }

        StringBuilder quoted = new(text.Length + 3);
        quoted.Append('\'');
        foreach (char character in text)
        {
            // Format characters can reorder what a terminal shows; half a surrogate pair cannot be written at all.
            if (char.IsControl(character) || char.IsSurrogate(character)
                || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator)
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append(isLong ? "…'" : "'").ToString();
    }
}
