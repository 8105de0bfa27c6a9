namespace Rampart.Rules.Objects;

/// <summary>Of some objects, whether there are any whose namespace is known, and any whose is not: those may be together with the others.</summary>
/// <param name="HasKnown">Whether there is one whose namespace is known.</param>
/// <param name="HasUnknown">Whether there is one whose namespace is not known.</param>
internal readonly record struct NamespaceDoubt(bool HasKnown, bool HasUnknown)
{
    /// <summary>These and an object.</summary>
    public NamespaceDoubt With(KubernetesObject item) => item.Place == KubernetesNamespaces.Unknown
        ? this with { HasUnknown = true }
        : this with { HasKnown = true };

    /// <summary>Whether some may be in a namespace that are not said to be there.</summary>
    /// <param name="place">The namespace as objects are compared by it.</param>
    public bool About(string place) => place == KubernetesNamespaces.Unknown ? HasKnown : HasUnknown;
}
