namespace Rampart.Yaml;

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> _items;

    internal YamlSequence(List<YamlNode> items, YamlPosition position)
        : base(position)
    {
        _items = items;
    }

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<YamlNode> Items => _items;
}
