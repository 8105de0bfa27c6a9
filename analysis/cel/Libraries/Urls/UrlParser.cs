using Rampart.Cel.Libraries.Strings;

namespace Rampart.Cel.Libraries.Urls;

/// <summary>URLs as Go reads them, with its words for what is wrong.</summary>
internal static class UrlParser
{
    /// <summary>Parses an absolute URL or an absolute path; a problem instead if it is neither.</summary>
    public static CelUrl? Parse(string text, out string problem)
    {
        string bytes = UrlEscapes.ToBytes(text);

        // A request has no fragment, so that its number sign belongs to the path or the query. Both readings must do.
        if (ParseParts(bytes, "", true, out problem) is null)
        {
            problem = $"parse {CelQuote.QuoteForGo(text)}: {problem}";
            return null;
        }

        int mark = bytes.IndexOf('#', StringComparison.Ordinal);
        string url = mark < 0 ? bytes : bytes[..mark];
        CelUrl? parsed = ParseParts(url, mark < 0 ? "" : bytes[(mark + 1)..], false, out problem);
        problem = parsed is null ? $"parse {CelQuote.QuoteForGo(UrlEscapes.FromBytes(url))}: {problem}" : "";
        return parsed;
    }

    private static CelUrl? ParseParts(string text, string fragment, bool isRequest, out string problem)
    {
        problem = text.Any(static code => code is < ' ' or '\x7F') ? "net/url: invalid control character in URL"
            : text.Length == 0 && isRequest ? "empty url"
            : "";
        if (problem.Length > 0)
        {
            return null;
        }

        if (text == "*")
        {
            return Create("", "", "*", "", "*");
        }

        if (!TrySplitScheme(text, out string scheme, out string rest))
        {
            problem = "missing protocol scheme";
            return null;
        }

        int mark = rest.IndexOf('?', StringComparison.Ordinal);
        string query = mark < 0 ? "" : rest[(mark + 1)..];
        rest = mark < 0 ? rest : rest[..mark];
        string queryText = mark < 0 ? "" : "?" + query;
        string? unescaped = UrlEscapes.Unescape(fragment, UrlPart.Fragment, out problem);
        if (unescaped is null)
        {
            return null;
        }

        string fragmentText = fragment.Length == 0 ? "" : "#" + (UrlEscapes.IsEscaped(fragment, UrlPart.Fragment) ? fragment : UrlEscapes.Escape(unescaped, UrlPart.Fragment));
        if (!rest.StartsWith('/'))
        {
            if (scheme.Length > 0)
            {
                return Create(scheme, "", "", query, scheme + ":" + rest + queryText + fragmentText);
            }

            if (isRequest)
            {
                problem = "invalid URI for request";
                return null;
            }
        }

        string host = "", user = "";
        bool hasAuthority = scheme.Length > 0 && rest.StartsWith("//", StringComparison.Ordinal);
        if (hasAuthority)
        {
            string authority = rest[2..];
            int slash = authority.IndexOf('/', StringComparison.Ordinal);
            rest = slash < 0 ? "" : authority[slash..];
            authority = slash < 0 ? authority : authority[..slash];
            if (!TryParseAuthority(authority, out user, out host, out problem))
            {
                return null;
            }
        }

        if (UrlEscapes.Unescape(rest, UrlPart.Path, out problem) is not { } path)
        {
            return null;
        }

        string escaped = UrlEscapes.IsEscaped(rest, UrlPart.Path) ? rest : UrlEscapes.Escape(path, UrlPart.Path);
        string before = scheme.Length == 0 ? "" : scheme + ":";
        string shownHost = hasAuthority && (host.Length > 0 || user.Length > 0 || escaped.Length > 0) ? "//" + user + UrlEscapes.Escape(host, UrlPart.Host) : "";
        return Create(scheme, host, escaped, query, before + shownHost + escaped + queryText + fragmentText);
    }

    private static CelUrl Create(string scheme, string host, string path, string query, string text) => new()
    {
        Scheme = scheme,
        Host = UrlEscapes.FromBytes(host),
        EscapedPath = UrlEscapes.FromBytes(path),
        RawQuery = query,
        Text = UrlEscapes.FromBytes(text),
    };

    private static bool TrySplitScheme(string text, out string scheme, out string rest)
    {
        (scheme, rest) = ("", text);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ':')
            {
                if (i == 0)
                {
                    return false;
                }

                (scheme, rest) = (text[..i].ToLowerInvariant(), text[(i + 1)..]);
                return true;
            }

            if (!char.IsAsciiLetter(text[i]) && (i == 0 || !(char.IsAsciiDigit(text[i]) || text[i] is '+' or '-' or '.')))
            {
                return true;
            }
        }

        return true;
    }

    private static bool TryParseAuthority(string authority, out string user, out string host, out string problem)
    {
        int at = authority.LastIndexOf('@');
        user = "";
        if (!TryParseHost(authority[(at + 1)..], out host, out problem))
        {
            return false;
        }

        if (at < 0)
        {
            return true;
        }

        string info = authority[..at];
        if (!info.All(static code => char.IsAsciiLetterOrDigit(code) || "-._:~!$&'()*+,;=%@".Contains(code, StringComparison.Ordinal)))
        {
            problem = "net/url: invalid userinfo";
            return false;
        }

        List<string> parts = [];
        foreach (string part in info.Split(':', 2))
        {
            if (UrlEscapes.Unescape(part, UrlPart.User, out problem) is not { } plain)
            {
                return false;
            }

            parts.Add(UrlEscapes.Escape(plain, UrlPart.User));
        }

        user = string.Join(':', parts) + "@";
        return true;
    }

    private static bool TryParseHost(string text, out string host, out string problem)
    {
        host = problem = "";
        if (text.StartsWith('['))
        {
            int close = text.LastIndexOf(']');
            if (close < 0)
            {
                problem = "missing ']' in host";
                return false;
            }

            if (!IsPort(text[(close + 1)..]))
            {
                problem = $"invalid port {CelQuote.QuoteForGo(text[(close + 1)..])} after host";
                return false;
            }

            int zone = text[..close].IndexOf("%25", StringComparison.Ordinal);
            if (zone >= 0)
            {
                string? first = UrlEscapes.Unescape(text[..zone], UrlPart.Host, out problem);
                string? second = first is null ? null : UrlEscapes.Unescape(text[zone..close], UrlPart.Zone, out problem);
                string? third = second is null ? null : UrlEscapes.Unescape(text[close..], UrlPart.Host, out problem);
                host = first + second + third;
                return third is not null;
            }
        }
        else if (text.IndexOf(':', StringComparison.Ordinal) is >= 0 and int colon && !IsPort(text[colon..]))
        {
            problem = $"invalid port {CelQuote.QuoteForGo(text[colon..])} after host";
            return false;
        }

        string? plain = UrlEscapes.Unescape(text, UrlPart.Host, out problem);
        host = plain ?? "";
        return plain is not null;
    }

    private static bool IsPort(string text) =>
        text.Length == 0 || (text[0] == ':' && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9'));
}
