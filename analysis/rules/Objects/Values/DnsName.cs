namespace Rampart.Rules.Objects.Values;

/// <summary>Names as the Domain Name System has them, of which Kubernetes makes most of its own.</summary>
public static class DnsName
{
    /// <summary>The longest label, in characters.</summary>
    public const int MaxLabelLength = 63;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 253;

    /// <summary>Whether a text is a label (RFC 1123): 1 to 63 small letters, digits and inner hyphens.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLabelLength || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        foreach (char character in text)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text is a name (RFC 1123 subdomain): 1 to 253 small letters, digits, and inner hyphens and dots.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        // Unlike those of a host, the parts of an object's name may be longer than a label.
        foreach (Range part in text.Split('.'))
        {
            ReadOnlySpan<char> label = text[part];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (char character in label)
            {
                if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
                {
                    return false;
                }
            }
        }

        return true;
    }
}
