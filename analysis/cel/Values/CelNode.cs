using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>The part of a <see cref="CelValue"/> that does not fit into the struct itself.</summary>
public abstract class CelNode
{
    /// <summary>What the value is.</summary>
    public abstract CelKind Kind { get; }

    /// <summary>The type of the value, as <c>type(…)</c> gives it.</summary>
    public abstract CelType Type { get; }

    /// <summary>The size that costs go by; values without a size count as one.</summary>
    public virtual long Size => 1;
}

/// <summary>The kinds whose whole value is in the bits of a <see cref="CelValue"/>.</summary>
internal sealed class CelTag : CelNode
{
    public static readonly CelTag Bool = new(CelKind.Bool, CelType.Bool);
    public static readonly CelTag Int = new(CelKind.Int, CelType.Int);
    public static readonly CelTag Uint = new(CelKind.Uint, CelType.Uint);
    public static readonly CelTag Double = new(CelKind.Double, CelType.Double);
    public static readonly CelTag Duration = new(CelKind.Duration, CelType.Duration);

    private CelTag(CelKind kind, CelType type)
    {
        Kind = kind;
        Type = type;
    }

    public override CelKind Kind { get; }

    public override CelType Type { get; }
}

/// <summary>A value of a library, such as a quantity.</summary>
public abstract class CelObject : CelNode, IEquatable<CelObject>
{
    /// <inheritdoc/>
    public sealed override CelKind Kind => CelKind.Object;

    /// <summary>Whether values of this type can be compared; if not, comparing is an error.</summary>
    public virtual bool IsComparable => true;

    /// <summary>Whether comparing costs one unit, whatever the size.</summary>
    public virtual bool ComparesAtFixedCost => true;

    /// <inheritdoc/>
    public abstract bool Equals(CelObject? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is CelObject other && Equals(other);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}

/// <summary>Bytes.</summary>
internal sealed class CelBytes(byte[] bytes) : CelNode
{
    public byte[] Bytes => bytes;

    public override CelKind Kind => CelKind.Bytes;

    public override CelType Type => CelType.Bytes;

    public override long Size => bytes.Length;
}

/// <summary>A type as a value.</summary>
internal sealed class CelTypeValue(CelType type) : CelNode
{
    public CelType Value => type;

    public override CelKind Kind => CelKind.Type;

    public override CelType Type => CelType.Type;
}

/// <summary>An optional value.</summary>
internal sealed class CelOptional(CelValue value, bool hasValue) : CelNode
{
    public static readonly CelOptional None = new(default, false);

    public bool HasValue => hasValue;

    public CelValue Value => value;

    public override CelKind Kind => CelKind.Optional;

    public override CelType Type => CelType.AnyOptional;

    public override long Size => hasValue ? value.Size : 1;
}
