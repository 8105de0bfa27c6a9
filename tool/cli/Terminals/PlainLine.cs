using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Rampart.Plan.Manifests;

namespace Rampart.Cli.Terminals;

/// <summary>
/// Texts on one line that draw nothing on a terminal, turn no direction of writing, and command no build service. Names, values and
/// messages come from files and programs that anybody may have written.
/// </summary>
internal static class PlainLine
{
    /// <summary>The text for a part of a line, with an escape such as <c>\u001B</c> or <c>\n</c> for each character that is not shown.</summary>
    public static string Of(string text)
    {
        bool isCommand = BuildCommands.IsIn(text);
        if (!isCommand && IsShown(text))
        {
            return text;
        }

        StringBuilder line = new(text.Length + 16);
        for (int i = 0; i < text.Length;)
        {
            i += AppendNext(line, text, i, isCommand && text[i] == '#' && i > 0 && text[i - 1] == '#');
        }

        return line.ToString();
    }

    /// <summary>The text for a whole line, which build services take for a command when it begins with two colons.</summary>
    public static string Whole(string text)
    {
        string line = Of(text);
        int start = line.Length - line.AsSpan().TrimStart().Length;
        return BuildCommands.IsAtStart(line)
            ? string.Concat(line.AsSpan(0, start), "\\u003A", line.AsSpan(start + 1))
            : line;
    }

    /// <summary>The lines of a text, such as a message, each shown as a whole line; the first one follows something else.</summary>
    public static string Lines(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return Of(text);
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = i == 0 ? Of(lines[i]) : Whole(lines[i]);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Appends the character at an index: as it is, or as an escape where it is not shown.</summary>
    /// <returns>How many of the text it takes: two for a character beyond U+FFFF.</returns>
    public static int AppendNext(StringBuilder line, string text, int index, bool isEscaped = false)
    {
        bool isWhole = Rune.TryGetRuneAt(text, index, out Rune character);
        int length = isWhole ? character.Utf16SequenceLength : 1;
        if (isWhole && !isEscaped && IsShown(character))
        {
            line.Append(text, index, length);
            return length;
        }

        switch (text[index])
        {
            case '\n':
                line.Append("\\n");
                break;
            case '\r':
                line.Append("\\r");
                break;
            case '\t':
                line.Append("\\t");
                break;
            default:
                int value = isWhole ? character.Value : text[index];
                line.Append(value <= 0xFFFF ? "\\u" : "\\U").Append(value.ToString(value <= 0xFFFF ? "X4" : "X8", CultureInfo.InvariantCulture));
                break;
        }

        return length;
    }

    private static bool IsShown(string text)
    {
        for (int i = CountPrintable(text); i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out Rune character) || !IsShown(character))
            {
                return false;
            }

            i += character.Utf16SequenceLength;
        }

        return true;
    }

    // Whether a character is a part of a line, and does nothing to the rest of it.
    private static bool IsShown(Rune character) =>
        character.Value is (>= ' ' and <= '~')
            || (character.Value > 0x7F && Rune.GetUnicodeCategory(character) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned));

    // How many characters at the start, at least, are printable ASCII, as nearly all are. (The framework's search would be compiled at
    // every start.)
    private static int CountPrintable(ReadOnlySpan<char> text)
    {
        int count = 0;
        ref ushort start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; count + Vector128<ushort>.Count <= text.Length; count += Vector128<ushort>.Count)
        {
            Vector128<ushort> part = Vector128.LoadUnsafe(ref start, (nuint)count) - Vector128.Create((ushort)' ');
            if (Vector128.GreaterThanAny(part, Vector128.Create((ushort)('~' - ' '))))
            {
                break;
            }
        }

        return count;
    }
}
