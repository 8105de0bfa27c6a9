namespace Rampart.Rules.Objects.Values;

/// <summary>The keys of labels and annotations, and the values of labels.</summary>
public static class LabelText
{
    /// <summary>The longest value, and the longest key without its prefix, in characters.</summary>
    public const int MaxLength = 63;

    /// <summary>What a key may be, for a message.</summary>
    public const string KeyForm =
        "at most 63 letters, digits, '-', '_' and '.' with a letter or digit at both ends, after a prefix such as 'example.com/' if there is one";

    /// <summary>What a value may be, for a message.</summary>
    public const string ValueForm = "at most 63 letters, digits, '-', '_' and '.' with a letter or digit at both ends";

    /// <summary>Whether a text may be the key of a label, a taint or a node's label.</summary>
    public static bool IsKey(ReadOnlySpan<char> text)
    {
        int slash = text.IndexOf('/');
        return (slash < 0 || DnsName.IsName(text[..slash])) && IsName(text[(slash + 1)..]);
    }

    /// <summary>Whether a text may be the key of an annotation: as that of a label, but its prefix may have capital letters.</summary>
    public static bool IsAnnotationKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsKey(text) || IsKey(text.ToLowerInvariant());
    }

    /// <summary>Whether a text may be the value of a label; an empty one may.</summary>
    public static bool IsValue(ReadOnlySpan<char> text) => text.IsEmpty || IsName(text);

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength || !char.IsAsciiLetterOrDigit(text[0]) || !char.IsAsciiLetterOrDigit(text[^1]))
        {
            return false;
        }

        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
