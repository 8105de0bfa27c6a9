using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Rampart.Cli.Terminals;

/// <summary>
/// Texts on one line that draw nothing on a terminal, turn no direction of writing, and command no build service. Names, values and
/// messages come from files and programs that anybody may have written.
/// </summary>
internal static class PlainLine
{
    // What GitHub, Azure Pipelines and TeamCity take for a command anywhere in a line that a build prints.
    private static readonly string[] Commands = ["##[", "##vso[", "##teamcity["];

    /// <summary>The text for a part of a line, with an escape such as <c>\u001B</c> or <c>\n</c> for each character that is not shown.</summary>
    public static string Of(string text)
    {
        int first = CountPrintable(text);
        while (first < text.Length && IsShown(text[first]))
        {
            first++;
        }

        bool isCommand = HasCommand(text);
        if (first == text.Length && !isCommand)
        {
            return text;
        }

        StringBuilder line = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            AppendEscaped(line, text[i], isCommand && text[i] == '#' && i > 0 && text[i - 1] == '#');
        }

        return line.ToString();
    }

    /// <summary>The text for a whole line, which build services take for a command when it begins with two colons.</summary>
    public static string Whole(string text)
    {
        string line = Of(text);
        int start = line.Length - line.AsSpan().TrimStart().Length;
        return line.AsSpan(start).StartsWith("::", StringComparison.Ordinal)
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

    /// <summary>Appends a character that is not shown as an escape, and any other as it is.</summary>
    public static void AppendEscaped(StringBuilder line, char character, bool always = false)
    {
        if (!always && IsShown(character))
        {
            line.Append(character);
            return;
        }

        switch (character)
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
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
                break;
        }
    }

    private static bool HasCommand(string text)
    {
        // Nearly no line has two of these signs, and a search for one of them needs no tables.
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '#' && text[i - 1] == '#')
            {
                return Commands.Any(command => text.Contains(command, StringComparison.OrdinalIgnoreCase));
            }
        }

        return false;
    }

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

    /// <summary>Whether a character is a part of a line, and does nothing to the rest of it.</summary>
    public static bool IsShown(char character) =>
        character is (>= ' ' and <= '~')
            || (character > '\u007F' && char.GetUnicodeCategory(character) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
