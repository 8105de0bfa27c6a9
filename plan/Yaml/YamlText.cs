using System.Text;

namespace Rampart.Plan.Yaml;

/// <summary>From the bytes of a file to the characters that YAML allows.</summary>
internal static class YamlText
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Decodes UTF-8, or UTF-16 that starts with a byte order mark.</summary>
    /// <exception cref="YamlException">The bytes are neither.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        // Most files are ASCII, for which this is one pass; what is not valid comes out as a replacement character.
        string text = Encoding.UTF8.GetString(bytes);
        int replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (replaced >= 0 && !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            YamlPosition position = PositionOf(text, replaced);
            throw new YamlException("the bytes here are not UTF-8", "save the file as UTF-8", position.Line, position.Column);
        }

        return text;
    }

    /// <summary>Takes the byte order mark off, makes every line end <c>\n</c>, and refuses what YAML forbids.</summary>
    /// <exception cref="YamlException">There is a control character.</exception>
    public static string Normalize(string text)
    {
        if (text.StartsWith(ByteOrderMark))
        {
            text = text[1..];
        }

        // Most texts have nothing but printable ASCII and line breaks, which passes over the whole text tell quickest.
        if (!text.AsSpan().ContainsAnyInRange('\u007F', '\uFFFF')
            && !text.AsSpan().ContainsAnyInRange('\0', '\u0008')
            && !text.AsSpan().ContainsAnyInRange('\u000B', '\u001F'))
        {
            return text;
        }

        bool hasCarriageReturn = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and <= '~' or '\n' or '\t')
            {
                continue;
            }

            if (c == '\r')
            {
                hasCarriageReturn = true;
            }
            else if (IsForbidden(c))
            {
                YamlPosition position = PositionOf(text, i);
                throw new YamlException(
                    $"there is a control character, U+{(int)c:X4}", "take it out, or write it as an escape in double quotes", position.Line, position.Column);
            }
        }

        return hasCarriageReturn
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
    }

    private static bool IsForbidden(char c) => c is < ' ' or (>= '\u007F' and < '\u00A0' and not '\u0085') or ByteOrderMark or '\uFFFE' or '\uFFFF';

    private static YamlPosition PositionOf(string text, int index)
    {
        int line = 1, lineStart = 0;
        for (int i = 0; i < index; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new YamlPosition(line, index - lineStart + 1);
    }
}
