using System.Globalization;
using System.Text;

namespace Rampart.Cel.Syntax;

/// <summary>What a quoted string or bytes literal holds.</summary>
internal static class CelUnquote
{
    /// <summary>The text of a string literal; a problem instead if an escape names no character.</summary>
    public static string? String(string literal, out string? problem)
    {
        StringBuilder text = new();
        problem = null;
        bool isRaw = Strip(literal, out string body);
        for (int i = 0; i < body.Length; i++)
        {
            if (isRaw || body[i] != '\\')
            {
                text.Append(body[i]);
                continue;
            }

            (int code, int length, _) = Escape(body, i);
            if (code > 0x10FFFF || code is >= 0xD800 and <= 0xDFFF || code < 0)
            {
                problem = "invalid unicode code point";
                return null;
            }

            text.Append(char.ConvertFromUtf32(code));
            i += length - 1;
        }

        return text.ToString();
    }

    /// <summary>The bytes of a bytes literal, without its <c>b</c>; a problem instead if it escapes code points.</summary>
    public static byte[]? Bytes(string literal, out string? problem)
    {
        List<byte> bytes = [];
        problem = null;
        bool isRaw = Strip(literal, out string body);
        for (int i = 0; i < body.Length;)
        {
            if (isRaw || body[i] != '\\')
            {
                int length = char.IsHighSurrogate(body[i]) && i + 1 < body.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(body.Substring(i, length)));
                i += length;
                continue;
            }

            (int code, int consumed, bool isUnicode) = Escape(body, i);
            if (isUnicode)
            {
                problem = "unable to unescape string";
                return null;
            }

            bytes.Add((byte)code);
            i += consumed;
        }

        return [.. bytes];
    }

    private static bool Strip(string literal, out string body)
    {
        bool isRaw = literal[0] is 'r' or 'R';
        string quoted = (isRaw ? literal[1..] : literal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        int marks = quoted.Length >= 6 && quoted[0] == quoted[1] && quoted[1] == quoted[2] ? 3 : 1;
        body = quoted[marks..^marks];
        return isRaw;
    }

    private static (int Code, int Length, bool IsUnicode) Escape(string body, int offset) => body[offset + 1] switch
    {
        'a' => (7, 2, false),
        'b' => (8, 2, false),
        'f' => (12, 2, false),
        'n' => (10, 2, false),
        'r' => (13, 2, false),
        't' => (9, 2, false),
        'v' => (11, 2, false),
        'x' or 'X' => (Hex(body, offset + 2, 2), 4, false),
        'u' => (Hex(body, offset + 2, 4), 6, true),
        'U' => (Hex(body, offset + 2, 8), 10, true),
        >= '0' and <= '3' => (((body[offset + 1] - '0') * 64) + ((body[offset + 2] - '0') * 8) + (body[offset + 3] - '0'), 4, false),
        char other => (other, 2, false),
    };

    private static int Hex(string body, int offset, int count) =>
        int.TryParse(body.AsSpan(offset, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) ? code : -1;
}
