using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Yaml;

namespace Rampart.Plan.CheckSettings;

/// <summary>A setting, or a part of one, where it was written.</summary>
/// <param name="File">The file as the user names it.</param>
/// <param name="Key">The key with the path, e.g. <c>rampart:waivers[0].owner</c>.</param>
/// <param name="Node">The value.</param>
/// <param name="Location">Where it stands.</param>
internal readonly record struct SettingNode(string File, string Key, YamlNode Node, SourceLocation Location)
{
    /// <summary>The text of a string or of a date; null for everything else, an encrypted text too.</summary>
    public string? Text => Node is YamlScalar scalar && scalar.Resolve() is { Kind: ScalarKind.String or ScalarKind.Timestamp } value ? value.Text : null;

    /// <summary>What the value is, for a message.</summary>
    public string Shown => NodeText.Describe(Node);

    /// <summary>A field of a mapping.</summary>
    public SettingNode Below(YamlEntry entry) => new(File, $"{Key}.{entry.Key.Text}", entry.Value, SourceLocation.Of(File, entry));

    /// <summary>An item of a list.</summary>
    public SettingNode Item(int index, YamlNode item) =>
        new(File, string.Create(CultureInfo.InvariantCulture, $"{Key}[{index}]"), item, SourceLocation.Of(File, item));
}
