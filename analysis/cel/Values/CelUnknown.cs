using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>A value that nobody can know yet, with the paths that it waits for.</summary>
public sealed class CelUnknown : CelNode
{
    private readonly string[] _paths;

    private CelUnknown(string[] paths) => _paths = paths;

    /// <summary>The paths that the value waits for, such as <c>object.spec.replicas</c>, in ordinal order, each once.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Unknown;

    /// <inheritdoc/>
    public override CelType Type => CelType.Dyn;

    /// <summary>An unknown value at a path.</summary>
    public static CelUnknown At(string path) => new([path]);

    /// <summary>What waits for the paths of both.</summary>
    public static CelUnknown Merge(CelUnknown? left, CelUnknown right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return left is null || ReferenceEquals(left, right) ? right : new CelUnknown([.. new SortedSet<string>([.. left._paths, .. right._paths], StringComparer.Ordinal)]);
    }

    internal CelValue AsValue() => CelValue.From(this);
}
