using Rampart.Rules.Objects.Values;

namespace Rampart.Rules.Resources;

/// <summary>The names of resources that the API server accepts.</summary>
internal static class ResourceNames
{
    private const string HugePages = "hugepages-";
    private const string Requests = "requests.";

    /// <summary>Whether a container or a pod may request a resource of this name; a name with a slash is not one of Kubernetes' own.</summary>
    public static bool IsOfContainers(string name) =>
        name is ResourceList.Cpu or ResourceList.Memory or ResourceList.EphemeralStorage
        || name.StartsWith(HugePages, StringComparison.Ordinal)
        || (name.Contains('/') && LabelText.IsKey(name) && !name.StartsWith(Requests, StringComparison.Ordinal));

    /// <summary>Whether a ResourceQuota may count a resource of this name.</summary>
    public static bool IsOfQuotas(string name) =>
        name is "cpu" or "memory" or "ephemeral-storage"
            or "requests.cpu" or "requests.memory" or "requests.storage" or "requests.ephemeral-storage"
            or "limits.cpu" or "limits.memory" or "limits.ephemeral-storage"
            or "pods" or "resourcequotas" or "services" or "services.nodeports" or "services.loadbalancers"
            or "replicationcontrollers" or "secrets" or "configmaps" or "persistentvolumeclaims"
        || name.StartsWith(HugePages, StringComparison.Ordinal)
        || name.StartsWith(Requests + HugePages, StringComparison.Ordinal)
        || (name.Contains('/') && LabelText.IsKey(name));

    /// <summary>Whether a limit may be above the request; devices and huge pages cannot be overcommitted.</summary>
    public static bool MayBeOvercommitted(string name) => !name.StartsWith(HugePages, StringComparison.Ordinal) && !name.Contains('/');

    /// <summary>Whether a quota counts a resource in whole pieces.</summary>
    public static bool IsCounted(string name) =>
        name is "pods" or "resourcequotas" or "services" or "services.nodeports" or "services.loadbalancers"
            or "replicationcontrollers" or "secrets" or "configmaps" or "persistentvolumeclaims"
        || name.StartsWith("count/", StringComparison.Ordinal);

    /// <summary>Whether a resource is counted in bytes.</summary>
    public static bool IsInBytes(string name) =>
        name is ResourceList.Memory or ResourceList.EphemeralStorage or "storage"
            or "requests.memory" or "requests.storage" or "requests.ephemeral-storage" or "limits.memory" or "limits.ephemeral-storage"
        || name.StartsWith(HugePages, StringComparison.Ordinal);
}
