using System.Globalization;

namespace Rampart.Components.Configuration;

/// <summary>The key of a part of a setting, as messages and files write it: <c>spicedb:resources.limits["nvidia.com/gpu"]</c>.</summary>
internal static class SettingKey
{
    public static string Member(string parent, string name)
    {
        bool isPlain = name.Length > 0;
        foreach (char letter in name)
        {
            isPlain &= char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
        }

        return isPlain ? $"{parent}.{name}" : $"{parent}[\"{name}\"]";
    }

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");
}
