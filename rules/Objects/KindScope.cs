using System.Collections.Frozen;

namespace Rampart.Rules.Objects;

/// <summary>Whether the objects of a kind live in namespaces.</summary>
public static class KindScope
{
    // Kubernetes' own kinds that are in no namespace, as `kubectl api-resources --namespaced=false` lists them and their earlier versions,
    // and custom ones that rules read.
    private static readonly FrozenSet<string> OfCluster = new[]
    {
        "/ComponentStatus", "/Namespace", "/Node", "/PersistentVolume",
        "admissionregistration.k8s.io/MutatingAdmissionPolicy", "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
        "admissionregistration.k8s.io/MutatingWebhookConfiguration", "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
        "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding", "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
        "apiextensions.k8s.io/CustomResourceDefinition", "apiregistration.k8s.io/APIService", "auditregistration.k8s.io/AuditSink",
        "authentication.k8s.io/SelfSubjectReview", "authentication.k8s.io/TokenReview", "authorization.k8s.io/SelfSubjectAccessReview",
        "authorization.k8s.io/SelfSubjectRulesReview", "authorization.k8s.io/SubjectAccessReview",
        "certificates.k8s.io/CertificateSigningRequest", "certificates.k8s.io/ClusterTrustBundle", "extensions/PodSecurityPolicy",
        "flowcontrol.apiserver.k8s.io/FlowSchema", "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
        "internal.apiserver.k8s.io/StorageVersion", "networking.k8s.io/ClusterCIDR", "networking.k8s.io/IPAddress",
        "networking.k8s.io/IngressClass", "networking.k8s.io/ServiceCIDR", "node.k8s.io/RuntimeClass", "policy/PodSecurityPolicy",
        "rbac.authorization.k8s.io/ClusterRole", "rbac.authorization.k8s.io/ClusterRoleBinding", "resource.k8s.io/DeviceClass",
        "resource.k8s.io/DeviceTaintRule", "resource.k8s.io/ResourceClass", "resource.k8s.io/ResourcePoolStatusRequest",
        "resource.k8s.io/ResourceSlice", "scheduling.k8s.io/PriorityClass", "storage.k8s.io/CSIDriver", "storage.k8s.io/CSINode",
        "storage.k8s.io/StorageClass", "storage.k8s.io/VolumeAttachment", "storage.k8s.io/VolumeAttributesClass",
        "storagemigration.k8s.io/StorageVersionMigration",
        "kyverno.io/ClusterPolicy", "policies.kyverno.io/ImageValidatingPolicy", "policy.sigstore.dev/ClusterImagePolicy",
        "cilium.io/CiliumClusterwideNetworkPolicy", "cilium.io/TracingPolicy", "crd.projectcalico.org/GlobalNetworkPolicy",
        "projectcalico.org/GlobalNetworkPolicy", "projectcalico.org/StagedGlobalNetworkPolicy", "crd.antrea.io/ClusterNetworkPolicy",
        "policy.networking.k8s.io/AdminNetworkPolicy", "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
        "policy.networking.k8s.io/ClusterNetworkPolicy",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether objects of a kind are in a namespace; a kind that is not known counts as one of a namespace, as the Kubernetes provider takes it.</summary>
    /// <param name="apiVersion">Group and version, e.g. <c>apps/v1</c>; <c>v1</c> for the core group.</param>
    /// <param name="kind">The kind.</param>
    public static bool IsNamespaced(string apiVersion, string kind)
    {
        ArgumentNullException.ThrowIfNull(apiVersion);
        return IsOfNamespace(ApiGroup.Of(apiVersion), kind);
    }

    /// <summary>As <see cref="IsNamespaced"/>, by the group.</summary>
    internal static bool IsOfNamespace(string group, string kind) => !OfCluster.Contains($"{group}/{kind}");
}
