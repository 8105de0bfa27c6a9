namespace Rampart.Components.Workloads;

/// <summary>How a pod asks for the runtime's default AppArmor profile; configuration spells it <c>none</c>, <c>field</c> or <c>annotation</c>.</summary>
/// <remarks>
/// A kubelet rejects a pod that asks for a profile, in either way, on a node without AppArmor. Where nothing is asked,
/// the runtime applies its default profile if the node has AppArmor.
/// </remarks>
public enum AppArmorSource
{
    /// <summary>Nothing is asked: the pod starts on every node.</summary>
    None,

    /// <summary>The pod's field <c>securityContext.appArmorProfile</c>, which covers all its containers. Kubernetes 1.30 and later.</summary>
    Field,

    /// <summary>
    /// One annotation <c>container.apparmor.security.beta.kubernetes.io/&lt;container&gt;</c> for each container, for clusters
    /// before Kubernetes 1.30. Deprecated since then: the API server warns about it at every apply.
    /// </summary>
    Annotation,
}
