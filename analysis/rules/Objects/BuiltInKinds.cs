namespace Rampart.Rules.Objects;

/// <summary>The kinds of Kubernetes' own API: what version 1.37 serves, and what earlier ones did.</summary>
/// <remarks>
/// A test compares what is served with the client library. What was served before comes from the lifecycle methods that Kubernetes
/// declares for its types (k8s.io/api 0.17 to 0.36) and its deprecated API migration guide. Versions that are served only when
/// somebody switches them on count as served.
/// </remarks>
internal static class BuiltInKinds
{
    /// <summary>The release that the table is about.</summary>
    public const string Release = "1.37";

    // Group, kind, versions with the best first; then what is not served any more, with the minor release that dropped it, or
    // 0 where no source tells it.
    private static readonly BuiltInKind[] All =
    [
        new("", "Binding", ["v1"]),
        new("", "ComponentStatus", ["v1"]),
        new("", "ConfigMap", ["v1"]),
        new("", "Endpoints", ["v1"]),
        new("", "Event", ["v1"]),
        new("", "LimitRange", ["v1"]),
        new("", "Namespace", ["v1"]),
        new("", "Node", ["v1"]),
        new("", "PersistentVolume", ["v1"]),
        new("", "PersistentVolumeClaim", ["v1"]),
        new("", "Pod", ["v1"]),
        new("", "PodTemplate", ["v1"]),
        new("", "ReplicationController", ["v1"]),
        new("", "ResourceQuota", ["v1"]),
        new("", "Secret", ["v1"]),
        new("", "Service", ["v1"]),
        new("", "ServiceAccount", ["v1"]),
        new("admissionregistration.k8s.io", "MutatingAdmissionPolicy", ["v1", "v1beta1", "v1alpha1"]),
        new("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding", ["v1", "v1beta1", "v1alpha1"]),
        new("admissionregistration.k8s.io", "MutatingWebhookConfiguration", ["v1"], [("admissionregistration.k8s.io/v1beta1", 22)]),
        new("admissionregistration.k8s.io", "ValidatingAdmissionPolicy", ["v1"],
            [("admissionregistration.k8s.io/v1alpha1", 32), ("admissionregistration.k8s.io/v1beta1", 34)]),
        new("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", ["v1"],
            [("admissionregistration.k8s.io/v1alpha1", 32), ("admissionregistration.k8s.io/v1beta1", 34)]),
        new("admissionregistration.k8s.io", "ValidatingWebhookConfiguration", ["v1"], [("admissionregistration.k8s.io/v1beta1", 22)]),
        new("apiextensions.k8s.io", "CustomResourceDefinition", ["v1"], [("apiextensions.k8s.io/v1beta1", 22)]),
        new("apiregistration.k8s.io", "APIService", ["v1"], [("apiregistration.k8s.io/v1beta1", 22)]),
        new("apps", "ControllerRevision", ["v1"], [("apps/v1beta1", 16), ("apps/v1beta2", 16)]),
        new("apps", "DaemonSet", ["v1"], [("apps/v1beta2", 16), ("extensions/v1beta1", 16)]),
        new("apps", "Deployment", ["v1"], [("apps/v1beta1", 16), ("apps/v1beta2", 16), ("extensions/v1beta1", 16)]),
        new("apps", "ReplicaSet", ["v1"], [("apps/v1beta2", 16), ("extensions/v1beta1", 16)]),
        new("apps", "StatefulSet", ["v1"], [("apps/v1beta1", 16), ("apps/v1beta2", 16)]),
        new("auditregistration.k8s.io", "AuditSink", [], [("auditregistration.k8s.io/v1alpha1", 19)]),
        new("authentication.k8s.io", "SelfSubjectReview", ["v1"], [("authentication.k8s.io/v1alpha1", 32), ("authentication.k8s.io/v1beta1", 33)]),
        new("authentication.k8s.io", "TokenRequest", ["v1"]),
        new("authentication.k8s.io", "TokenReview", ["v1"], [("authentication.k8s.io/v1beta1", 22)]),
        new("authorization.k8s.io", "LocalSubjectAccessReview", ["v1"], [("authorization.k8s.io/v1beta1", 22)]),
        new("authorization.k8s.io", "SelfSubjectAccessReview", ["v1"], [("authorization.k8s.io/v1beta1", 22)]),
        new("authorization.k8s.io", "SelfSubjectRulesReview", ["v1"], [("authorization.k8s.io/v1beta1", 22)]),
        new("authorization.k8s.io", "SubjectAccessReview", ["v1"], [("authorization.k8s.io/v1beta1", 22)]),
        new("autoscaling", "HorizontalPodAutoscaler", ["v2", "v1"], [("autoscaling/v2beta1", 25), ("autoscaling/v2beta2", 26)]),
        new("autoscaling", "Scale", ["v1"]),
        new("batch", "CronJob", ["v1"], [("batch/v1beta1", 25), ("batch/v2alpha1", 21)]),
        new("batch", "Job", ["v1"]),
        new("certificates.k8s.io", "CertificateSigningRequest", ["v1"], [("certificates.k8s.io/v1beta1", 22)]),
        new("certificates.k8s.io", "ClusterTrustBundle", ["v1", "v1beta1"], [("certificates.k8s.io/v1alpha1", 37)]),
        new("certificates.k8s.io", "PodCertificateRequest", ["v1", "v1beta1"], [("certificates.k8s.io/v1alpha1", 35)]),
        new("coordination.k8s.io", "Lease", ["v1"], [("coordination.k8s.io/v1beta1", 22)]),
        new("coordination.k8s.io", "LeaseCandidate", ["v1beta1", "v1alpha2"], [("coordination.k8s.io/v1alpha1", 32)]),
        new("discovery.k8s.io", "EndpointSlice", ["v1"], [("discovery.k8s.io/v1alpha1", 21), ("discovery.k8s.io/v1beta1", 25)]),
        new("events.k8s.io", "Event", ["v1"], [("events.k8s.io/v1beta1", 25)]),
        new("flowcontrol.apiserver.k8s.io", "FlowSchema", ["v1"],
            [("flowcontrol.apiserver.k8s.io/v1alpha1", 21), ("flowcontrol.apiserver.k8s.io/v1beta1", 26), ("flowcontrol.apiserver.k8s.io/v1beta2", 29), ("flowcontrol.apiserver.k8s.io/v1beta3", 32)]),
        new("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration", ["v1"],
            [("flowcontrol.apiserver.k8s.io/v1alpha1", 21), ("flowcontrol.apiserver.k8s.io/v1beta1", 26), ("flowcontrol.apiserver.k8s.io/v1beta2", 29), ("flowcontrol.apiserver.k8s.io/v1beta3", 32)]),
        new("internal.apiserver.k8s.io", "StorageVersion", ["v1alpha1"]),
        new("lifecycle.k8s.io", "Eviction", ["v1alpha1"]),
        new("lifecycle.k8s.io", "EvictionRequest", ["v1alpha1"]),
        new("networking.k8s.io", "ClusterCIDR", [], [("networking.k8s.io/v1alpha1", 29)]),
        new("networking.k8s.io", "IPAddress", ["v1"], [("networking.k8s.io/v1alpha1", 33), ("networking.k8s.io/v1beta1", 37)]),
        new("networking.k8s.io", "Ingress", ["v1"], [("extensions/v1beta1", 22), ("networking.k8s.io/v1beta1", 22)]),
        new("networking.k8s.io", "IngressClass", ["v1"], [("networking.k8s.io/v1beta1", 22)]),
        new("networking.k8s.io", "NetworkPolicy", ["v1"], [("extensions/v1beta1", 16)]),
        new("networking.k8s.io", "ServiceCIDR", ["v1"], [("networking.k8s.io/v1alpha1", 33), ("networking.k8s.io/v1beta1", 37)]),
        new("node.k8s.io", "RuntimeClass", ["v1"], [("node.k8s.io/v1alpha1", 0), ("node.k8s.io/v1beta1", 25)]),
        new("policy", "Eviction", ["v1"], [("policy/v1beta1", 25)]),
        new("policy", "PodDisruptionBudget", ["v1"], [("policy/v1beta1", 25)]),
        new("policy", "PodSecurityPolicy", [], [("extensions/v1beta1", 16), ("policy/v1beta1", 25)]),
        new("rbac.authorization.k8s.io", "ClusterRole", ["v1"], [("rbac.authorization.k8s.io/v1alpha1", 23), ("rbac.authorization.k8s.io/v1beta1", 22)]),
        new("rbac.authorization.k8s.io", "ClusterRoleBinding", ["v1"], [("rbac.authorization.k8s.io/v1alpha1", 23), ("rbac.authorization.k8s.io/v1beta1", 22)]),
        new("rbac.authorization.k8s.io", "Role", ["v1"], [("rbac.authorization.k8s.io/v1alpha1", 23), ("rbac.authorization.k8s.io/v1beta1", 22)]),
        new("rbac.authorization.k8s.io", "RoleBinding", ["v1"], [("rbac.authorization.k8s.io/v1alpha1", 23), ("rbac.authorization.k8s.io/v1beta1", 22)]),
        new("resource.k8s.io", "DeviceClass", ["v1", "v1beta2", "v1beta1"], [("resource.k8s.io/v1alpha3", 34)]),
        new("resource.k8s.io", "DeviceTaintRule", ["v1", "v1beta2", "v1alpha3"]),
        new("resource.k8s.io", "PodScheduling", [], [("resource.k8s.io/v1alpha1", 27)]),
        new("resource.k8s.io", "PodSchedulingContext", [], [("resource.k8s.io/v1alpha2", 31), ("resource.k8s.io/v1alpha3", 32)]),
        new("resource.k8s.io", "ResourceClaim", ["v1", "v1beta2", "v1beta1"],
            [("resource.k8s.io/v1alpha1", 27), ("resource.k8s.io/v1alpha2", 31), ("resource.k8s.io/v1alpha3", 34)]),
        new("resource.k8s.io", "ResourceClaimParameters", [], [("resource.k8s.io/v1alpha2", 31)]),
        new("resource.k8s.io", "ResourceClaimTemplate", ["v1", "v1beta2", "v1beta1"],
            [("resource.k8s.io/v1alpha1", 27), ("resource.k8s.io/v1alpha2", 31), ("resource.k8s.io/v1alpha3", 34)]),
        new("resource.k8s.io", "ResourceClass", [], [("resource.k8s.io/v1alpha1", 27), ("resource.k8s.io/v1alpha2", 31)]),
        new("resource.k8s.io", "ResourceClassParameters", [], [("resource.k8s.io/v1alpha2", 31)]),
        new("resource.k8s.io", "ResourcePoolStatusRequest", ["v1alpha3"]),
        new("resource.k8s.io", "ResourceSlice", ["v1", "v1beta2", "v1beta1"], [("resource.k8s.io/v1alpha2", 31), ("resource.k8s.io/v1alpha3", 34)]),
        new("scheduling.k8s.io", "CompositePodGroup", ["v1alpha3"]),
        new("scheduling.k8s.io", "PodGroup", ["v1beta1", "v1alpha3"], [("scheduling.k8s.io/v1alpha2", 37)]),
        new("scheduling.k8s.io", "PriorityClass", ["v1"], [("scheduling.k8s.io/v1alpha1", 23), ("scheduling.k8s.io/v1beta1", 22)]),
        new("scheduling.k8s.io", "Workload", ["v1beta1", "v1alpha3"], [("scheduling.k8s.io/v1alpha1", 36), ("scheduling.k8s.io/v1alpha2", 37)]),
        new("settings.k8s.io", "PodPreset", [], [("settings.k8s.io/v1alpha1", 20)]),
        new("storage.k8s.io", "CSIDriver", ["v1"], [("storage.k8s.io/v1beta1", 22)]),
        new("storage.k8s.io", "CSINode", ["v1"], [("storage.k8s.io/v1beta1", 22)]),
        new("storage.k8s.io", "CSIStorageCapacity", ["v1"], [("storage.k8s.io/v1alpha1", 24), ("storage.k8s.io/v1beta1", 27)]),
        new("storage.k8s.io", "StorageClass", ["v1"], [("storage.k8s.io/v1beta1", 22)]),
        new("storage.k8s.io", "VolumeAttachment", ["v1"], [("storage.k8s.io/v1alpha1", 24), ("storage.k8s.io/v1beta1", 22)]),
        new("storage.k8s.io", "VolumeAttributesClass", ["v1"], [("storage.k8s.io/v1alpha1", 35), ("storage.k8s.io/v1beta1", 37)]),
        new("storagemigration.k8s.io", "StorageVersionMigration", ["v1", "v1beta1"], [("storagemigration.k8s.io/v1alpha1", 35)]),
    ];

    private static readonly HashSet<string> Groups = FindGroups();

    // By the kind, and by what people write instead: another case, or the plural that names the resource in URLs.
    private static readonly Dictionary<string, List<BuiltInKind>> ByName = SortByName();

    /// <summary>Everything that is served: group and version, and kind.</summary>
    public static IEnumerable<(string ApiVersion, string Kind)> Served => All.SelectMany(static kind => kind.ApiVersions.Select(version => (version, kind.Kind)));

    /// <summary>Whether a group is one of Kubernetes' own, now or earlier, so that it holds no custom resources.</summary>
    public static bool IsGroup(string group) => Groups.Contains(group);

    /// <summary>The kinds that a name may mean, those of a group first; none for the name of a custom resource.</summary>
    /// <param name="group">The group that is written.</param>
    /// <param name="name">The kind that is written: the kind itself, in any case, or its plural.</param>
    public static IReadOnlyList<BuiltInKind> Find(string group, string name)
    {
        if (!ByName.TryGetValue(name, out List<BuiltInKind>? kinds))
        {
            return [];
        }

        return kinds.Count == 1 ? kinds : [.. kinds.Where(kind => kind.Group == group), .. kinds.Where(kind => kind.Group != group)];
    }

    /// <summary>Whether a kind, as it is written, is served in a group and version.</summary>
    public static bool IsServed(string apiVersion, string kind)
    {
        if (ByName.TryGetValue(kind, out List<BuiltInKind>? kinds))
        {
            foreach (BuiltInKind candidate in kinds)
            {
                if (candidate.Kind == kind && candidate.IsServedBy(apiVersion))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static HashSet<string> FindGroups()
    {
        HashSet<string> groups = new(StringComparer.Ordinal);
        foreach (BuiltInKind kind in All)
        {
            groups.Add(kind.Group);
            foreach ((string apiVersion, _) in kind.Removed)
            {
                groups.Add(BuiltInKind.GroupOf(apiVersion));
            }
        }

        return groups;
    }

    private static Dictionary<string, List<BuiltInKind>> SortByName()
    {
        Dictionary<string, List<BuiltInKind>> byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (BuiltInKind kind in All)
        {
            Add(kind.Kind, kind);
            if (kind.Plural != kind.Kind)
            {
                Add(kind.Plural, kind);
            }
        }

        return byName;

        void Add(string name, BuiltInKind kind)
        {
            if (!byName.TryGetValue(name, out List<BuiltInKind>? kinds))
            {
                byName.Add(name, kinds = []);
            }

            kinds.Add(kind);
        }
    }
}
