namespace Rampart.Plan.Yaml;

/// <summary>A list.</summary>
public sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> _items;

    internal YamlSequence(List<YamlNode> items, YamlPosition position, int height, long size)
        : base(position)
    {
        _items = items;
        Height = height;
        Size = size;
    }

    /// <summary>The items in their order.</summary>
    public IReadOnlyList<YamlNode> Items => _items;

    internal override int Height { get; }

    internal override long Size { get; }
}
