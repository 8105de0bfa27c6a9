namespace Rampart.Rules.Objects;

/// <summary>The namespaces that Kubernetes makes for itself.</summary>
internal static class KubernetesNamespaces
{
    /// <summary>Whether a namespace belongs to the control plane, so that its users do not decide about it.</summary>
    public static bool IsOfControlPlane(string name) => name is "kube-system" or "kube-public" or "kube-node-lease";
}
