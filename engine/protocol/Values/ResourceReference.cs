namespace Rampart.Protocol.Values;

/// <summary>A resource used as a value.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">The provider's id; empty when it is not known yet, null for a component, which has none.</param>
/// <param name="packageVersion">The version of the resource's package, or empty.</param>
public sealed class ResourceReference(string urn, string? id, string packageVersion)
    : PropertyNode(PropertyKind.Resource), IEquatable<ResourceReference>
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>The provider's id; empty when it is not known yet, null for a component, which has none.</summary>
    public string? Id { get; } = id;

    /// <summary>The version of the resource's package, or empty.</summary>
    public string PackageVersion { get; } = packageVersion;

    /// <inheritdoc/>
    public bool Equals(ResourceReference? other) =>
        other is not null && other.Urn == Urn && other.Id == Id && other.PackageVersion == PackageVersion;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Urn, Id, PackageVersion);
}
