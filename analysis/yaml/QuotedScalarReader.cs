using System.Globalization;
using System.Text;

namespace Rampart.Yaml;

/// <summary>Reads a scalar in single or double quotes, over as many lines as it has.</summary>
internal static class QuotedScalarReader
{
    /// <summary>Reads the scalar and leaves the cursor behind the closing quote.</summary>
    /// <param name="cursor">At the opening quote.</param>
    /// <param name="schema">Says which escapes of JSON there are: those of YAML 1.2, and none of YAML 1.1.</param>
    public static string Read(YamlCursor cursor, YamlSchema schema)
    {
        YamlPosition start = cursor.Position;
        char quote = cursor.Current;
        cursor.Advance();
        StringBuilder? text = null;
        while (true)
        {
            int run = RunLength(cursor, quote), end = cursor.Index + run;
            ReadOnlySpan<char> part = cursor.Text.Slice(cursor.Index, run);
            cursor.Advance(run);
            if (cursor.Current == quote && !(quote == '\'' && cursor.Peek() == quote))
            {
                cursor.Advance();
                return text is null ? cursor.Slice(end - run, end) : text.Append(part).ToString();
            }

            text ??= new StringBuilder();
            switch (cursor.Current)
            {
                case '\n':
                    text.Append(part.TrimEnd(" \t"));
                    SkipBreaks(cursor);
                    LineFolding.Append(text, cursor, end, cursor.Index);
                    break;
                case '\'':
                    text.Append(part).Append('\'');
                    cursor.Advance(2);
                    break;
                case '\\':
                    text.Append(part);
                    AppendEscape(cursor, text, schema);
                    break;
                default:
                    throw new YamlException($"the text that starts here has no closing {quote}", $"close it with {quote}", start.Line, start.Column);
            }
        }
    }

    // The characters up to the next that means something.
    private static int RunLength(YamlCursor cursor, char quote)
    {
        ReadOnlySpan<char> rest = cursor.Text[cursor.Index..];
        int length = quote == '"' ? rest.IndexOfAny('"', '\\', '\n') : rest.IndexOfAny('\'', '\n');
        return length < 0 ? rest.Length : length;
    }

    // Moves over line breaks and the blanks after each.
    private static void SkipBreaks(YamlCursor cursor)
    {
        while (cursor.Current == '\n')
        {
            cursor.NextLine();
            if (cursor.AtDocumentMarker)
            {
                throw cursor.Error("a document ends inside a quoted text", "close the quote before this line");
            }

            cursor.SkipBlanks();
        }
    }

    private static void AppendEscape(YamlCursor cursor, StringBuilder text, YamlSchema schema)
    {
        char code = cursor.Peek();
        if (code == '\n')
        {
            int second = cursor.Index + 2;
            cursor.Advance();
            SkipBreaks(cursor);
            cursor.AppendBreaks(text, second, cursor.Index);
            return;
        }

        string? simple = code switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            't' or '\t' => "\t",
            'n' => "\n",
            'v' => "\v",
            'f' => "\f",
            'r' => "\r",
            'e' => "\e",
            ' ' => " ",
            '"' => "\"",
            '\'' => "'",
            '/' when schema == YamlSchema.Yaml12 => "/",
            '\\' => "\\",
            'N' => "\u0085",
            '_' => "\u00A0",
            'L' => "\u2028",
            'P' => "\u2029",
            _ => null,
        };
        if (simple is not null)
        {
            text.Append(simple);
            cursor.Advance(2);
            return;
        }

        int digits = code switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            throw cursor.Error("there is no such escape in double quotes", "double the backslash, or use single quotes");
        }

        int value = ReadHex(cursor, 2, digits);
        int length = 2 + digits;
        if (schema == YamlSchema.Yaml12 && char.IsHighSurrogate((char)value) && value <= char.MaxValue && digits == 4 && cursor.Peek(6) == '\\' && cursor.Peek(7) == 'u')
        {
            // JSON writes what is beyond U+FFFF as two escapes.
            int low = ReadHex(cursor, 8, 4);
            if (char.IsLowSurrogate((char)low))
            {
                value = char.ConvertToUtf32((char)value, (char)low);
                length += 6;
            }
        }

        if (!Rune.IsValid(value))
        {
            throw cursor.Error("the escape is not a Unicode character", "write the character itself, or \\U and its eight digits up to 0010FFFF");
        }

        text.Append(new Rune(value).ToString());
        cursor.Advance(length);
    }

    private static int ReadHex(YamlCursor cursor, int offset, int digits)
    {
        int start = cursor.Index + offset;
        return start + digits <= cursor.Text.Length
            && int.TryParse(cursor.Text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
                ? value
                : throw cursor.Error($"the escape needs {digits} hexadecimal digits", "write them all, with leading zeros");
    }
}
