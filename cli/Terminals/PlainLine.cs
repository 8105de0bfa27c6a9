using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rampart.Cli.Terminals;

/// <summary>
/// Texts on one line in which nothing draws on a terminal or turns the direction of writing. Names and values come from files that
/// anybody may have written.
/// </summary>
internal static class PlainLine
{
    /// <summary>The text, with a space for each character that is not shown.</summary>
    public static string Of(string text)
    {
        int first = CountPrintable(text);
        while (first < text.Length && IsShown(text[first]))
        {
            first++;
        }

        return first == text.Length
            ? text
            : string.Create(text.Length, text, static (line, source) =>
            {
                for (int i = 0; i < line.Length; i++)
                {
                    line[i] = IsShown(source[i]) ? source[i] : ' ';
                }
            });
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
