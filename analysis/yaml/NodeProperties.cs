namespace Rampart.Yaml;

/// <summary>The anchor and the tag before a node.</summary>
internal readonly struct NodeProperties(bool isPresent, string? anchor, string? tag)
{
    /// <summary>Whether there is an anchor or a tag; <c>!</c> is a tag that says nothing.</summary>
    public bool IsPresent { get; } = isPresent;

    public string? Anchor { get; } = anchor;

    /// <summary>In the form of <see cref="YamlScalar.Tag"/>.</summary>
    public string? Tag { get; } = tag;
}
