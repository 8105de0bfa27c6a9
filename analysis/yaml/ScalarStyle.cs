namespace Rampart.Yaml;

/// <summary>How a scalar is written.</summary>
public enum ScalarStyle : byte
{
    /// <summary>Without quotes: the text may stand for a number, a boolean or null.</summary>
    Plain,

    /// <summary><c>'text'</c>.</summary>
    SingleQuoted,

    /// <summary><c>"text"</c>.</summary>
    DoubleQuoted,

    /// <summary><c>|</c> and lines.</summary>
    Literal,

    /// <summary><c>&gt;</c> and lines.</summary>
    Folded,
}
