using System.Text;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Urls;

/// <summary>A URL.</summary>
internal sealed class CelUrl : CelObject
{
    public static readonly CelType UrlType = CelType.Object("kubernetes.URL");

    public required string Scheme { get; init; }

    public required string Host { get; init; }

    public required string EscapedPath { get; init; }

    public required string RawQuery { get; init; }

    /// <summary>The whole, as Go writes it.</summary>
    public required string Text { get; init; }

    public override CelType Type => UrlType;

    public (string Name, string Port) SplitHost()
    {
        string name = Host, port = "";
        int colon = name.LastIndexOf(':');
        if (colon >= 0 && !name.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9'))
        {
            (name, port) = (name[..colon], name[(colon + 1)..]);
        }

        return (name.StartsWith('[') && name.EndsWith(']') ? name[1..^1] : name, port);
    }

    /// <summary>The parameters; those with a semicolon or a wrong escape are left out.</summary>
    public SortedDictionary<string, List<string>> Query()
    {
        SortedDictionary<string, List<string>> query = new(StringComparer.Ordinal);
        foreach (string parameter in RawQuery.Split('&'))
        {
            if (parameter.Length == 0 || parameter.Contains(';', StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = parameter.Split('=', 2);
            if (UrlEscapes.Unescape(parts[0], UrlPart.Query, out _) is { } key && UrlEscapes.Unescape(parts.Length > 1 ? parts[1] : "", UrlPart.Query, out _) is { } value)
            {
                (key, value) = (UrlEscapes.FromBytes(key), UrlEscapes.FromBytes(value));
                if (!query.TryGetValue(key, out List<string>? values))
                {
                    query[key] = values = [];
                }

                values.Add(value);
            }
        }

        return query;
    }

    public override bool Equals(CelObject? other) => other is CelUrl url && Text == url.Text;

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    public override string ToString() => Text;
}

/// <summary>A part of a URL that has its own rules for escapes.</summary>
internal enum UrlPart : byte
{
    Path,
    Host,
    Zone,
    User,
    Query,
    Fragment,
}

/// <summary>Escapes by per cent. Texts are bytes here: each character is one byte of UTF-8.</summary>
internal static class UrlEscapes
{
    public static string ToBytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static string FromBytes(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));

    /// <summary>The text without escapes; a problem instead if one is wrong.</summary>
    public static string? Unescape(string text, UrlPart part, out string problem)
    {
        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                if (part is UrlPart.Host or UrlPart.Zone && text[i] < 0x80 && MustEscape(text[i], part))
                {
                    problem = $"invalid character {Strings.CelQuote.QuoteForGo(text[i].ToString())} in host name";
                    return null;
                }

                result.Append(text[i] == '+' && part == UrlPart.Query ? ' ' : text[i]);
                continue;
            }

            string escape = text.Substring(i, Math.Min(3, text.Length - i));
            if (escape.Length < 3 || !char.IsAsciiHexDigit(escape[1]) || !char.IsAsciiHexDigit(escape[2]))
            {
                problem = $"invalid URL escape {Strings.CelQuote.QuoteForGo(FromBytes(escape))}";
                return null;
            }

            char code = (char)Convert.ToByte(escape[1..], 16);
            if ((part == UrlPart.Host && code < 0x80 && escape != "%25") || (part == UrlPart.Zone && escape != "%25" && code != ' ' && MustEscape(code, UrlPart.Host)))
            {
                problem = $"invalid URL escape {Strings.CelQuote.QuoteForGo(escape)}";
                return null;
            }

            result.Append(code);
            i += 2;
        }

        problem = "";
        return result.ToString();
    }

    public static string Escape(string text, UrlPart part)
    {
        StringBuilder result = new();
        foreach (char code in text)
        {
            if (MustEscape(code, part))
            {
                result.Append('%').Append(((int)code).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(code);
            }
        }

        return result.ToString();
    }

    /// <summary>Whether a text may stay as it was written.</summary>
    public static bool IsEscaped(string text, UrlPart part) =>
        text.All(code => "!$&'()*+,;=:@[]%".Contains(code, StringComparison.Ordinal) || !MustEscape(code, part));

    private static bool MustEscape(char code, UrlPart part)
    {
        if (char.IsAsciiLetterOrDigit(code) || (part is UrlPart.Host or UrlPart.Zone && "!$&'()*+,;=:[]<>\"".Contains(code, StringComparison.Ordinal)))
        {
            return false;
        }

        return code switch
        {
            '-' or '_' or '.' or '~' => false,
            '$' or '&' or '+' or ',' or '/' or ':' or ';' or '=' or '?' or '@' => part switch
            {
                UrlPart.Path => code == '?',
                UrlPart.User => code is '@' or '/' or '?' or ':',
                UrlPart.Fragment => false,
                _ => true,
            },
            '!' or '(' or ')' or '*' => part != UrlPart.Fragment,
            _ => true,
        };
    }
}
