using Rampart.Rules.Objects.Values;

namespace Rampart.Infra.Settings;

/// <summary>The forms that texts of the settings have, each with the words that a message has for it.</summary>
internal static class SettingForms
{
    public const string NamespaceName = "a namespace name such as 'spicedb': at most 63 small letters, digits and inner hyphens";
    public const string ObjectName = "an object name such as 'registry-credentials': at most 253 small letters, digits, and inner hyphens and dots";
    public const string PolicyVersion = "a version such as 'v1.35', or 'latest'";
    public const string SeLinuxLevel = "an SELinux level such as 's0:c123,c456'";

    public static bool IsNamespaceName(string text) => DnsName.IsLabel(text);

    public static bool IsObjectName(string text) => DnsName.IsName(text);

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
}
