using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Availability;
using Rampart.Components.Configuration;
using Rampart.Components.Identity;
using Rampart.Components.Images;
using Rampart.Components.Scheduling;
using Rampart.Components.Workloads;

namespace Rampart.Components.SpiceDb;

/// <summary>The inputs of a <see cref="SpiceDb"/>.</summary>
public sealed class SpiceDbArgs : ResourceArgs
{
    /// <summary>Default of <see cref="Image"/>: a release without a known advisory, with the registry written out.</summary>
    public const string DefaultImage = "docker.io/authzed/spicedb:v1.57.1";

    /// <summary>Default of <see cref="Replicas"/> with a shared datastore, in pods: one for each of three nodes or zones.</summary>
    public const int DefaultReplicas = 3;

    /// <summary>Most replicas that a configuration may ask for, in pods.</summary>
    public const int MaxReplicas = 100;

    /// <summary>Default of <see cref="LogLevel"/>.</summary>
    public const string DefaultLogLevel = "info";

    /// <summary>
    /// Time for which a stopping SpiceDB goes on serving, in seconds, after its address was taken out of the service.
    /// </summary>
    public const int ShutdownGracePeriodSeconds = 10;

    /// <summary>
    /// Time between the request to stop and the stop itself, in seconds: load balancers need it to forget the pod.
    /// </summary>
    public const int PreStopSeconds = 5;

    /// <summary>
    /// Time for which a stopping SpiceDB says that it does not serve and serves all the same, in seconds: clients that watch its
    /// health need it to go elsewhere, as load balancers need <see cref="PreStopSeconds"/>. Releases before 1.57 know no such time.
    /// </summary>
    public const int ShutdownDrainDelaySeconds = 5;

    /// <summary>Processor time that a replica reserves, in cores; half of the guide's value, which is meant for production.</summary>
    public const string DefaultCpuRequest = "500m";

    /// <summary>Processor time that a replica takes at most, in cores: the hardening guide's value.</summary>
    public const string DefaultCpuLimit = "2000m";

    /// <summary>
    /// Memory of a replica, reserved and at most: SpiceDB sizes its caches by the limit, so less than that must not be reserved.
    /// </summary>
    public const string DefaultMemory = "1Gi";

    private const string DefaultResources =
        $$$"""
        {"requests":{"cpu":"{{{DefaultCpuRequest}}}","memory":"{{{DefaultMemory}}}","ephemeral-storage":"{{{ContainerResources.EphemeralStorageRequest}}}"},
        "limits":{"cpu":"{{{DefaultCpuLimit}}}","memory":"{{{DefaultMemory}}}","ephemeral-storage":"{{{ContainerResources.EphemeralStorageLimit}}}"}}
        """;

    [Input("presharedKey", required: true)]
    private Input<string>? _presharedKey;

    [Input("datastoreUri")]
    private Input<string>? _datastoreUri;

    [Input("imagePullSecrets")]
    private InputList<LocalObjectReferenceArgs>? _imagePullSecrets;

    [Input("labels")]
    private InputMap<string>? _labels;

    [Input("podAnnotations")]
    private InputMap<string>? _podAnnotations;

    [Input("tolerations")]
    private InputList<TolerationArgs>? _tolerations;

    /// <summary>Namespace of every object. Required; best the output <c>Name</c> of a <c>HardenedNamespace</c>.</summary>
    [Input("namespace", required: true)]
    public Input<string> Namespace { get; set; } = null!;

    /// <summary>
    /// <c>metadata.name</c> of Deployment and Service and stem of the other names; a DNS label of at most 44 characters. The
    /// default is the component's name.
    /// </summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Image of SpiceDB, with a tag other than <c>latest</c> or, better, a digest. The default is <see cref="DefaultImage"/>.</summary>
    [Input("image")]
    [Setting<ImageForm>(Default = DefaultImage)]
    public Input<string>? Image { get; set; }

    /// <summary><c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. The default is <c>Always</c>.</summary>
    [Input("imagePullPolicy")]
    [Setting(Allowed = ["Always", "IfNotPresent", "Never"], Default = "Always")]
    public Input<string>? ImagePullPolicy { get; set; }

    /// <summary>Secrets of type <c>kubernetes.io/dockerconfigjson</c> that exist already in the namespace.</summary>
    public InputList<LocalObjectReferenceArgs> ImagePullSecrets { get => _imagePullSecrets ??= []; set => _imagePullSecrets = value; }

    /// <summary>
    /// Private registry to sign in to, with server, username, password, email and secretName; a secret is made of it and used. The default is
    /// none.
    /// </summary>
    [Input("registry")]
    public RegistryCredentialsArgs? Registry { get; set; }

    /// <summary>
    /// Keys of the clients, with a comma between two: the first is today's, the others still work. A secret. Required.
    /// </summary>
    [Setting(IsSecret = true)]
    public Input<string>? PresharedKey
    {
        get => _presharedKey;
        set => _presharedKey = SecretInput.Of(value);
    }

    /// <summary>Where relationships are kept. The default is <see cref="SpiceDbDatastore.Memory"/>.</summary>
    [Input("datastore")]
    [Setting(Default = "memory")]
    public SpiceDbDatastore Datastore { get; set; }

    /// <summary>
    /// Address of the datastore with user and password, such as <c>postgres://user:password@host:5432/spicedb?sslmode=verify-full</c>.
    /// A secret. Required with <see cref="SpiceDbDatastore.Postgres"/>.
    /// </summary>
    [Setting(IsSecret = true)]
    public Input<string>? DatastoreUri
    {
        get => _datastoreUri;
        set => _datastoreUri = SecretInput.Of(value);
    }

    /// <summary>
    /// Number of pods, from 1; 1 with the memory datastore. The default is 1 with it and <see cref="DefaultReplicas"/> with
    /// any other.
    /// </summary>
    [Input("replicas")]
    [Setting(Minimum = 1, Maximum = MaxReplicas)]
    public Input<int>? Replicas { get; set; }

    /// <summary>
    /// Whether the replicas share the work of a request. They find each other at the API server, so that the pods get a role
    /// for endpoints and a token. Not with the memory datastore. The default is <see langword="false"/>.
    /// </summary>
    [Input("dispatch")]
    [Setting(Default = false)]
    public bool Dispatch { get; set; }

    /// <summary>Whether the HTTP gateway is on. The default is <see langword="false"/>.</summary>
    [Input("httpGateway")]
    [Setting(Default = false)]
    public bool HttpGateway { get; set; }

    /// <summary>
    /// Secret of type <c>kubernetes.io/tls</c> in the same namespace, with <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c>, as
    /// cert-manager makes them. Given, API, gateway and dispatch speak TLS. The default is none: TLS is left to a mesh.
    /// </summary>
    [Input("tlsSecretName")]
    [Setting<ObjectNameForm>]
    public Input<string>? TlsSecretName { get; set; }

    /// <summary><c>trace</c>, <c>debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>. The default is <see cref="DefaultLogLevel"/>.</summary>
    [Input("logLevel")]
    [Setting(Allowed = ["trace", "debug", "info", "warn", "error"], Default = DefaultLogLevel)]
    public Input<string>? LogLevel { get; set; }

    /// <summary>
    /// Requests and limits of a replica. The default reserves <see cref="DefaultCpuRequest"/> and <see cref="DefaultMemory"/>
    /// and allows <see cref="DefaultCpuLimit"/> and as much memory as is reserved.
    /// </summary>
    [Input("resources")]
    [Setting(Default = DefaultResources)]
    public Input<ResourceRequirementsArgs>? Resources { get; set; }

    /// <summary>Requests and limits of the Job that migrates the datastore.</summary>
    /// <remarks>The default is that of <see cref="ContainerResources"/>.</remarks>
    [Input("migrationResources")]
    [Setting(Default = ContainerResources.Json)]
    public Input<ResourceRequirementsArgs>? MigrationResources { get; set; }

    /// <summary>The security values. The default is <see cref="HardeningProfile.Restricted"/>.</summary>
    public HardeningProfile Profile { get; set; } = HardeningProfile.Restricted;

    /// <summary>More labels of every object; they win over the recommended ones.</summary>
    public InputMap<string> Labels { get => _labels ??= []; set => _labels = value; }

    /// <summary>Annotations of the serving pods.</summary>
    public InputMap<string> PodAnnotations { get => _podAnnotations ??= []; set => _podAnnotations = value; }

    /// <summary>
    /// Labels by which the serving pods are found. The default is <c>app.kubernetes.io/name</c> and
    /// <c>app.kubernetes.io/instance</c>. They cannot change later.
    /// </summary>
    [Input("selectorLabels")]
    public InputMap<string>? SelectorLabels { get; set; }

    /// <summary>How many pods an orderly interruption may take away; <see langword="null"/> for no budget. The default is one at a time.</summary>
    [Input("disruptionBudget")]
    public DisruptionBudgetArgs? DisruptionBudget { get; set; } = new();

    /// <summary>
    /// What happens to a pod that would make the spread over nodes uneven: <c>ScheduleAnyway</c> or <c>DoNotSchedule</c>.
    /// <c>DoNotSchedule</c> needs at least as many nodes as replicas. The default is <see cref="HardenedDeploymentArgs.DefaultWhenUnsatisfiable"/>.
    /// </summary>
    [Input("whenUnsatisfiable")]
    [Setting(Allowed = ["ScheduleAnyway", "DoNotSchedule"], Default = HardenedDeploymentArgs.DefaultWhenUnsatisfiable)]
    public Input<string>? WhenUnsatisfiable { get; set; }

    /// <summary>Spread of the pods, in Kubernetes' own shape. The default spreads over nodes and zones.</summary>
    /// <remarks>The default is that of <see cref="TopologySpread"/>.</remarks>
    [Input("topologySpreadConstraints")]
    public InputList<TopologySpreadConstraintArgs>? TopologySpreadConstraints { get; set; }

    /// <summary>Pods above the replicas during an update, as a number or a percentage. The default is <see cref="HardenedDeploymentArgs.DefaultMaxSurge"/>.</summary>
    [Input("maxSurge")]
    [Setting<PodCountForm>(Default = HardenedDeploymentArgs.DefaultMaxSurge)]
    public InputUnion<int, string>? MaxSurge { get; set; }

    /// <summary>Pods below the replicas during an update, as a number or a percentage. The default is <see cref="HardenedDeploymentArgs.DefaultMaxUnavailable"/>.</summary>
    [Input("maxUnavailable")]
    [Setting<PodCountForm>(Default = HardenedDeploymentArgs.DefaultMaxUnavailable)]
    public InputUnion<int, string>? MaxUnavailable { get; set; }

    /// <summary>A priority class that exists already. The default is one of SpiceDB's own, with the value <see cref="Priority"/>.</summary>
    [Input("priorityClassName")]
    [Setting<ObjectNameForm>]
    public Input<string>? PriorityClassName { get; set; }

    /// <summary>
    /// Value of SpiceDB's own priority class, from -2147483648 to 1000000000. The class belongs to the whole cluster; its name holds
    /// namespace, name and value. The default is <see cref="WorkloadPriority.DefaultValue"/>.
    /// </summary>
    /// <remarks><see langword="null"/> makes no class.</remarks>
    [Input("priority")]
    [Setting(Maximum = WorkloadPriority.MaxValue, Default = WorkloadPriority.DefaultValue)]
    public int? Priority { get; set; } = WorkloadPriority.DefaultValue;

    /// <summary>Which nodes the pods need or prefer. The default is any.</summary>
    [Input("nodeAffinity")]
    public Input<NodeAffinityArgs>? NodeAffinity { get; set; }

    /// <summary>Taints of nodes that the pods tolerate, in Kubernetes' own shape.</summary>
    public InputList<TolerationArgs> Tolerations { get => _tolerations ??= []; set => _tolerations = value; }

    /// <summary>Who may reach SpiceDB and whom it may reach. The default lets in the pods of its own namespace.</summary>
    [Input("network")]
    public SpiceDbNetworkArgs Network { get; set; } = new();

    internal InputList<LocalObjectReferenceArgs>? ImagePullSecretsOrNull => _imagePullSecrets;

    internal InputMap<string>? LabelsOrNull => _labels;

    internal InputMap<string>? PodAnnotationsOrNull => _podAnnotations;

    internal InputList<TolerationArgs>? TolerationsOrNull => _tolerations;
}
