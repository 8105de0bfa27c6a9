namespace Rampart.Yaml;

/// <summary>What a <see cref="YamlToken"/> stands for.</summary>
internal enum YamlTokenKind : byte
{
    /// <summary>A scalar; also the key of an entry.</summary>
    Scalar,

    /// <summary>A list; its items follow.</summary>
    Sequence,

    /// <summary>A mapping; its entries follow, each a key and a value.</summary>
    Mapping,

    /// <summary>An alias of a node that stands before it.</summary>
    Alias,
}

/// <summary>One node on a <see cref="YamlTape"/>, small enough for millions of them.</summary>
internal struct YamlToken
{
    /// <summary>The text of a scalar, after escapes and folding; empty for others.</summary>
    public string Text;

    /// <summary>The line where the node starts, from 1.</summary>
    public int Line;

    /// <summary>The column where the node starts, from 1.</summary>
    public int Column;

    /// <summary>The place behind the node and all that is in it.</summary>
    public int End;

    /// <summary>The items of a list, the entries of a mapping; for an alias, the place of the node that it stands for.</summary>
    public int Count;

    /// <summary>The nodes in this one, itself and keys included, an alias counted as often as it is used.</summary>
    public int Size;

    /// <summary>The levels below this node: 0 for a scalar, 1 for a list of scalars.</summary>
    public ushort Height;

    /// <summary>What it is.</summary>
    public YamlTokenKind Kind;

    /// <summary>How a scalar is written.</summary>
    public ScalarStyle Style;

    /// <summary>Where the node starts.</summary>
    public readonly YamlPosition Position => new(Line, Column);
}
