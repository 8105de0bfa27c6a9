namespace Rampart.Plan.Yaml;

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

    /// <summary>The levels below this node: 0 for a scalar, 1 for a list of scalars.</summary>
    internal abstract int Height { get; }

    /// <summary>The nodes in this tree, an alias counted as often as it is used.</summary>
    internal abstract long Size { get; }
}
