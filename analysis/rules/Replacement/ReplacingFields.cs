namespace Rampart.Rules.Replacement;

/// <summary>
/// The fields whose change makes the Kubernetes provider (4.x) replace an object instead of updating it, apart from
/// <c>metadata.name</c> and <c>metadata.namespace</c>, which do so for every kind. Other fields that the API server does not let anybody
/// change, such as the value of a PriorityClass, are not here: their update fails.
/// </summary>
public static class ReplacingFields
{
    private static readonly string[] Nothing = [];
    private static readonly string[] Selector = ["spec.selector"];
    private static readonly string[] ConfigMap = ["binaryData", "data"];
    private static readonly string[] Secret = ["data", "stringData", "type"];
    private static readonly string[] Service = ["spec.clusterIP"];
    private static readonly string[] ResourceQuota = ["spec.scopes"];
    private static readonly string[] RoleBinding = ["roleRef"];
    private static readonly string[] StorageClass = ["parameters", "provisioner"];
    private static readonly string[] Job = ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"];
    private static readonly string[] Claim = ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"];

    private static readonly string[] StatefulSet =
        ["spec.podManagementPolicy", "spec.revisionHistoryLimit", "spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"];

    private static readonly string[] Volume =
    [
        "spec.awsElasticBlockStore", "spec.azureDisk", "spec.azureFile", "spec.cephfs", "spec.cinder", "spec.csi", "spec.fc", "spec.flexVolume",
        "spec.flocker", "spec.gcePersistentDisk", "spec.glusterfs", "spec.hostPath", "spec.iscsi", "spec.local", "spec.nfs",
        "spec.photonPersistentDisk", "spec.portworxVolume", "spec.quobyte", "spec.rbd", "spec.scaleIO", "spec.storageos", "spec.vsphereVolume",
    ];

    private static readonly string[] Pod =
    [
        "spec.affinity", "spec.automountServiceAccountToken", "spec.containers", "spec.dnsConfig", "spec.dnsPolicy", "spec.enableServiceLinks",
        "spec.hostAliases", "spec.hostIPC", "spec.hostNetwork", "spec.hostPID", "spec.hostname", "spec.imagePullSecrets", "spec.initContainers",
        "spec.nodeName", "spec.nodeSelector", "spec.overhead", "spec.preemptionPolicy", "spec.priority", "spec.priorityClassName",
        "spec.readinessGates", "spec.restartPolicy", "spec.runtimeClassName", "spec.schedulerName", "spec.securityContext",
        "spec.serviceAccount", "spec.serviceAccountName", "spec.shareProcessNamespace", "spec.subdomain",
        "spec.terminationGracePeriodSeconds", "spec.volumes",
    ];

    /// <summary>The fields of a kind, as one step or two: <c>data</c>, <c>spec.template</c>. None for a kind that is updated in place whatever changes.</summary>
    /// <param name="apiVersion">Group and version; only those that Kubernetes still serves are known.</param>
    /// <param name="kind">The kind.</param>
    public static IReadOnlyList<string> Of(string apiVersion, string kind) => (apiVersion, kind) switch
    {
        ("apps/v1", "Deployment" or "DaemonSet") => Selector,
        ("apps/v1", "StatefulSet") => StatefulSet,
        ("batch/v1", "Job") => Job,
        ("rbac.authorization.k8s.io/v1", "ClusterRoleBinding" or "RoleBinding") => RoleBinding,
        ("storage.k8s.io/v1", "StorageClass") => StorageClass,
        ("v1", "ConfigMap") => ConfigMap,
        ("v1", "PersistentVolume") => Volume,
        ("v1", "PersistentVolumeClaim") => Claim,
        ("v1", "Pod") => Pod,
        ("v1", "ResourceQuota") => ResourceQuota,
        ("v1", "Secret") => Secret,
        ("v1", "Service") => Service,
        _ => Nothing,
    };

    /// <summary>Whether a field says what an object is, so that hardly an update changes it: a selector, the type of a Secret, the role of a binding.</summary>
    /// <param name="field">One of <see cref="Of"/>.</param>
    public static bool IsIdentity(string field) => field is "spec.selector" or "spec.clusterIP" or "roleRef" or "type" or "provisioner";
}
