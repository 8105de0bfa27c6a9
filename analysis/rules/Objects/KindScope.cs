using System.Collections.Frozen;

namespace Rampart.Rules.Objects;

/// <summary>Whether the objects of a kind live in namespaces.</summary>
public static class KindScope
{
    // Gatekeeper makes a kind of this group for each template, always one of the whole cluster.
    private const string Constraints = "constraints.gatekeeper.sh";

    // Kubernetes' own kinds that are in no namespace, as `kubectl api-resources --namespaced=false` lists them and their earlier versions,
    // and custom ones of well-known projects.
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
        "kyverno.io/ClusterPolicy", "kyverno.io/ClusterCleanupPolicy", "kyverno.io/GlobalContextEntry",
        "policies.kyverno.io/ValidatingPolicy", "policies.kyverno.io/MutatingPolicy", "policies.kyverno.io/ImageValidatingPolicy",
        "policies.kyverno.io/GeneratingPolicy", "policies.kyverno.io/DeletingPolicy",
        "wgpolicyk8s.io/ClusterPolicyReport", "reports.kyverno.io/ClusterEphemeralReport", "policy.sigstore.dev/ClusterImagePolicy",
        "templates.gatekeeper.sh/ConstraintTemplate", "mutations.gatekeeper.sh/Assign", "mutations.gatekeeper.sh/AssignImage",
        "mutations.gatekeeper.sh/AssignMetadata", "mutations.gatekeeper.sh/ModifySet", "expansion.gatekeeper.sh/ExpansionTemplate",
        "externaldata.gatekeeper.sh/Provider", "syncset.gatekeeper.sh/SyncSet",
        "cilium.io/CiliumClusterwideNetworkPolicy", "cilium.io/CiliumClusterwideEnvoyConfig", "cilium.io/CiliumEgressGatewayPolicy",
        "cilium.io/CiliumExternalWorkload", "cilium.io/CiliumIdentity", "cilium.io/CiliumL2AnnouncementPolicy",
        "cilium.io/CiliumLoadBalancerIPPool", "cilium.io/CiliumNode", "cilium.io/CiliumBGPPeeringPolicy", "cilium.io/CiliumBGPClusterConfig",
        "cilium.io/CiliumBGPPeerConfig", "cilium.io/CiliumBGPAdvertisement", "cilium.io/CiliumCIDRGroup", "cilium.io/TracingPolicy",
        "crd.projectcalico.org/GlobalNetworkPolicy", "crd.projectcalico.org/GlobalNetworkSet", "crd.projectcalico.org/IPPool",
        "crd.projectcalico.org/BGPConfiguration", "crd.projectcalico.org/BGPPeer", "crd.projectcalico.org/FelixConfiguration",
        "crd.projectcalico.org/HostEndpoint", "crd.projectcalico.org/ClusterInformation",
        "projectcalico.org/GlobalNetworkPolicy", "projectcalico.org/StagedGlobalNetworkPolicy", "projectcalico.org/GlobalNetworkSet",
        "projectcalico.org/IPPool", "projectcalico.org/BGPConfiguration", "projectcalico.org/BGPPeer", "projectcalico.org/FelixConfiguration",
        "projectcalico.org/HostEndpoint", "operator.tigera.io/Installation", "operator.tigera.io/APIServer",
        "crd.antrea.io/ClusterNetworkPolicy", "crd.antrea.io/ClusterGroup", "crd.antrea.io/Tier", "crd.antrea.io/Egress",
        "policy.networking.k8s.io/AdminNetworkPolicy", "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
        "policy.networking.k8s.io/ClusterNetworkPolicy",
        "cert-manager.io/ClusterIssuer", "trust.cert-manager.io/Bundle", "external-secrets.io/ClusterSecretStore",
        "external-secrets.io/ClusterExternalSecret", "external-secrets.io/ClusterPushSecret", "generators.external-secrets.io/ClusterGenerator",
        "gateway.networking.k8s.io/GatewayClass", "snapshot.storage.k8s.io/VolumeSnapshotClass",
        "snapshot.storage.k8s.io/VolumeSnapshotContent", "groupsnapshot.storage.k8s.io/VolumeGroupSnapshotClass",
        "groupsnapshot.storage.k8s.io/VolumeGroupSnapshotContent", "karpenter.sh/NodePool", "karpenter.sh/NodeClaim",
        "karpenter.k8s.aws/EC2NodeClass", "keda.sh/ClusterTriggerAuthentication", "argoproj.io/ClusterWorkflowTemplate",
        "argoproj.io/ClusterAnalysisTemplate", "tekton.dev/ClusterTask", "triggers.tekton.dev/ClusterTriggerBinding",
        "triggers.tekton.dev/ClusterInterceptor", "kueue.x-k8s.io/ClusterQueue", "kueue.x-k8s.io/ResourceFlavor",
        "kueue.x-k8s.io/WorkloadPriorityClass", "kueue.x-k8s.io/AdmissionCheck", "nfd.k8s-sigs.io/NodeFeatureRule",
        "apiextensions.crossplane.io/Composition", "apiextensions.crossplane.io/CompositeResourceDefinition", "pkg.crossplane.io/Provider",
        "pkg.crossplane.io/Configuration", "pkg.crossplane.io/Function", "config.openshift.io/ClusterOperator",
        "config.openshift.io/ClusterVersion", "security.openshift.io/SecurityContextConstraints", "project.openshift.io/Project",
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
    internal static bool IsOfNamespace(string group, string kind) => group != Constraints && !OfCluster.Contains($"{group}/{kind}");
}
