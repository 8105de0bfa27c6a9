using Rampart.Plan.Yaml;
using Rampart.Protocol.Values;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Turns trees into the values that the API server would get.</summary>
internal sealed class NodeValueReader(TextPool pool)
{
    private Dictionary<YamlNode, PropertyValue>? _shared;

    /// <summary>The value of a document.</summary>
    /// <param name="root">Its root, or a part of it.</param>
    /// <param name="hasAliases">Whether nodes may be there more than once; each is then turned into a value once.</param>
    public PropertyValue Read(YamlNode root, bool hasAliases)
    {
        _shared = hasAliases ? [] : null;
        return Read(root);
    }

    private PropertyValue Read(YamlNode node)
    {
        if (node is YamlScalar scalar)
        {
            return Read(scalar);
        }

        if (_shared is not null && _shared.TryGetValue(node, out PropertyValue known))
        {
            return known;
        }

        PropertyValue value = node is YamlMapping mapping ? Read(mapping) : Read((YamlSequence)node);
        _shared?.Add(node, value);
        return value;
    }

    private PropertyValue Read(YamlScalar scalar)
    {
        if (scalar is { Tag: null, Style: not ScalarStyle.Plain })
        {
            return PropertyValue.From(pool.Get(scalar.Text));
        }

        ScalarValue value = scalar.Resolve();
        return value.Kind switch
        {
            ScalarKind.Null => PropertyValue.Null,
            ScalarKind.Boolean => PropertyValue.From(value.IsTrue),
            ScalarKind.Integer => PropertyValue.From(value.Number),
            ScalarKind.Float when double.IsFinite(value.Number) => PropertyValue.From(value.Number),
            _ => PropertyValue.From(value.Text),
        };
    }

    private PropertyValue Read(YamlSequence sequence)
    {
        PropertyValue[] items = new PropertyValue[sequence.Items.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Read(sequence.Items[i]);
        }

        return PropertyValue.From(PropertyList.Adopt(items));
    }

    private PropertyValue Read(YamlMapping mapping)
    {
        Property[] properties = new Property[mapping.Entries.Count];
        for (int i = 0; i < properties.Length; i++)
        {
            YamlEntry entry = mapping.Entries[i];
            properties[i] = new Property(NameOf(entry.Key), Read(entry.Value));
        }

        return PropertyValue.From(PropertyObject.Adopt(properties));
    }

    // JSON has texts as keys only: kubectl makes "true" of the key y, and "8080" of 8080.
    private string NameOf(YamlScalar key) => key.Style == ScalarStyle.Plain || key.Tag is not null ? key.Resolve().Text : pool.Get(key.Text);
}
