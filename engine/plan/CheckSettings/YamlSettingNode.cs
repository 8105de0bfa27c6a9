using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Rules.Settings;
using Rampart.Yaml;

namespace Rampart.Plan.CheckSettings;

/// <summary>A setting, or a part of one, where a file has it.</summary>
internal sealed class YamlSettingNode : SettingNode
{
    private readonly YamlNode _node;
    private readonly SourceLocation _location;

    // Where all of it stands that was written as one text of JSON; null where each part has its own place.
    private readonly SourceLocation? _whole;

    public YamlSettingNode(string key, YamlNode node, SourceLocation location, SourceLocation? whole = null)
        : base(location.File, key)
    {
        _node = node;
        _location = location;
        _whole = whole;
    }

    /// <summary>A value of a stack; a list or mapping may also be a text of JSON, as <c>pulumi config set</c> writes it.</summary>
    public static YamlSettingNode Of(string key, YamlNode node, SourceLocation location)
    {
        if (node is YamlScalar scalar && scalar.Text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            try
            {
                if (YamlReader.ReadOne(scalar.Text) is { } parsed)
                {
                    return new YamlSettingNode(key, parsed, location, whole: location);
                }
            }
            catch (YamlException)
            {
                // Whoever reads the setting says what it has to be.
            }
        }

        return new YamlSettingNode(key, node, location);
    }

    public override int Line => _location.Line;

    public override int Column => _location.Column;

    public override string Shown => NodeText.Describe(_node);

    public override string? Text =>
        _node is YamlScalar scalar && scalar.Resolve() is { Kind: ScalarKind.String or ScalarKind.Timestamp } value ? value.Text : null;

    public override int? Count =>
        _node is YamlScalar scalar && scalar.Resolve() is { Kind: ScalarKind.Integer } value
        && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    public override IReadOnlyList<SettingEntry>? Entries
    {
        get
        {
            if (_node is not YamlMapping mapping)
            {
                return null;
            }

            List<SettingEntry> entries = new(mapping.Entries.Count);
            foreach (YamlEntry entry in mapping.Entries)
            {
                SourceLocation name = _whole ?? SourceLocation.Of(File, entry.Key);
                YamlSettingNode value = new($"{Key}.{entry.Key.Text}", entry.Value, _whole ?? SourceLocation.Of(File, entry), _whole);
                entries.Add(new SettingEntry(entry.Key.Text, value, name.Line, name.Column));
            }

            return entries;
        }
    }

    public override IReadOnlyList<SettingNode>? Items
    {
        get
        {
            if (_node is not YamlSequence sequence)
            {
                return null;
            }

            List<SettingNode> items = new(sequence.Items.Count);
            foreach (YamlNode item in sequence.Items)
            {
                string key = string.Create(CultureInfo.InvariantCulture, $"{Key}[{items.Count}]");
                items.Add(new YamlSettingNode(key, item, _whole ?? SourceLocation.Of(File, item), _whole));
            }

            return items;
        }
    }
}
