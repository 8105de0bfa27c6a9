namespace Rampart.Yaml;

/// <summary>One node of a YAML document. Immutable; an alias is the very node that its anchor names.</summary>
public abstract class YamlNode
{
    private protected YamlNode(YamlPosition position)
    {
        Line = position.Line;
        Column = position.Column;
    }

    /// <summary>The line where the node starts, from 1.</summary>
    public int Line { get; }

    /// <summary>The column where the node starts, in UTF-16 units, from 1.</summary>
    public int Column { get; }
}
