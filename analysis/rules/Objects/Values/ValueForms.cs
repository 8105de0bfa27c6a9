namespace Rampart.Rules.Objects.Values;

/// <summary>What the API server takes as values, by the types that <see cref="FieldTypes"/> knows.</summary>
/// <remarks>
/// The facts were measured on a Kubernetes 1.37 API server. What other rules tell is left out: probes, quantities, spread
/// constraints, pull policies, ports and the like.
/// </remarks>
internal static class ValueForms
{
    // A type, then a line for each form of its fields. 'required' means neither missing nor empty.
    private const string Source = """
        ConfigMap
          config-keys: data binaryData
        ConfigMapEnvSource
          dns-name: name
          required: name
        ConfigMapKeySelector
          dns-name: name
          required: name key
          config-key: key
        ConfigMapVolumeSource
          required: name
          between(0|511): defaultMode
        Container
          dns-label: name
          one-of(File|FallbackToLogsOnError): terminationMessagePolicy
          unique(name): ports
          unique(mountPath): volumeMounts
        ContainerPort
          one-of(TCP|UDP|SCTP): protocol
        CronJobSpec
          one-of(Allow|Forbid|Replace): concurrencyPolicy
          between(0|2147483647): startingDeadlineSeconds successfulJobsHistoryLimit failedJobsHistoryLimit
        DaemonSetSpec
          between(0|2147483647): minReadySeconds revisionHistoryLimit
        DeploymentSpec
          between(0|2147483647): replicas minReadySeconds revisionHistoryLimit progressDeadlineSeconds
        EnvVar
          variable: name
        ExecAction
          required: command
        HTTPGetAction
          one-of(HTTP|HTTPS): scheme
        HTTPHeader
          header: name
        HostAlias
          address: ip
        IPBlock
          block: cidr except
        JobSpec
          between(0|2147483647): parallelism completions backoffLimit backoffLimitPerIndex maxFailedIndexes ttlSecondsAfterFinished activeDeadlineSeconds
        KeyToPath
          between(0|511): mode
          relative-path: path
          required: key path
        LabelSelector
          labels: matchLabels
        NetworkPolicyPort
          one-of(TCP|UDP|SCTP): protocol
        NetworkPolicySpec
          one-of(Ingress|Egress): policyTypes
        ObjectMeta
          labels: labels
          annotations: annotations
          label-key: finalizers
        OwnerReference
          required: apiVersion kind name uid
        PersistentVolumeClaimSpec
          one-of(ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod): accessModes
          required: accessModes
        PodAffinityTerm
          label-key: topologyKey matchLabelKeys mismatchLabelKeys
          dns-label: namespaces
        PodOS
          one-of(linux|windows): name
        PodSchedulingGate
          label-key: name
        PodSecurityContext
          one-of(Merge|Strict): supplementalGroupsPolicy
          one-of(OnRootMismatch|Always): fsGroupChangePolicy
          one-of(MountOption|Recursive): seLinuxChangePolicy
          between(0|2147483647): runAsUser runAsGroup fsGroup supplementalGroups
          unique(name): sysctls
        PodSpec
          dns-name: serviceAccountName nodeName priorityClassName runtimeClassName
          dns-label: hostname subdomain
          one-of(ClusterFirstWithHostNet|ClusterFirst|Default|None): dnsPolicy
          between(1|2147483647): activeDeadlineSeconds
          labels: nodeSelector
          unique(name): containers initContainers schedulingGates volumes
        PriorityClass
          between(-2147483648|2147483647): value
        Probe
          between(0|2147483647): failureThreshold
        ReplicaSetSpec
          between(0|2147483647): replicas minReadySeconds
        ReplicationControllerSpec
          between(0|2147483647): replicas minReadySeconds
          labels: selector
        ResourceFieldSelector
          required: resource
        RollingUpdateStatefulSetStrategy
          between(0|2147483647): partition
        SeccompProfile
          relative-path: localhostProfile
        Secret
          config-keys: data stringData
        SecretEnvSource
          dns-name: name
          required: name
        SecretKeySelector
          dns-name: name
          required: name key
          config-key: key
        SecretVolumeSource
          required: secretName
          between(0|511): defaultMode
        SecurityContext
          one-of(Default|Unmasked): procMount
          between(0|2147483647): runAsUser runAsGroup
        ServiceAccountTokenProjection
          between(600|4294967296): expirationSeconds
          required: path
          relative-path: path
        ServicePort
          one-of(TCP|UDP|SCTP): protocol
        ServiceSpec
          one-of(ClientIP|None): sessionAffinity
          one-of(Cluster|Local): externalTrafficPolicy internalTrafficPolicy
          one-of(SingleStack|PreferDualStack|RequireDualStack): ipFamilyPolicy
          labels: selector
          unique(port|protocol): ports
        StatefulSetSpec
          one-of(OrderedReady|Parallel): podManagementPolicy
          between(0|2147483647): replicas minReadySeconds revisionHistoryLimit
        Subject
          one-of(ServiceAccount|User|Group): kind
        Sysctl
          required: name
        Toleration
          label-key: key
          one-of(Equal|Exists): operator
          one-of(NoSchedule|PreferNoSchedule|NoExecute): effect
        TopologySpreadConstraint
          label-key: matchLabelKeys
        Volume
          dns-label: name
          required: name
        VolumeMount
          relative-path: subPath
          one-of(None|HostToContainer|Bidirectional): mountPropagation
        """;

    // What a type asks of its fields together.
    private static readonly Dictionary<string, Action<Field, RejectedValueReport>> Checks = new(StringComparer.Ordinal)
    {
        ["EnvFromSource"] = SourceCheck.CheckVariables,
        ["EnvVarSource"] = SourceCheck.CheckVariable,
        ["LabelSelectorRequirement"] = RequirementCheck.CheckLabels,
        ["LifecycleHandler"] = SourceCheck.CheckHandler,
        ["NodeSelector"] = RequirementCheck.CheckNodeSelector,
        ["PreferredSchedulingTerm"] = RequirementCheck.CheckPreference,
        ["Subject"] = SubjectCheck.Check,
        ["Toleration"] = TolerationCheck.Check,
        ["Volume"] = SourceCheck.CheckVolume,
        ["VolumeMount"] = SourceCheck.CheckMount,
    };

    private static readonly Dictionary<string, Dictionary<string, List<string>>> ByType = Read();

    /// <summary>The forms of the fields of a type, by field: names for <see cref="ValueForm.Parse"/>, and <c>required</c>; null for none.</summary>
    public static Dictionary<string, List<string>>? Of(string type) => ByType.GetValueOrDefault(type);

    /// <summary>What a type asks of its fields together; null for nothing.</summary>
    public static Action<Field, RejectedValueReport>? CheckOf(string type) => Checks.GetValueOrDefault(type);

    private static Dictionary<string, Dictionary<string, List<string>>> Read()
    {
        Dictionary<string, Dictionary<string, List<string>>> types = new(StringComparer.Ordinal);
        Dictionary<string, List<string>> fields = [];
        foreach (string line in Source.Split('\n'))
        {
            if (line[0] != ' ')
            {
                types.Add(line, fields = new Dictionary<string, List<string>>(StringComparer.Ordinal));
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (string field in line[(colon + 2)..].Split(' '))
            {
                if (!fields.TryGetValue(field, out List<string>? forms))
                {
                    fields.Add(field, forms = []);
                }

                forms.Add(line[2..colon]);
            }
        }

        return types;
    }
}
