namespace Rampart.Rules.Objects;

/// <summary>Which fields the kinds have that rules look at, and of which types, as the API server reads them.</summary>
/// <remarks>The facts are those of the Go types of Kubernetes 1.36 (k8s.io/api 0.36). What a status holds is left out: nobody writes it.</remarks>
internal static class FieldTypes
{
    // A type, then a line for each type of its fields. [T] is a list, {T} an object with any keys.
    private const string Source = """
        AWSElasticBlockStoreVolumeSource
          text: volumeID fsType
          boolean: readOnly
          integer: partition
        Affinity
          NodeAffinity: nodeAffinity
          PodAffinity: podAffinity
          PodAntiAffinity: podAntiAffinity
        AggregationRule
          [LabelSelector]: clusterRoleSelectors
        AppArmorProfile
          text: type localhostProfile
        AuditAnnotation
          text: key valueExpression
        AzureDiskVolumeSource
          text: diskName diskURI cachingMode fsType kind
          boolean: readOnly
        AzureFileVolumeSource
          text: secretName shareName
          boolean: readOnly
        CSIVolumeSource
          text: driver fsType
          boolean: readOnly
          LocalObjectReference: nodePublishSecretRef
          {text}: volumeAttributes
        Capabilities
          [text]: add drop
        CephFSVolumeSource
          text: path user secretFile
          boolean: readOnly
          LocalObjectReference: secretRef
          [text]: monitors
        CinderVolumeSource
          text: volumeID fsType
          boolean: readOnly
          LocalObjectReference: secretRef
        ClientIPConfig
          integer: timeoutSeconds
        ClusterRole
          AggregationRule: aggregationRule
          ObjectMeta: metadata
          [PolicyRule]: rules
        ClusterRoleBinding
          ObjectMeta: metadata
          RoleRef: roleRef
          [Subject]: subjects
        ClusterTrustBundleProjection
          text: name signerName path
          boolean: optional
          LabelSelector: labelSelector
        ConfigMap
          boolean: immutable
          ObjectMeta: metadata
          {text}: data binaryData
        ConfigMapEnvSource
          text: name
          boolean: optional
        ConfigMapKeySelector
          text: name key
          boolean: optional
        ConfigMapProjection
          text: name
          boolean: optional
          [KeyToPath]: items
        ConfigMapVolumeSource
          text: name
          boolean: optional
          integer: defaultMode
          [KeyToPath]: items
        Container
          text: name image workingDir restartPolicy terminationMessagePath terminationMessagePolicy imagePullPolicy
          boolean: stdin stdinOnce tty
          Lifecycle: lifecycle
          Probe: livenessProbe readinessProbe startupProbe
          ResourceRequirements: resources
          SecurityContext: securityContext
          [ContainerPort]: ports
          [ContainerResizePolicy]: resizePolicy
          [ContainerRestartRule]: restartPolicyRules
          [EnvFromSource]: envFrom
          [EnvVar]: env
          [VolumeDevice]: volumeDevices
          [VolumeMount]: volumeMounts
          [text]: command args
        ContainerPort
          text: name protocol hostIP
          integer: hostPort containerPort
        ContainerResizePolicy
          text: resourceName restartPolicy
        ContainerResourceMetricSource
          text: name container
          MetricTarget: target
        ContainerRestartRule
          text: action
          ContainerRestartRuleOnExitCodes: exitCodes
        ContainerRestartRuleOnExitCodes
          text: operator
          [integer]: values
        CronJob
          CronJobSpec: spec
          ObjectMeta: metadata
        CronJobSpec
          text: schedule timeZone concurrencyPolicy
          boolean: suspend
          integer: successfulJobsHistoryLimit failedJobsHistoryLimit
          long: startingDeadlineSeconds
          JobTemplateSpec: jobTemplate
        CrossVersionObjectReference
          text: kind name apiVersion
        DaemonSet
          DaemonSetSpec: spec
          ObjectMeta: metadata
        DaemonSetSpec
          integer: minReadySeconds revisionHistoryLimit
          DaemonSetUpdateStrategy: updateStrategy
          LabelSelector: selector
          PodTemplateSpec: template
        DaemonSetUpdateStrategy
          text: type
          RollingUpdateDaemonSet: rollingUpdate
        Deployment
          DeploymentSpec: spec
          ObjectMeta: metadata
        DeploymentSpec
          boolean: paused
          integer: replicas minReadySeconds revisionHistoryLimit progressDeadlineSeconds
          DeploymentStrategy: strategy
          LabelSelector: selector
          PodTemplateSpec: template
        DeploymentStrategy
          text: type
          RollingUpdateDeployment: rollingUpdate
        DownwardAPIProjection
          [DownwardAPIVolumeFile]: items
        DownwardAPIVolumeFile
          text: path
          integer: mode
          ObjectFieldSelector: fieldRef
          ResourceFieldSelector: resourceFieldRef
        DownwardAPIVolumeSource
          integer: defaultMode
          [DownwardAPIVolumeFile]: items
        EmptyDirVolumeSource
          text: medium
          quantity: sizeLimit
        EnvFromSource
          text: prefix
          ConfigMapEnvSource: configMapRef
          SecretEnvSource: secretRef
        EnvVar
          text: name value
          EnvVarSource: valueFrom
        EnvVarSource
          ConfigMapKeySelector: configMapKeyRef
          FileKeySelector: fileKeyRef
          ObjectFieldSelector: fieldRef
          ResourceFieldSelector: resourceFieldRef
          SecretKeySelector: secretKeyRef
        EphemeralContainer
          text: name image workingDir restartPolicy terminationMessagePath terminationMessagePolicy imagePullPolicy targetContainerName
          boolean: stdin stdinOnce tty
          Lifecycle: lifecycle
          Probe: livenessProbe readinessProbe startupProbe
          ResourceRequirements: resources
          SecurityContext: securityContext
          [ContainerPort]: ports
          [ContainerResizePolicy]: resizePolicy
          [ContainerRestartRule]: restartPolicyRules
          [EnvFromSource]: envFrom
          [EnvVar]: env
          [VolumeDevice]: volumeDevices
          [VolumeMount]: volumeMounts
          [text]: command args
        EphemeralVolumeSource
          PersistentVolumeClaimTemplate: volumeClaimTemplate
        ExecAction
          [text]: command
        ExternalMetricSource
          MetricIdentifier: metric
          MetricTarget: target
        FCVolumeSource
          text: fsType
          boolean: readOnly
          integer: lun
          [text]: targetWWNs wwids
        FileKeySelector
          text: volumeName path key
          boolean: optional
        FlexVolumeSource
          text: driver fsType
          boolean: readOnly
          LocalObjectReference: secretRef
          {text}: options
        FlockerVolumeSource
          text: datasetName datasetUUID
        GCEPersistentDiskVolumeSource
          text: pdName fsType
          boolean: readOnly
          integer: partition
        GRPCAction
          text: service
          integer: port
        GitRepoVolumeSource
          text: repository revision directory
        GlusterfsVolumeSource
          text: endpoints path
          boolean: readOnly
        HPAScalingPolicy
          text: type
          integer: value periodSeconds
        HPAScalingRules
          text: selectPolicy
          integer: stabilizationWindowSeconds
          quantity: tolerance
          [HPAScalingPolicy]: policies
        HTTPGetAction
          text: path host scheme
          integer-or-text: port
          [HTTPHeader]: httpHeaders
        HTTPHeader
          text: name value
        HTTPIngressPath
          text: path pathType
          IngressBackend: backend
        HTTPIngressRuleValue
          [HTTPIngressPath]: paths
        HorizontalPodAutoscaler
          HorizontalPodAutoscalerSpec: spec
          ObjectMeta: metadata
        HorizontalPodAutoscalerBehavior
          HPAScalingRules: scaleUp scaleDown
        HorizontalPodAutoscalerSpec
          integer: minReplicas maxReplicas
          CrossVersionObjectReference: scaleTargetRef
          HorizontalPodAutoscalerBehavior: behavior
          [MetricSpec]: metrics
        HostAlias
          text: ip
          [text]: hostnames
        HostPathVolumeSource
          text: path type
        IPBlock
          text: cidr
          [text]: except
        ISCSIVolumeSource
          text: targetPortal iqn iscsiInterface fsType initiatorName
          boolean: readOnly chapAuthDiscovery chapAuthSession
          integer: lun
          LocalObjectReference: secretRef
          [text]: portals
        ImageVolumeSource
          text: reference pullPolicy
        Ingress
          IngressSpec: spec
          ObjectMeta: metadata
        IngressBackend
          IngressServiceBackend: service
          TypedLocalObjectReference: resource
        IngressRule
          text: host
          HTTPIngressRuleValue: http
        IngressServiceBackend
          text: name
          ServiceBackendPort: port
        IngressSpec
          text: ingressClassName
          IngressBackend: defaultBackend
          [IngressRule]: rules
          [IngressTLS]: tls
        IngressTLS
          text: secretName
          [text]: hosts
        Job
          JobSpec: spec
          ObjectMeta: metadata
        JobSpec
          text: completionMode podReplacementPolicy managedBy
          boolean: manualSelector suspend
          integer: parallelism completions backoffLimit backoffLimitPerIndex maxFailedIndexes ttlSecondsAfterFinished
          long: activeDeadlineSeconds
          LabelSelector: selector
          PodFailurePolicy: podFailurePolicy
          PodTemplateSpec: template
          SuccessPolicy: successPolicy
        JobTemplateSpec
          JobSpec: spec
          ObjectMeta: metadata
        KeyToPath
          text: key path
          integer: mode
        LabelSelector
          [LabelSelectorRequirement]: matchExpressions
          {text}: matchLabels
        LabelSelectorRequirement
          text: key operator
          [text]: values
        Lifecycle
          text: stopSignal
          LifecycleHandler: postStart preStop
        LifecycleHandler
          ExecAction: exec
          HTTPGetAction: httpGet
          SleepAction: sleep
          TCPSocketAction: tcpSocket
        LimitRange
          LimitRangeSpec: spec
          ObjectMeta: metadata
        LimitRangeItem
          text: type
          {quantity}: max min default defaultRequest maxLimitRequestRatio
        LimitRangeSpec
          [LimitRangeItem]: limits
        LocalObjectReference
          text: name
        MatchCondition
          text: name expression
        MatchResources
          text: matchPolicy
          LabelSelector: namespaceSelector objectSelector
          [NamedRuleWithOperations]: resourceRules excludeResourceRules
        MetricIdentifier
          text: name
          LabelSelector: selector
        MetricSpec
          text: type
          ContainerResourceMetricSource: containerResource
          ExternalMetricSource: external
          ObjectMetricSource: object
          PodsMetricSource: pods
          ResourceMetricSource: resource
        MetricTarget
          text: type
          integer: averageUtilization
          quantity: value averageValue
        NFSVolumeSource
          text: server path
          boolean: readOnly
        NamedRuleWithOperations
          text: scope
          [text]: resourceNames operations apiGroups apiVersions resources
        Namespace
          NamespaceSpec: spec
          ObjectMeta: metadata
        NamespaceSpec
          [text]: finalizers
        NetworkPolicy
          NetworkPolicySpec: spec
          ObjectMeta: metadata
        NetworkPolicyEgressRule
          [NetworkPolicyPeer]: to
          [NetworkPolicyPort]: ports
        NetworkPolicyIngressRule
          [NetworkPolicyPeer]: from
          [NetworkPolicyPort]: ports
        NetworkPolicyPeer
          IPBlock: ipBlock
          LabelSelector: podSelector namespaceSelector
        NetworkPolicyPort
          text: protocol
          integer: endPort
          integer-or-text: port
        NetworkPolicySpec
          LabelSelector: podSelector
          [NetworkPolicyEgressRule]: egress
          [NetworkPolicyIngressRule]: ingress
          [text]: policyTypes
        NodeAffinity
          NodeSelector: requiredDuringSchedulingIgnoredDuringExecution
          [PreferredSchedulingTerm]: preferredDuringSchedulingIgnoredDuringExecution
        NodeSelector
          [NodeSelectorTerm]: nodeSelectorTerms
        NodeSelectorRequirement
          text: key operator
          [text]: values
        NodeSelectorTerm
          [NodeSelectorRequirement]: matchExpressions matchFields
        ObjectFieldSelector
          text: apiVersion fieldPath
        ObjectMeta
          text: name generateName namespace uid resourceVersion creationTimestamp deletionTimestamp
          long: generation deletionGracePeriodSeconds
          [OwnerReference]: ownerReferences
          [text]: finalizers
          {text}: labels annotations
        ObjectMetricSource
          CrossVersionObjectReference: describedObject
          MetricIdentifier: metric
          MetricTarget: target
        ObjectReference
          text: kind namespace name uid apiVersion resourceVersion fieldPath
        OwnerReference
          text: apiVersion kind name uid
          boolean: controller blockOwnerDeletion
        ParamKind
          text: apiVersion kind
        ParamRef
          text: name namespace parameterNotFoundAction
          LabelSelector: selector
        PersistentVolumeClaim
          ObjectMeta: metadata
          PersistentVolumeClaimSpec: spec
        PersistentVolumeClaimSpec
          text: volumeName storageClassName volumeMode volumeAttributesClassName
          LabelSelector: selector
          TypedLocalObjectReference: dataSource
          TypedObjectReference: dataSourceRef
          VolumeResourceRequirements: resources
          [text]: accessModes
        PersistentVolumeClaimTemplate
          ObjectMeta: metadata
          PersistentVolumeClaimSpec: spec
        PersistentVolumeClaimVolumeSource
          text: claimName
          boolean: readOnly
        PhotonPersistentDiskVolumeSource
          text: pdID fsType
        Pod
          ObjectMeta: metadata
          PodSpec: spec
        PodAffinity
          [PodAffinityTerm]: requiredDuringSchedulingIgnoredDuringExecution
          [WeightedPodAffinityTerm]: preferredDuringSchedulingIgnoredDuringExecution
        PodAffinityTerm
          text: topologyKey
          LabelSelector: labelSelector namespaceSelector
          [text]: namespaces matchLabelKeys mismatchLabelKeys
        PodAntiAffinity
          [PodAffinityTerm]: requiredDuringSchedulingIgnoredDuringExecution
          [WeightedPodAffinityTerm]: preferredDuringSchedulingIgnoredDuringExecution
        PodCertificateProjection
          text: signerName keyType credentialBundlePath keyPath certificateChainPath
          integer: maxExpirationSeconds
          {text}: userAnnotations
        PodDNSConfig
          [PodDNSConfigOption]: options
          [text]: nameservers searches
        PodDNSConfigOption
          text: name value
        PodDisruptionBudget
          ObjectMeta: metadata
          PodDisruptionBudgetSpec: spec
        PodDisruptionBudgetSpec
          text: unhealthyPodEvictionPolicy
          integer-or-text: minAvailable maxUnavailable
          LabelSelector: selector
        PodFailurePolicy
          [PodFailurePolicyRule]: rules
        PodFailurePolicyOnExitCodesRequirement
          text: containerName operator
          [integer]: values
        PodFailurePolicyOnPodConditionsPattern
          text: type
        PodFailurePolicyRule
          text: action
          PodFailurePolicyOnExitCodesRequirement: onExitCodes
          [PodFailurePolicyOnPodConditionsPattern]: onPodConditions
        PodOS
          text: name
        PodReadinessGate
          text: conditionType
        PodResourceClaim
          text: name resourceClaimName resourceClaimTemplateName
        PodSchedulingGate
          text: name
        PodSchedulingGroup
          text: podGroupName
        PodSecurityContext
          text: supplementalGroupsPolicy fsGroupChangePolicy seLinuxChangePolicy
          boolean: runAsNonRoot
          id: runAsUser runAsGroup fsGroup
          AppArmorProfile: appArmorProfile
          SELinuxOptions: seLinuxOptions
          SeccompProfile: seccompProfile
          WindowsSecurityContextOptions: windowsOptions
          [Sysctl]: sysctls
          [id]: supplementalGroups
        PodSpec
          text: restartPolicy dnsPolicy serviceAccountName serviceAccount nodeName hostname subdomain schedulerName priorityClassName
          text: runtimeClassName preemptionPolicy hostnameOverride
          boolean: automountServiceAccountToken hostNetwork hostPID hostIPC shareProcessNamespace enableServiceLinks setHostnameAsFQDN hostUsers
          integer: priority
          long: terminationGracePeriodSeconds activeDeadlineSeconds
          Affinity: affinity
          PodDNSConfig: dnsConfig
          PodOS: os
          PodSchedulingGroup: schedulingGroup
          PodSecurityContext: securityContext
          ResourceRequirements: resources
          [Container]: initContainers containers
          [EphemeralContainer]: ephemeralContainers
          [HostAlias]: hostAliases
          [LocalObjectReference]: imagePullSecrets
          [PodReadinessGate]: readinessGates
          [PodResourceClaim]: resourceClaims
          [PodSchedulingGate]: schedulingGates
          [Toleration]: tolerations
          [TopologySpreadConstraint]: topologySpreadConstraints
          [Volume]: volumes
          {quantity}: overhead
          {text}: nodeSelector
        PodTemplate
          ObjectMeta: metadata
          PodTemplateSpec: template
        PodTemplateSpec
          ObjectMeta: metadata
          PodSpec: spec
        PodsMetricSource
          MetricIdentifier: metric
          MetricTarget: target
        PolicyRule
          [text]: verbs apiGroups resources resourceNames nonResourceURLs
        PortworxVolumeSource
          text: volumeID fsType
          boolean: readOnly
        PreferredSchedulingTerm
          integer: weight
          NodeSelectorTerm: preference
        PriorityClass
          text: description preemptionPolicy
          boolean: globalDefault
          integer: value
          ObjectMeta: metadata
        Probe
          integer: initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold
          long: terminationGracePeriodSeconds
          ExecAction: exec
          GRPCAction: grpc
          HTTPGetAction: httpGet
          TCPSocketAction: tcpSocket
        ProjectedVolumeSource
          integer: defaultMode
          [VolumeProjection]: sources
        QuobyteVolumeSource
          text: registry volume user group tenant
          boolean: readOnly
        RBDVolumeSource
          text: image fsType pool user keyring
          boolean: readOnly
          LocalObjectReference: secretRef
          [text]: monitors
        ReplicaSet
          ObjectMeta: metadata
          ReplicaSetSpec: spec
        ReplicaSetSpec
          integer: replicas minReadySeconds
          LabelSelector: selector
          PodTemplateSpec: template
        ReplicationController
          ObjectMeta: metadata
          ReplicationControllerSpec: spec
        ReplicationControllerSpec
          integer: replicas minReadySeconds
          PodTemplateSpec: template
          {text}: selector
        ResourceClaim
          text: name request
        ResourceFieldSelector
          text: containerName resource
          quantity: divisor
        ResourceMetricSource
          text: name
          MetricTarget: target
        ResourceQuota
          ObjectMeta: metadata
          ResourceQuotaSpec: spec
        ResourceQuotaSpec
          ScopeSelector: scopeSelector
          [text]: scopes
          {quantity}: hard
        ResourceRequirements
          [ResourceClaim]: claims
          {quantity}: limits requests
        Role
          ObjectMeta: metadata
          [PolicyRule]: rules
        RoleBinding
          ObjectMeta: metadata
          RoleRef: roleRef
          [Subject]: subjects
        RoleRef
          text: apiGroup kind name
        RollingUpdateDaemonSet
          integer-or-text: maxUnavailable maxSurge
        RollingUpdateDeployment
          integer-or-text: maxUnavailable maxSurge
        RollingUpdateStatefulSetStrategy
          integer: partition
          integer-or-text: maxUnavailable
        SELinuxOptions
          text: user role type level
        ScaleIOVolumeSource
          text: gateway system protectionDomain storagePool storageMode volumeName fsType
          boolean: sslEnabled readOnly
          LocalObjectReference: secretRef
        ScopeSelector
          [ScopedResourceSelectorRequirement]: matchExpressions
        ScopedResourceSelectorRequirement
          text: scopeName operator
          [text]: values
        SeccompProfile
          text: type localhostProfile
        Secret
          text: type
          boolean: immutable
          ObjectMeta: metadata
          {text}: data stringData
        SecretEnvSource
          text: name
          boolean: optional
        SecretKeySelector
          text: name key
          boolean: optional
        SecretProjection
          text: name
          boolean: optional
          [KeyToPath]: items
        SecretVolumeSource
          text: secretName
          boolean: optional
          integer: defaultMode
          [KeyToPath]: items
        SecurityContext
          text: procMount
          boolean: privileged runAsNonRoot readOnlyRootFilesystem allowPrivilegeEscalation
          id: runAsUser runAsGroup
          AppArmorProfile: appArmorProfile
          Capabilities: capabilities
          SELinuxOptions: seLinuxOptions
          SeccompProfile: seccompProfile
          WindowsSecurityContextOptions: windowsOptions
        Service
          ObjectMeta: metadata
          ServiceSpec: spec
        ServiceAccount
          boolean: automountServiceAccountToken
          ObjectMeta: metadata
          [LocalObjectReference]: imagePullSecrets
          [ObjectReference]: secrets
        ServiceAccountTokenProjection
          text: audience path
          long: expirationSeconds
        ServiceBackendPort
          text: name
          integer: number
        ServicePort
          text: name protocol appProtocol
          integer: port nodePort
          integer-or-text: targetPort
        ServiceSpec
          text: clusterIP type sessionAffinity loadBalancerIP externalName externalTrafficPolicy ipFamilyPolicy loadBalancerClass
          text: internalTrafficPolicy trafficDistribution
          boolean: publishNotReadyAddresses allocateLoadBalancerNodePorts
          integer: healthCheckNodePort
          SessionAffinityConfig: sessionAffinityConfig
          [ServicePort]: ports
          [text]: clusterIPs externalIPs loadBalancerSourceRanges ipFamilies
          {text}: selector
        SessionAffinityConfig
          ClientIPConfig: clientIP
        SleepAction
          long: seconds
        StatefulSet
          ObjectMeta: metadata
          StatefulSetSpec: spec
        StatefulSetOrdinals
          integer: start
        StatefulSetPersistentVolumeClaimRetentionPolicy
          text: whenDeleted whenScaled
        StatefulSetSpec
          text: serviceName podManagementPolicy
          integer: replicas revisionHistoryLimit minReadySeconds
          LabelSelector: selector
          PodTemplateSpec: template
          StatefulSetOrdinals: ordinals
          StatefulSetPersistentVolumeClaimRetentionPolicy: persistentVolumeClaimRetentionPolicy
          StatefulSetUpdateStrategy: updateStrategy
          [PersistentVolumeClaim]: volumeClaimTemplates
        StatefulSetUpdateStrategy
          text: type
          RollingUpdateStatefulSetStrategy: rollingUpdate
        StorageOSVolumeSource
          text: volumeName volumeNamespace fsType
          boolean: readOnly
          LocalObjectReference: secretRef
        Subject
          text: kind apiGroup name namespace
        SuccessPolicy
          [SuccessPolicyRule]: rules
        SuccessPolicyRule
          text: succeededIndexes
          integer: succeededCount
        Sysctl
          text: name value
        TCPSocketAction
          text: host
          integer-or-text: port
        Toleration
          text: key operator value effect
          long: tolerationSeconds
        TopologySpreadConstraint
          text: topologyKey whenUnsatisfiable nodeAffinityPolicy nodeTaintsPolicy
          integer: maxSkew minDomains
          LabelSelector: labelSelector
          [text]: matchLabelKeys
        TypedLocalObjectReference
          text: apiGroup kind name
        TypedObjectReference
          text: apiGroup kind name namespace
        ValidatingAdmissionPolicy
          ObjectMeta: metadata
          ValidatingAdmissionPolicySpec: spec
        ValidatingAdmissionPolicyBinding
          ObjectMeta: metadata
          ValidatingAdmissionPolicyBindingSpec: spec
        ValidatingAdmissionPolicyBindingSpec
          text: policyName
          MatchResources: matchResources
          ParamRef: paramRef
          [text]: validationActions
        ValidatingAdmissionPolicySpec
          text: failurePolicy
          MatchResources: matchConstraints
          ParamKind: paramKind
          [AuditAnnotation]: auditAnnotations
          [MatchCondition]: matchConditions
          [Validation]: validations
          [Variable]: variables
        Validation
          text: expression message reason messageExpression
        Variable
          text: name expression
        Volume
          text: name
          AWSElasticBlockStoreVolumeSource: awsElasticBlockStore
          AzureDiskVolumeSource: azureDisk
          AzureFileVolumeSource: azureFile
          CSIVolumeSource: csi
          CephFSVolumeSource: cephfs
          CinderVolumeSource: cinder
          ConfigMapVolumeSource: configMap
          DownwardAPIVolumeSource: downwardAPI
          EmptyDirVolumeSource: emptyDir
          EphemeralVolumeSource: ephemeral
          FCVolumeSource: fc
          FlexVolumeSource: flexVolume
          FlockerVolumeSource: flocker
          GCEPersistentDiskVolumeSource: gcePersistentDisk
          GitRepoVolumeSource: gitRepo
          GlusterfsVolumeSource: glusterfs
          HostPathVolumeSource: hostPath
          ISCSIVolumeSource: iscsi
          ImageVolumeSource: image
          NFSVolumeSource: nfs
          PersistentVolumeClaimVolumeSource: persistentVolumeClaim
          PhotonPersistentDiskVolumeSource: photonPersistentDisk
          PortworxVolumeSource: portworxVolume
          ProjectedVolumeSource: projected
          QuobyteVolumeSource: quobyte
          RBDVolumeSource: rbd
          ScaleIOVolumeSource: scaleIO
          SecretVolumeSource: secret
          StorageOSVolumeSource: storageos
          VsphereVirtualDiskVolumeSource: vsphereVolume
        VolumeDevice
          text: name devicePath
        VolumeMount
          text: name recursiveReadOnly mountPath subPath mountPropagation subPathExpr
          boolean: readOnly
        VolumeProjection
          ClusterTrustBundleProjection: clusterTrustBundle
          ConfigMapProjection: configMap
          DownwardAPIProjection: downwardAPI
          PodCertificateProjection: podCertificate
          SecretProjection: secret
          ServiceAccountTokenProjection: serviceAccountToken
        VolumeResourceRequirements
          {quantity}: limits requests
        VsphereVirtualDiskVolumeSource
          text: volumePath fsType storagePolicyName storagePolicyID
        WeightedPodAffinityTerm
          integer: weight
          PodAffinityTerm: podAffinityTerm
        WindowsSecurityContextOptions
          text: gmsaCredentialSpecName gmsaCredentialSpec runAsUserName
          boolean: hostProcess
        """;

    // Kinds with a type of their own, no two of which are called the same, and their groups.
    private static readonly Dictionary<string, string> GroupOfKind = new(StringComparer.Ordinal)
    {
        ["ConfigMap"] = "",
        ["LimitRange"] = "",
        ["Namespace"] = "",
        ["PersistentVolumeClaim"] = "",
        ["Pod"] = "",
        ["PodTemplate"] = "",
        ["ReplicationController"] = "",
        ["ResourceQuota"] = "",
        ["Secret"] = "",
        ["Service"] = "",
        ["ServiceAccount"] = "",
        ["ValidatingAdmissionPolicy"] = "admissionregistration.k8s.io",
        ["ValidatingAdmissionPolicyBinding"] = "admissionregistration.k8s.io",
        ["DaemonSet"] = "apps",
        ["Deployment"] = "apps",
        ["ReplicaSet"] = "apps",
        ["StatefulSet"] = "apps",
        ["HorizontalPodAutoscaler"] = "autoscaling",
        ["CronJob"] = "batch",
        ["Job"] = "batch",
        ["Ingress"] = "networking.k8s.io",
        ["NetworkPolicy"] = "networking.k8s.io",
        ["PodDisruptionBudget"] = "policy",
        ["ClusterRole"] = "rbac.authorization.k8s.io",
        ["ClusterRoleBinding"] = "rbac.authorization.k8s.io",
        ["Role"] = "rbac.authorization.k8s.io",
        ["RoleBinding"] = "rbac.authorization.k8s.io",
        ["PriorityClass"] = "scheduling.k8s.io",
    };

    private static readonly Dictionary<string, FieldType> ByName = FieldTypeReader.Read(Source);

    // What Kubernetes' other kinds and custom resources have in common.
    private static readonly FieldType AnyObject = FieldType.ObjectOf("", static () => new Dictionary<string, FieldType>(StringComparer.Ordinal)
    {
        ["metadata"] = ByName["ObjectMeta"],
    });

    /// <summary>The type of an object. Earlier versions of a kind have the same fields, or others of other names.</summary>
    public static FieldType Of(KubernetesObject item) =>
        GroupOfKind.TryGetValue(item.Kind, out string? group) && group == item.Group ? ByName[item.Kind] : AnyObject;
}
