using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images;

/// <summary>Splits the text of an image reference by its grammar, in one pass from left to right.</summary>
internal static class ImageReferenceScanner
{
    private const string LegacyDomain = "index.docker.io";
    private const int IdentifierLength = 64;

    /// <summary>The parts of a text that is a reference.</summary>
    /// <param name="Domain">The domain, Docker Hub's when the text names none; empty for a name that only looks like one.</param>
    /// <param name="Path">The name below the domain, as written: without <c>library/</c>.</param>
    /// <param name="Tag">The tag, or null.</param>
    /// <param name="Digest">The digest, or null.</param>
    public readonly record struct Parts(string Domain, string Path, string? Tag, string? Digest);

    public static bool TryScan(string text, out Parts parts, [NotNullWhen(false)] out string? error)
    {
        string? problem = Scan(text, out parts);
        error = problem is null ? null : $"{QuotedText.Of(text)} is not an image reference: {problem}";
        return error is null;
    }

    private static string? Scan(string text, out Parts parts)
    {
        parts = default;
        if (text.Length == 0)
        {
            return "it is empty";
        }

        if (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
        {
            return "it starts with a URL scheme";
        }

        if (text.Length == IdentifierLength && FirstNonHex(text) < 0)
        {
            return "64 hexadecimal digits are the id of an image, not its name";
        }

        string domain = ImageReference.DefaultDomain;
        int next = 0;
        int slash = text.IndexOf('/');
        if (slash >= 0 && LooksLikeDomain(text.AsSpan(0, slash)))
        {
            ReadOnlySpan<char> first = text.AsSpan(0, slash);
            string? problem = CheckDomain(first);
            if (problem is null)
            {
                domain = first is LegacyDomain ? ImageReference.DefaultDomain : text[..slash];
                next = slash + 1;
            }
            else if (ScanPath(text[..slash], 0, out int end) is null && end == slash)
            {
                domain = "";
            }
            else
            {
                return problem;
            }
        }

        return ScanName(text, next, domain, out parts);
    }

    private static string? ScanName(string text, int start, string domain, out Parts parts)
    {
        parts = default;
        string? problem = ScanPath(text, start, out int next);
        if (problem is not null)
        {
            return problem;
        }

        string path = text[start..next];
        if (path.Length > ImageReference.MaxPathLength)
        {
            return Invariant($"the repository name has {path.Length} characters, and {ImageReference.MaxPathLength} are allowed");
        }

        string? tag = null, digest = null;
        if (next < text.Length && text[next] == ':')
        {
            int end = text.IndexOf('@', next);
            end = end < 0 ? text.Length : end;
            problem = CheckTag(text, next + 1, end);
            if (problem is not null)
            {
                return problem;
            }

            tag = text[(next + 1)..end];
            next = end;
        }

        if (next < text.Length)
        {
            problem = CheckDigest(text, next + 1);
            if (problem is not null)
            {
                return problem;
            }

            digest = text[(next + 1)..];
        }

        parts = new Parts(domain, path, tag, digest);
        return null;
    }

    private static bool LooksLikeDomain(ReadOnlySpan<char> segment)
    {
        if (segment is "localhost" || segment.ContainsAny('.', ':'))
        {
            return true;
        }

        foreach (char character in segment)
        {
            if (char.IsUpper(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string? CheckDomain(ReadOnlySpan<char> domain)
    {
        int end;
        if (domain[0] == '[')
        {
            end = domain.IndexOf(']');
            if (end < 0)
            {
                return "the IPv6 address has no closing bracket";
            }

            int bad = 1;
            while (char.IsAsciiHexDigit(domain[bad]) || domain[bad] == ':')
            {
                bad++;
            }

            if (bad < end || end == 1)
            {
                return Unexpected(domain, bad, "in the IPv6 address");
            }

            end++;
        }
        else
        {
            end = 0;
            while (true)
            {
                int start = end;
                while (end < domain.Length && (char.IsAsciiLetterOrDigit(domain[end]) || domain[end] == '-'))
                {
                    end++;
                }

                if (start == end || domain[start] == '-')
                {
                    return Unexpected(domain, start, "in the domain");
                }

                if (domain[end - 1] == '-')
                {
                    return Unexpected(domain, end - 1, "in the domain");
                }

                if (end == domain.Length || domain[end] != '.')
                {
                    break;
                }

                end++;
            }
        }

        if (end == domain.Length)
        {
            return null;
        }

        if (domain[end] != ':')
        {
            return Unexpected(domain, end, "in the domain");
        }

        ReadOnlySpan<char> port = domain[(end + 1)..];
        int letter = port.IndexOfAnyExceptInRange('0', '9');
        return letter >= 0 || port.IsEmpty ? Unexpected(domain, end + 1 + Math.Max(letter, 0), "in the port") : null;
    }

    // Stops at the colon of a tag, the at sign of a digest, or the end.
    private static string? ScanPath(string text, int start, out int next)
    {
        next = start;
        while (true)
        {
            while (next < text.Length && char.IsAsciiLetterLower(text[next]) | char.IsAsciiDigit(text[next]))
            {
                next++;
            }

            // Every run of letters and digits has at least one, at the start as well as after a separator or a slash.
            if (next == start || text[next - 1] is '/' or '.' or '_' or '-')
            {
                return Unexpected(text, next, "in the repository name");
            }

            if (next == text.Length || text[next] is ':' or '@')
            {
                return null;
            }

            if (text[next] == '/')
            {
                next++;
                continue;
            }

            int separator = next;
            while (next < text.Length && text[next] is '.' or '_' or '-')
            {
                next++;
            }

            ReadOnlySpan<char> run = text.AsSpan(separator, next - separator);
            if (run.IsEmpty)
            {
                return Unexpected(text, next, "in the repository name");
            }

            if (run is not ("." or "_" or "__") && run.ContainsAnyExcept('-'))
            {
                return Invariant(
                    $"'{run.ToString()}' at character {separator + 1} is no separator; one dot, one or two underscores or any dashes are");
            }
        }
    }

    private static string? CheckTag(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '_' && (i == start || text[i] is not ('.' or '-')))
            {
                return Unexpected(text, i, "in the tag");
            }
        }

        if (start == end)
        {
            return Invariant($"the tag after ':' at character {start} is empty");
        }

        return end - start > ImageReference.MaxTagLength
            ? Invariant($"the tag has {end - start} characters, and {ImageReference.MaxTagLength} are allowed")
            : null;
    }

    private static string? CheckDigest(string text, int start)
    {
        int colon = text.IndexOf(':', start);
        ReadOnlySpan<char> algorithm = text.AsSpan(start, (colon < 0 ? text.Length : colon) - start);
        int digits = algorithm switch
        {
            "sha256" => 64,
            "sha384" => 96,
            "sha512" => 128,
            _ => 0,
        };
        if (digits == 0)
        {
            return $"{QuotedText.Of(algorithm)} is not a digest algorithm; sha256, sha384 and sha512 are";
        }

        int found = text.Length - colon - 1;
        if (colon < 0 || found != digits)
        {
            return Invariant($"a {algorithm.ToString()} digest has {digits} hexadecimal digits, not {(colon < 0 ? 0 : found)}");
        }

        int bad = FirstNonHex(text.AsSpan(colon + 1));
        return bad < 0 ? null : Unexpected(text, colon + 1 + bad, "in the digest");
    }

    private static int FirstNonHex(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiHexDigitLower(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unexpected(ReadOnlySpan<char> text, int position, string place)
    {
        if (position >= text.Length)
        {
            return $"it ends too early, {place}";
        }

        char character = text[position];
        string hint = char.IsUpper(character) ? "; it must be lower case" : "";
        return Invariant($"unexpected {QuotedText.Of([character])} at character {position + 1} {place}{hint}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
