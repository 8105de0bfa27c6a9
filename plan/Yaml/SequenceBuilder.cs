namespace Rampart.Plan.Yaml;

/// <summary>Gathers the items of a list.</summary>
internal sealed class SequenceBuilder(YamlPosition position)
{
    private readonly List<YamlNode> _items = [];
    private int _height;
    private long _size = 1;

    public void Add(YamlNode item)
    {
        _items.Add(item);
        _height = Math.Max(_height, item.Height);
        _size += item.Size;
    }

    public YamlSequence Build() => new(_items, position, _height + 1, _size);
}
