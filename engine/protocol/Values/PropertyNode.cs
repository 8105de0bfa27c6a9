namespace Rampart.Protocol.Values;

/// <summary>The part of a <see cref="PropertyValue"/> that does not fit into the struct itself.</summary>
public abstract class PropertyNode
{
    private protected PropertyNode(PropertyKind kind, bool containsSecrets = false, bool containsUnknowns = false)
    {
        Kind = kind;
        ContainsSecrets = containsSecrets;
        ContainsUnknowns = containsUnknowns;
    }

    internal PropertyKind Kind { get; }

    /// <summary>Whether this value is, or holds at any depth, a secret.</summary>
    public bool ContainsSecrets { get; }

    /// <summary>Whether this value is, or holds at any depth, an unknown.</summary>
    public bool ContainsUnknowns { get; }
}

/// <summary>The values that carry nothing but their kind.</summary>
internal sealed class PropertyTag : PropertyNode
{
    public static readonly PropertyTag Boolean = new(PropertyKind.Boolean);
    public static readonly PropertyTag Number = new(PropertyKind.Number);
    public static readonly PropertyTag Unknown = new(PropertyKind.Unknown, containsUnknowns: true);

    private PropertyTag(PropertyKind kind, bool containsUnknowns = false)
        : base(kind, containsUnknowns: containsUnknowns)
    {
    }
}

/// <summary>A value that must never be shown.</summary>
internal sealed class PropertySecret(PropertyValue inner)
    : PropertyNode(PropertyKind.Secret, containsSecrets: true, inner.ContainsUnknowns)
{
    public PropertyValue Inner { get; } = inner;
}
