using System.Buffers;

namespace Rampart.Rules.Identity;

/// <summary>Tells by a value whether it is a secret, or certainly none.</summary>
internal static class SecretValue
{
    private static readonly string[] Words =
    [
        "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "enabled", "disabled", "required", "optional", "auto", "default",
        "[secret]", "[unknown]",
    ];

    // Where a secret is, in the languages of those who fetch it.
    private static readonly string[] References =
        ["/", "./", "../", "~", "$(", "${", "{{", "<", "%", "file:", "vault:", "arn:", "ref+", "op://", "projects/", "http://", "https://", "k8s://", "secretref:", "env:"];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+-.0123456789");

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create("/?# \t\r\n\"'`,;<>");

    private static readonly (string Prefix, int Length, string Noun)[] Tokens =
    [
        ("ghp_", 36, "a GitHub token"), ("gho_", 36, "a GitHub token"), ("ghs_", 36, "a GitHub token"), ("github_pat_", 22, "a GitHub token"),
        ("glpat-", 20, "a GitLab token"), ("xoxb-", 20, "a Slack token"), ("xoxp-", 20, "a Slack token"), ("sk_live_", 16, "a Stripe key"),
    ];

    /// <summary>Whether a value is no secret whatever its name: nothing, a word like <c>true</c>, a number or time, a path, or a reference to a secret.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        foreach (string word in Words)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (string prefix in References)
        {
            if (value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        int digits = value.IndexOfAnyExcept(NumberCharacters);
        return digits < 0 || (digits > 0 && value.Length - digits <= 2);
    }

    /// <summary>What a text certainly contains that is a secret, e.g. <c>a private key</c>; null for nothing.</summary>
    public static string? Find(ReadOnlySpan<char> text) =>
        HasPrivateKey(text) ? "a private key"
        : HasPasswordInUrl(text) ? "a URL with a password"
        : HasWebToken(text) ? "a JSON web token"
        : FindToken(text);

    private static bool HasPrivateKey(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf("-----BEGIN "); at >= 0;)
        {
            text = text[(at + 11)..];
            int end = text.IndexOf("-----");

            // A rule or a manual that names the header holds no key.
            if (end >= 0 && text[..end].EndsWith("PRIVATE KEY") && StartsWithKey(text[(end + 5)..]))
            {
                return true;
            }

            at = text.IndexOf("-----BEGIN ");
        }

        return false;
    }

    private static bool StartsWithKey(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length && count < 24; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 'r')
            {
                i++;
            }
            else if (!char.IsWhiteSpace(text[i]))
            {
                if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not '+' and not '/' and not '=')
                {
                    return false;
                }

                count++;
            }
        }

        return count == 24;
    }

    private static bool HasPasswordInUrl(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf("://"); at >= 0; at = text.IndexOf("://"))
        {
            text = text[(at + 3)..];
            int end = text.IndexOfAny(AuthorityEnds);
            ReadOnlySpan<char> authority = end < 0 ? text : text[..end];
            int host = authority.LastIndexOf('@'), colon = authority.IndexOf(':');
            if (colon >= 0 && colon + 1 < host && authority[colon + 1] is not '$' and not '{' and not '%' and not '*' and not '[')
            {
                return true;
            }
        }

        return false;
    }

    // Header and payload are JSON objects, which all start alike in base64.
    private static bool HasWebToken(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf("eyJ"); at >= 0; at = text.IndexOf("eyJ"))
        {
            text = text[at..];
            int header = LengthOfBase64(text);
            if (header >= 10 && text.Length > header && text[header] == '.')
            {
                ReadOnlySpan<char> rest = text[(header + 1)..];
                int payload = LengthOfBase64(rest);
                if (rest.StartsWith("eyJ") && payload >= 10 && rest.Length > payload && rest[payload] == '.' && LengthOfBase64(rest[(payload + 1)..]) >= 16)
                {
                    return true;
                }
            }

            text = text[header..];
        }

        return false;
    }

    private static string? FindToken(ReadOnlySpan<char> text)
    {
        foreach ((string prefix, int length, string noun) in Tokens)
        {
            int at = text.IndexOf(prefix);
            if (at >= 0 && LengthOfBase64(text[(at + prefix.Length)..]) >= length && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                return noun;
            }
        }

        return null;
    }

    private static int LengthOfBase64(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_'))
        {
            length++;
        }

        return length;
    }
}
