using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Rampart.Yaml;

/// <summary>From the bytes of a text to the characters that YAML allows, in a buffer that serves many texts one after the other.</summary>
internal sealed class YamlInput
{
    /// <summary>What stands behind the last character, and nowhere else.</summary>
    public const char End = '\0';

    private const char ByteOrderMark = '\uFEFF';
    private const char Replacement = '\uFFFD';
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';
    private const int ShortestBuffer = 4096;

    // A longer buffer, 256 kB, is given back when the next text begins.
    private const int LongestKept = 1 << 17;

    /// <summary>The characters, all lines ending with <c>\n</c>, and <see cref="End"/>.</summary>
    public char[] Buffer { get; private set; } = new char[ShortestBuffer];

    /// <summary>
    /// The characters with U+2028 and U+2029 where <see cref="Buffer"/> has <c>\n</c>: they end a line, too, but in a text they stay what
    /// they are. Null when there are none.
    /// </summary>
    public char[]? Separators { get; private set; }

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    private ReadOnlySpan<char> Characters => Buffer.AsSpan(0, Length);

    /// <summary>Takes a text in UTF-8, or in UTF-16 that starts with a byte order mark.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="endsLine">Whether a line break ends the text even when none is there, as kubectl has it.</param>
    /// <exception cref="YamlException">The bytes are neither, or there is a control character.</exception>
    public void Load(ReadOnlySpan<byte> bytes, bool endsLine = false)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            Encoding encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            Reserve(encoding.GetMaxCharCount(bytes.Length) + 1);
            Length = encoding.GetChars(bytes[2..], Buffer);
        }
        else
        {
            Reserve(bytes.Length + 1);
            Length = Encoding.UTF8.GetChars(bytes, Buffer);
            RequireUtf8(bytes);
        }

        if (endsLine)
        {
            Buffer[Length++] = '\n';
        }

        Normalize();
    }

    /// <summary>Takes a text.</summary>
    /// <exception cref="YamlException">There is a control character.</exception>
    public void Load(string text)
    {
        Reserve(text.Length);
        text.CopyTo(Buffer);
        Length = text.Length;
        Normalize();
    }

    private void Reserve(int length)
    {
        if (length >= Buffer.Length || Buffer.Length > LongestKept)
        {
            Buffer = new char[Math.Max(length + 1, ShortestBuffer)];
        }
    }

    // What is not valid has come out as a replacement character.
    private void RequireUtf8(ReadOnlySpan<byte> bytes)
    {
        int replaced = Characters.IndexOf(Replacement);
        if (replaced >= 0 && !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            YamlPosition position = PositionOf(replaced);
            throw new YamlException("the bytes here are not UTF-8", "save the file as UTF-8", position.Line, position.Column);
        }
    }

    // Takes the byte order mark off, makes every line end \n, and refuses what YAML forbids.
    private void Normalize()
    {
        Separators = null;
        if (Length > 0 && Buffer[0] == ByteOrderMark)
        {
            Buffer.AsSpan(1, --Length).CopyTo(Buffer);
        }

        bool hasOtherBreaks = false;
        for (int i = CountCommon(Characters); i < Length; i++)
        {
            char c = Buffer[i];
            if (IsCommon(c))
            {
                continue;
            }

            if (IsOtherBreak(c))
            {
                hasOtherBreaks = true;
            }
            else if (IsForbidden(c))
            {
                YamlPosition position = PositionOf(i);
                throw new YamlException(
                    $"there is a control character, U+{(int)c:X4}", "take it out, or write it as an escape in double quotes", position.Line, position.Column);
            }
        }

        if (hasOtherBreaks)
        {
            NormalizeBreaks();
        }

        Buffer[Length] = End;
    }

    // How many characters at the start are printable ASCII, line breaks or tabs: in most texts all of them.
    private static int CountCommon(ReadOnlySpan<char> text)
    {
        int count = 0;
        ref ushort start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; count + Vector128<ushort>.Count <= text.Length; count += Vector128<ushort>.Count)
        {
            Vector128<ushort> part = Vector128.LoadUnsafe(ref start, (nuint)count);
            Vector128<ushort> common = Vector128.LessThanOrEqual(part - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')))
                | Vector128.Equals(part, Vector128.Create((ushort)'\n'))
                | Vector128.Equals(part, Vector128.Create((ushort)'\t'));
            if (common != Vector128<ushort>.AllBitsSet)
            {
                break;
            }
        }

        while (count < text.Length && IsCommon(text[count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsCommon(char c) => c is >= ' ' and <= '~' or '\n' or '\t';

    // What ends a line besides \n in YAML 1.1, and so in Go's libraries; YAML 1.2 knows \r only.
    private static bool IsOtherBreak(char c) => c is '\r' or '\u0085' or LineSeparator or ParagraphSeparator;

    private void NormalizeBreaks()
    {
        int length = 0;
        for (int i = 0; i < Length; i++)
        {
            char c = Buffer[i];
            if (c == '\r' && i + 1 < Length && Buffer[i + 1] == '\n')
            {
                continue;
            }

            bool isSeparator = c is LineSeparator or ParagraphSeparator;
            if (isSeparator)
            {
                Separators ??= Buffer.AsSpan(0, Length).ToArray();
            }

            Buffer[length] = IsOtherBreak(c) ? '\n' : c;
            if (Separators is not null)
            {
                Separators[length] = isSeparator ? c : Buffer[length];
            }

            length++;
        }

        Length = length;
    }

    private static bool IsForbidden(char c) => c is < ' ' or (>= '\u007F' and < '\u00A0') or '\uFFFE' or '\uFFFF';

    private YamlPosition PositionOf(int index)
    {
        int line = 1, lineStart = 0;
        for (int i = 0; i < index; i++)
        {
            if (Buffer[i] == '\n' || (Buffer[i] == '\r' && !(i + 1 < Length && Buffer[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new YamlPosition(line, index - lineStart + 1);
    }
}
