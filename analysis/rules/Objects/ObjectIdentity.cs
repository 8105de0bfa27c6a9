namespace Rampart.Rules.Objects;

/// <summary>
/// What makes two objects the same one to the API server, whatever the version of their group. An object that the server names, or of
/// which too little is known, is the same as no other.
/// </summary>
internal sealed class ObjectIdentity : IEquatable<ObjectIdentity>
{
    private readonly KubernetesObject _object;
    private readonly string _place;
    private readonly int _hash;

    /// <summary>The identity of an object.</summary>
    public ObjectIdentity(KubernetesObject item)
    {
        _object = item;
        _place = KindScope.IsOfNamespace(item.Group, item.Kind) ? item.Place : "";
        IsKnown = item.ApiVersion.Length > 0
            && item.Name.Length > 0
            && _place != KubernetesNamespaces.Unknown
            && !item.Metadata.IsSecret
            && !item.Metadata["name"].IsSecret
            && !item.Metadata["namespace"].IsSecret
            && !IsPatch(item);
        _hash = HashCode.Combine(item.Kind, _place, item.Name);
    }

    /// <summary>Whether another object can have it.</summary>
    public bool IsKnown { get; }

    /// <inheritdoc/>
    public bool Equals(ObjectIdentity? other) => other is not null
        && (ReferenceEquals(_object, other._object)
            || (IsKnown
            && other.IsKnown
            && _object.Name == other._object.Name
            && _place == other._place
            && _object.Is(other._object.Group, other._object.Kind)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObjectIdentity);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    // A resource such as DeploymentPatch changes fields of an object that somebody else declares.
    private static bool IsPatch(KubernetesObject item) =>
        item.Origin.Urn.Length > 0 && item.Origin.Urn.Contains($":{item.Kind}Patch::", StringComparison.Ordinal);
}
