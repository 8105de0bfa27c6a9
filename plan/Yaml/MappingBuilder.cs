namespace Rampart.Plan.Yaml;

/// <summary>Gathers the entries of a mapping: no key twice, merge keys resolved.</summary>
internal sealed class MappingBuilder(YamlPosition position)
{
    // Up to here a scan over the entries is cheaper than a table.
    private const int LinearSearchLimit = 8;

    private readonly List<YamlEntry> _entries = [];
    private Dictionary<string, YamlEntry>? _byKey;
    private YamlEntry? _merge;

    /// <summary>Adds an entry.</summary>
    /// <exception cref="YamlException">The key is a list or a mapping, or is there already.</exception>
    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar scalar)
        {
            throw new YamlException("a list or mapping is used as a key", "use a text as the key", key.Line, key.Column);
        }

        if (FindEntry(scalar.Text) is { } earlier)
        {
            throw new YamlException(
                $"the key '{scalar.Text}' is already there, on line {earlier.Key.Line}", "keep one of them", key.Line, key.Column);
        }

        YamlEntry entry = new(scalar, value);
        AddEntry(entry);
        if (IsMerge(scalar))
        {
            _merge = entry;
        }
    }

    /// <summary>The mapping.</summary>
    /// <exception cref="YamlException">A merge key has something else than mappings.</exception>
    public YamlMapping Build()
    {
        if (_merge is not null)
        {
            _entries.Remove(_merge);
            Merge(_merge.Value);
        }

        int height = 0;
        long size = 1;
        foreach (YamlEntry entry in _entries)
        {
            height = Math.Max(height, entry.Value.Height);
            size += 1 + entry.Value.Size;
        }

        return new YamlMapping(_entries, position, height + 1, size);
    }

    private static bool IsMerge(YamlScalar key) =>
        key.Text == "<<" && (key.Tag is null ? key.Style == ScalarStyle.Plain : key.Tag == "!!merge");

    // The mapping's own keys win over merged ones, and earlier mappings over later ones.
    private void Merge(YamlNode source)
    {
        switch (source)
        {
            case YamlMapping mapping:
                AddMissing(mapping);
                break;
            case YamlSequence sequence:
                foreach (YamlNode item in sequence.Items)
                {
                    AddMissing(item as YamlMapping ?? throw NotAMapping(item));
                }

                break;
            default:
                throw NotAMapping(source);
        }
    }

    private void AddMissing(YamlMapping source)
    {
        foreach (YamlEntry entry in source.Entries)
        {
            if (FindEntry(entry.Key.Text) is null)
            {
                AddEntry(entry);
            }
        }
    }

    private static YamlException NotAMapping(YamlNode node) =>
        new("the merge key << has something else than mappings", "give it an alias of a mapping, or a list of them", node.Line, node.Column);

    private YamlEntry? FindEntry(string key)
    {
        if (_byKey is not null)
        {
            return _byKey.GetValueOrDefault(key);
        }

        foreach (YamlEntry entry in _entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    private void AddEntry(YamlEntry entry)
    {
        _entries.Add(entry);
        if (_byKey is not null)
        {
            _byKey.Add(entry.Key.Text, entry);
        }
        else if (_entries.Count > LinearSearchLimit)
        {
            _byKey = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
            foreach (YamlEntry known in _entries)
            {
                _byKey.Add(known.Key.Text, known);
            }
        }
    }
}
