using System.Globalization;
using Rampart.Cel.Libraries.Strings;

namespace Rampart.Cel.Libraries.Networks;

/// <summary>IP addresses as Go's <c>netip</c> reads them, with its words for what is wrong.</summary>
internal static class AddressParser
{
    public static CelAddress? Parse(string text, out string zone, out string problem)
    {
        zone = problem = "";
        int first = text.AsSpan().IndexOfAny('.', ':', '%');
        (byte[]? bytes, string what, string at) = first < 0 ? (null, "unable to parse IP", "") : text[first] switch
        {
            '.' => ParseVersion4(text),
            ':' => ParseVersion6(text, out zone),
            _ => (null, "missing IPv6 address", ""),
        };
        if (bytes is not null)
        {
            return new CelAddress(bytes);
        }

        problem = $"ParseAddr({CelQuote.QuoteForGo(text)}): {what}{(at.Length == 0 ? "" : $" (at {CelQuote.QuoteForGo(at)})")}";
        return null;
    }

    private static (byte[]? Bytes, string Problem, string At) ParseVersion4(string text)
    {
        byte[] bytes = new byte[4];
        int value = 0, field = 0, digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (digits == 1 && value == 0)
                {
                    return (null, "IPv4 field has octet with leading zero", "");
                }

                value = (value * 10) + text[i] - '0';
                digits++;
                if (value > 255)
                {
                    return (null, "IPv4 field has value >255", "");
                }
            }
            else if (text[i] != '.')
            {
                return (null, "unexpected character", text[i..]);
            }
            else if (i == 0 || i == text.Length - 1 || text[i - 1] == '.')
            {
                return (null, "IPv4 field must have at least one digit", text[i..]);
            }
            else if (field == 3)
            {
                return (null, "IPv4 address too long", "");
            }
            else
            {
                bytes[field++] = (byte)value;
                value = digits = 0;
            }
        }

        bytes[3] = (byte)value;
        return field < 3 ? (null, "IPv4 address too short", "") : (bytes, "", "");
    }

    private static (byte[]? Bytes, string Problem, string At) ParseVersion6(string text, out string zone)
    {
        zone = "";
        string rest = text;
        int percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent >= 0)
        {
            (rest, zone) = (text[..percent], text[(percent + 1)..]);
            if (zone.Length == 0)
            {
                return (null, "zone must be a non-empty string", "");
            }
        }

        byte[] bytes = new byte[16];
        int ellipsis = -1, count = 0;
        if (rest.StartsWith("::", StringComparison.Ordinal))
        {
            ellipsis = 0;
            rest = rest[2..];
            if (rest.Length == 0)
            {
                return (bytes, "", "");
            }
        }

        while (count < 16)
        {
            int digits = 0;
            while (digits < rest.Length && char.IsAsciiHexDigit(rest[digits]))
            {
                if (++digits > 4)
                {
                    return (null, "each group must have 4 or less digits", rest);
                }
            }

            if (digits == 0)
            {
                return (null, "each colon-separated field must have at least one digit", rest);
            }

            if (digits < rest.Length && rest[digits] == '.')
            {
                if (ellipsis < 0 && count != 12)
                {
                    return (null, "embedded IPv4 address must replace the final 2 fields of the address", rest);
                }

                if (count + 4 > 16)
                {
                    return (null, "too many hex fields to fit an embedded IPv4 at the end of the address", rest);
                }

                (byte[]? last, string problem, string at) = ParseVersion4(rest);
                if (last is null)
                {
                    return (null, problem, at);
                }

                last.CopyTo(bytes, count);
                count += 4;
                rest = "";
                break;
            }

            int group = int.Parse(rest.AsSpan(0, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            bytes[count++] = (byte)(group >> 8);
            bytes[count++] = (byte)group;
            rest = rest[digits..];
            if (rest.Length == 0)
            {
                break;
            }

            if (rest[0] != ':')
            {
                return (null, "unexpected character, want colon", rest);
            }

            if (rest.Length == 1)
            {
                return (null, "colon must be followed by more characters", rest);
            }

            rest = rest[1..];
            if (rest[0] == ':')
            {
                if (ellipsis >= 0)
                {
                    return (null, "multiple :: in address", rest);
                }

                ellipsis = count;
                rest = rest[1..];
                if (rest.Length == 0)
                {
                    break;
                }
            }
        }

        return rest.Length > 0 ? (null, "trailing garbage after address", rest) : Expand(bytes, count, ellipsis);
    }

    private static (byte[]? Bytes, string Problem, string At) Expand(byte[] bytes, int count, int ellipsis)
    {
        if (count == 16)
        {
            return ellipsis < 0 ? (bytes, "", "") : (null, "the :: must expand to at least one field of zeros", "");
        }

        if (ellipsis < 0)
        {
            return (null, "address string too short", "");
        }

        int missing = 16 - count;
        Array.Copy(bytes, ellipsis, bytes, ellipsis + missing, count - ellipsis);
        Array.Clear(bytes, ellipsis, missing);
        return (bytes, "", "");
    }
}
