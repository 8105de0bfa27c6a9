namespace Pulumi;

/// <summary>An earlier identity of a resource: a whole URN, or the parts of it that were different.</summary>
public sealed class Alias
{
    /// <summary>The whole earlier URN; when set, nothing else may be.</summary>
    public string? Urn { get; set; }

    /// <summary>The earlier name; default the present one.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The earlier type token; default the present one.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The earlier stack; default the present one.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The earlier project; default the present one.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The earlier parent; only one of this, <see cref="ParentUrn"/> and <see cref="NoParent"/>.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The earlier parent's URN.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether there was no parent.</summary>
    public bool NoParent { get; set; }
}
