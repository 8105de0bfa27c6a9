namespace Rampart.Rules.Objects;

/// <summary>The namespaces that Kubernetes makes for itself.</summary>
internal static class KubernetesNamespaces
{
    /// <summary>The one that an object is in which names none.</summary>
    public const string Default = "default";

    /// <summary>The place of objects whose namespace is not known; no namespace has this name.</summary>
    public const string Unknown = "?";

    /// <summary>What a namespace is compared by: an object that names none is in <see cref="Default"/>.</summary>
    public static string PlaceOf(string name) => name == Default ? "" : name;

    /// <summary>The name of the namespace of a place.</summary>
    public static string NameOf(string place) => place.Length == 0 ? Default : place;

    /// <summary>Whether a namespace belongs to the control plane, so that its users do not decide about it.</summary>
    public static bool IsOfControlPlane(string name) => name is "kube-system" or "kube-public" or "kube-node-lease";
}
