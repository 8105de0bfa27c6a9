namespace Rampart.Yaml;

/// <summary>A text, a number, a boolean or null; <see cref="Resolve"/> tells which.</summary>
public sealed class YamlScalar : YamlNode
{
    private readonly YamlSchema _schema;

    /// <summary>A scalar.</summary>
    /// <param name="text">The text, after escapes and folding.</param>
    /// <param name="style">How it was written.</param>
    /// <param name="position">Where it starts.</param>
    /// <param name="tag">The tag that the text gives, in the form of <see cref="Tag"/>.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    public YamlScalar(string text, ScalarStyle style, YamlPosition position, string? tag = null, YamlSchema schema = YamlSchema.Yaml12)
        : base(position)
    {
        Text = text;
        Style = style;
        Tag = tag;
        _schema = schema;
    }

    /// <summary>The text, after escapes and folding; empty for a value that is left out.</summary>
    public string Text { get; }

    /// <summary>How the scalar was written.</summary>
    public ScalarStyle Style { get; }

    /// <summary>
    /// The tag that the text gives: <c>!!int</c> for those of YAML itself, <c>!name</c> or a URI for others; null when there
    /// is none. Tags of lists and mappings mean nothing and are not kept.
    /// </summary>
    public string? Tag { get; }

    /// <summary>What the scalar stands for.</summary>
    /// <exception cref="YamlException">The tag says what the text is not, e.g. <c>!!int x</c>; never for a scalar that <see cref="YamlReader"/> gave.</exception>
    public ScalarValue Resolve() => ScalarResolver.Resolve(Text, Style, Tag, _schema, new YamlPosition(Line, Column));

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
