namespace Pulumi.Generators.Facts;

/// <summary>The namespaces that the official SDK gives to API groups.</summary>
internal static class ApiGroups
{
    public const string Core = "Core";
    public const string Meta = "Meta";

    /// <summary>The namespace of an API group; null for a group that the official SDK does not have.</summary>
    public static string? NamespaceOf(string apiGroup) => apiGroup switch
    {
        "" => Core,
        "admissionregistration.k8s.io" => "AdmissionRegistration",
        "apiextensions.k8s.io" => "ApiExtensions",
        "apiregistration.k8s.io" => "ApiRegistration",
        "apps" => "Apps",
        "authentication.k8s.io" => "Authentication",
        "authorization.k8s.io" => "Authorization",
        "autoscaling" => "Autoscaling",
        "batch" => "Batch",
        "certificates.k8s.io" => "Certificates",
        "coordination.k8s.io" => "Coordination",
        "discovery.k8s.io" => "Discovery",
        "events.k8s.io" => "Events",
        "flowcontrol.apiserver.k8s.io" => "FlowControl",
        "networking.k8s.io" => "Networking",
        "node.k8s.io" => "Node",
        "policy" => "Policy",
        "rbac.authorization.k8s.io" => "Rbac",
        "resource.k8s.io" => "Resource",
        "scheduling.k8s.io" => "Scheduling",
        "storage.k8s.io" => "Storage",
        "storagemigration.k8s.io" => "StorageMigration",
        _ => null,
    };

    /// <summary>The <c>apiVersion</c> of a group's objects: <c>apps/v1</c>, and <c>v1</c> for the core group.</summary>
    public static string ApiVersion(string apiGroup, string version) => apiGroup.Length == 0 ? version : $"{apiGroup}/{version}";

    /// <summary>Group and version in a type token: as in <c>apiVersion</c>, but the core group has its name.</summary>
    public static string GroupVersion(string apiGroup, string version) => apiGroup.Length == 0 ? $"core/{version}" : $"{apiGroup}/{version}";

    /// <summary>The type token of a kind: <c>kubernetes:apps/v1:Deployment</c>.</summary>
    public static string TypeToken(string groupVersion, string kind) => $"kubernetes:{groupVersion}:{kind}";
}
