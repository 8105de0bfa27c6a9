using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>How messages name a value of a file.</summary>
internal static class NodeText
{
    // Longer values are cut, so that a message stays a line.
    private const int MaxLength = 60;

    /// <summary>The value in quotes, or what kind of value it is.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlSequence => "a list",
        YamlMapping => "a mapping",
        YamlScalar scalar when scalar.Resolve().Kind == ScalarKind.Null => "an empty value",
        _ => Quote(((YamlScalar)node).Text),
    };

    /// <summary>The text in quotes, on one line and not too long.</summary>
    public static string Quote(string text)
    {
        bool cut = text.Length > MaxLength;
        ReadOnlySpan<char> shown = cut ? text.AsSpan(0, char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength) : text;
        string line = shown.IndexOfAnyInRange('\0', '\u001F') < 0 ? shown.ToString() : OneLine(shown);
        return cut ? $"'{line}…'" : $"'{line}'";
    }

    private static string OneLine(ReadOnlySpan<char> text)
    {
        char[] line = text.ToArray();
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = line[i] < ' ' ? ' ' : line[i];
        }

        return new string(line);
    }
}
