using System.Net;

namespace Rampart.Infra.Settings;

/// <summary>The forms that texts of the settings have, each with the words that a message has for it.</summary>
internal static class SettingForms
{
    public const string NamespaceName = "a namespace name such as 'spicedb': at most 63 small letters, digits and inner hyphens";
    public const string ObjectName = "an object name such as 'registry-credentials': at most 253 small letters, digits, and inner hyphens and dots";
    public const string AddressBlock = "an address block such as '10.0.0.0/16' or 'fd00::/64'";
    public const string PolicyVersion = "a version such as 'v1.35', or 'latest'";
    public const string SeLinuxLevel = "an SELinux level such as 's0:c123,c456'";

    private const int MaxLabelLength = 63;
    private const int MaxNameLength = 253;

    public static bool IsNamespaceName(string text) => text.Length <= MaxLabelLength && IsDnsLabel(text);

    public static bool IsObjectName(string text)
    {
        foreach (string label in text.Split('.'))
        {
            if (!IsDnsLabel(label))
            {
                return false;
            }
        }

        return text.Length <= MaxNameLength;
    }

    // An address with bits beyond the prefix is most likely a mistake, and Kubernetes warns about it.
    public static bool IsAddressBlock(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && IPNetwork.TryParse(text, out IPNetwork block)
            && IPAddress.TryParse(text.AsSpan(0, slash), out IPAddress? address)
            && address.Equals(block.BaseAddress);
    }

    public static bool IsPolicyVersion(string text)
    {
        const string Prefix = "v1.";
        if (text == "latest")
        {
            return true;
        }

        ReadOnlySpan<char> minor = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.AsSpan(Prefix.Length) : [];
        return minor.Length is 1 or 2 && !minor.ContainsAnyExceptInRange('0', '9') && (minor.Length == 1 || minor[0] != '0');
    }

    public static bool IsSeLinuxLevel(string text)
    {
        bool hasForm = text.Length > 1 && text[0] == 's' && char.IsAsciiDigit(text[1]);
        foreach (char character in text)
        {
            hasForm &= char.IsAsciiDigit(character) || character is 's' or 'c' or ':' or ',' or '.' or '-';
        }

        return hasForm;
    }

    private static bool IsDnsLabel(string text)
    {
        bool hasForm = text.Length > 0 && text[0] != '-' && text[^1] != '-';
        foreach (char character in text)
        {
            hasForm &= char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-';
        }

        return hasForm;
    }
}
