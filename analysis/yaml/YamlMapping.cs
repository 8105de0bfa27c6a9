namespace Rampart.Yaml;

/// <summary>Values under keys; no key is there twice.</summary>
public sealed class YamlMapping : YamlNode
{
    private readonly List<YamlEntry> _entries;

    internal YamlMapping(List<YamlEntry> entries, YamlPosition position)
        : base(position)
    {
        _entries = entries;
    }

    /// <summary>The entries in the order of the text; those that merge keys (<c>&lt;&lt;</c>) bring follow.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <summary>The entry of a key, however the key is quoted; null when there is none.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (YamlEntry entry in _entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }
}

/// <summary>A key and its value.</summary>
/// <param name="key">The key.</param>
/// <param name="value">The value; an empty plain scalar when the text has none.</param>
public sealed class YamlEntry(YamlScalar key, YamlNode value)
{
    /// <summary>The key.</summary>
    public YamlScalar Key { get; } = key;

    /// <summary>The value; an empty plain scalar when the text has none.</summary>
    public YamlNode Value { get; } = value;
}
