namespace Rampart.Rules.Objects;

/// <summary>What makes two objects the same one to the API server, whatever the version of their group.</summary>
/// <param name="Group">The group; empty for the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Place">The namespace as objects are compared by it; empty for kinds that are in none.</param>
/// <param name="Name">The name.</param>
/// <param name="Number">Tells objects apart that are never the same, since the server names them or since too little is known of them; 0 for others.</param>
internal readonly record struct ObjectIdentity(string Group, string Kind, string Place, string Name, int Number)
{
    /// <summary>The identity of an object in a list.</summary>
    /// <param name="item">The object.</param>
    /// <param name="index">Its place in the list.</param>
    public static ObjectIdentity Of(KubernetesObject item, int index)
    {
        string place = KindScope.IsOfNamespace(item.Group, item.Kind) ? item.Place : "";
        bool isKnown = item.ApiVersion.Length > 0
            && item.Name.Length > 0
            && place != KubernetesNamespaces.Unknown
            && !item.Metadata.IsSecret
            && !item.Metadata["name"].IsSecret
            && !item.Metadata["namespace"].IsSecret
            && !IsPatch(item);
        return new ObjectIdentity(item.Group, item.Kind, place, item.Name, isKnown ? 0 : index + 1);
    }

    /// <summary>Whether another object can have it.</summary>
    public bool IsKnown => Number == 0;

    // A resource such as DeploymentPatch lends fields to an object that somebody else declares.
    private static bool IsPatch(KubernetesObject item) =>
        item.Origin.Urn.Length > 0 && item.Origin.Urn.Contains($":{item.Kind}Patch::", StringComparison.Ordinal);
}
