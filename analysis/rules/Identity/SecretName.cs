namespace Rampart.Rules.Identity;

/// <summary>Tells by the name of a variable, flag or key whether its value is a secret.</summary>
/// <remarks>
/// What a name ends with says what the value is: <c>DB_PASSWORD</c> is a password, <c>PASSWORD_FILE</c> a file and
/// <c>TOKEN_TTL</c> a time.
/// </remarks>
internal static class SecretName
{
    private const int MaxWords = 32;

    // They follow what the value is without changing it.
    private static readonly string[] Neutral =
    [
        "VALUE", "TEXT", "TXT", "STRING", "PLAIN", "BASE64", "B64", "PEM", "JSON", "YAML", "YML", "BASE", "OLD", "NEW", "CURRENT", "PREVIOUS", "PRIMARY", "SECONDARY", "DEFAULT",
        "CONTENT", "CONTENTS",
    ];

    private static readonly string[] Endings =
    [
        "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "CREDENTIAL", "CREDENTIALS", "TOKEN", "APIKEY", "SECRETKEY", "PRIVATEKEY", "ACCESSKEY",
    ];

    // A key is also what a cache, a table or a map has.
    private static readonly string[] BeforeKey =
        ["API", "ACCESS", "PRIVATE", "SECRET", "ENCRYPTION", "SIGNING", "PRESHARED", "SHARED", "MASTER", "AUTH", "JWT", "HMAC", "SSH", "AES", "RSA", "ACCOUNT"];

    // Their programs call every credential a key: AZURE_BATCH_KEY, OCI_CLI_KEY_CONTENT.
    private static readonly string[] Clouds = ["AZURE", "OCI"];

    // What follows them is the name of a Secret, not a secret.
    private static readonly string[] BeforeNameOfSecret = ["PULL", "TLS", "SSL", "EXISTING"];

    /// <summary>Whether a name is that of a secret.</summary>
    public static bool Matches(ReadOnlySpan<char> name)
    {
        Span<Range> words = stackalloc Range[MaxWords];
        int count = Split(name, words);
        while (count > 1 && (Is(name[words[count - 1]], Neutral) || IsNumber(name[words[count - 1]])))
        {
            count--;
        }

        if (count == 0)
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (name[words[i]].Equals("PUBLIC", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        ReadOnlySpan<char> last = name[words[count - 1]];
        if (count == 1)
        {
            return EndsWith(last, Endings);
        }

        ReadOnlySpan<char> before = name[words[count - 2]];
        return last.Equals("KEY", StringComparison.OrdinalIgnoreCase) ? Is(before, BeforeKey) || Is(name[words[0]], Clouds)
            : last.Equals("PASS", StringComparison.OrdinalIgnoreCase) || last.Equals("PWD", StringComparison.OrdinalIgnoreCase)
            || (EndsWith(last, Endings) && !(last.Equals("SECRET", StringComparison.OrdinalIgnoreCase) && Is(before, BeforeNameOfSecret)));
    }

    // At what is no letter or digit, and in camelCase; of a name with too many words only the first ones count.
    private static int Split(ReadOnlySpan<char> name, Span<Range> words)
    {
        int count = 0, start = 0;
        for (int i = 0; i <= name.Length && count < words.Length; i++)
        {
            bool ends = i == name.Length || !char.IsAsciiLetterOrDigit(name[i]);
            if (!ends && !(i > start && IsBoundary(name, i)))
            {
                continue;
            }

            if (i > start)
            {
                words[count++] = start..i;
            }

            start = ends ? i + 1 : i;
        }

        return count;
    }

    private static bool IsBoundary(ReadOnlySpan<char> name, int i) =>
        char.IsAsciiLetterUpper(name[i])
        && (char.IsAsciiLetterLower(name[i - 1])
            || (char.IsAsciiLetterUpper(name[i - 1]) && i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (char character in word)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
