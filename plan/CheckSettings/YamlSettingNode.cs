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
    // Where all of it stands that was written as one text of JSON; null where each part has its own place.
    private SourceLocation? Whole { get; init; }

    /// <summary>A value of a stack; a list or mapping may also be a text of JSON, as <c>pulumi config set</c> writes it.</summary>
    public static SettingNode Of(string file, string key, YamlNode node, SourceLocation location)
    {
        if (node is YamlScalar scalar && scalar.Text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            try
            {
                if (YamlReader.ReadOne(scalar.Text) is { } parsed)
                {
                    return new SettingNode(file, key, parsed, location) { Whole = location };
                }
            }
            catch (YamlException)
            {
                // Whoever reads the setting says what it has to be.
            }
        }

        return new SettingNode(file, key, node, location);
    }

    /// <summary>The text of a string or of a date; null for everything else, an encrypted text too.</summary>
    public string? Text => Node is YamlScalar scalar && scalar.Resolve() is { Kind: ScalarKind.String or ScalarKind.Timestamp } value ? value.Text : null;

    /// <summary>What the value is, for a message.</summary>
    public string Shown => NodeText.Describe(Node);

    /// <summary>A field of a mapping.</summary>
    public SettingNode Below(YamlEntry entry) => this with
    {
        Key = $"{Key}.{entry.Key.Text}",
        Node = entry.Value,
        Location = Whole ?? SourceLocation.Of(File, entry),
    };

    /// <summary>An item of a list.</summary>
    public SettingNode Item(int index, YamlNode item) => this with
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"{Key}[{index}]"),
        Node = item,
        Location = Place(item),
    };

    /// <summary>Where a part of the value stands.</summary>
    public SourceLocation Place(YamlNode part) => Whole ?? SourceLocation.Of(File, part);
}
