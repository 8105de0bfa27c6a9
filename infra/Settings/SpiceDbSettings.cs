using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Enforcement;
using Rampart.Components.Namespaces;
using Rampart.Components.Scheduling;
using Rampart.Components.SpiceDb;
using Rampart.Components.Workloads;
using Rampart.Rules.Availability;
using Rampart.Rules.Diagnostics;

namespace Rampart.Infra.Settings;

/// <summary>Everything that a stack's file says, typed and checked; the setting's name is the property's, with a small first letter.</summary>
/// <remarks>Where the hardening guide or Kubernetes has a name and a shape for a value, the setting has the same.</remarks>
public sealed record SpiceDbSettings
{
    /// <summary>Default of <see cref="Namespace"/>: the hardening guide's name.</summary>
    public const string DefaultNamespace = "spicedb";

    /// <summary>Most replicas that a stack may ask for, in pods.</summary>
    public const int MaxReplicas = 100;

    /// <summary>Default of <see cref="MonitoringNamespace"/>.</summary>
    public const string DefaultMonitoringNamespace = "monitoring";

    /// <summary>Namespace of everything, a DNS label of at most 63 characters. The default is <see cref="DefaultNamespace"/>.</summary>
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>What the namespace enforces, audits and warns about; a part that is not given has the default of <see cref="PodSecurityArgs"/>.</summary>
    public PodSecuritySettings PodSecurity { get; init; } = new();

    /// <summary>What all pods together may take. The default is the hardening guide's, see <see cref="NamespaceQuotaArgs"/>.</summary>
    public Amounts ResourceQuota { get; init; } = Amounts.Of(
        ("requests.cpu", NamespaceQuotaArgs.RequestsCpu),
        ("requests.memory", NamespaceQuotaArgs.RequestsMemory),
        ("limits.cpu", NamespaceQuotaArgs.LimitsCpu),
        ("limits.memory", NamespaceQuotaArgs.LimitsMemory),
        ("persistentvolumeclaims", NamespaceQuotaArgs.PersistentVolumeClaims));

    /// <summary>What one container gets and may take.</summary>
    public LimitRangeSettings LimitRange { get; init; } = new();

    /// <summary>The image, with a tag or digest. The default is <see cref="SpiceDbArgs.DefaultImage"/>.</summary>
    public string Image { get; init; } = SpiceDbArgs.DefaultImage;

    /// <summary><c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. The default is <c>Always</c>.</summary>
    public string? ImagePullPolicy { get; init; }

    /// <summary>Names of existing pull secrets. The default is none.</summary>
    public IReadOnlyList<string> ImagePullSecrets { get; init; } = [];

    /// <summary>How to sign in to a private registry. The default is none.</summary>
    public RegistrySettings? Registry { get; init; }

    /// <summary>Number of pods, from 1 to <see cref="MaxReplicas"/>. The default is 1.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Requests and limits of a replica. The default is that of <see cref="SpiceDbArgs.Resources"/>.</summary>
    public ResourceSettings Resources { get; init; } = ResourceSettings.SpiceDb;

    /// <summary>Requests and limits of the migration. The default is <see cref="ContainerResources"/>.</summary>
    public ResourceSettings MigrationResources { get; init; } = ResourceSettings.Container;

    /// <summary>
    /// The security values: the profile that the setting <c>profile</c> names, with the changes of <c>podSecurityContext</c>,
    /// <c>securityContext</c> and <c>hostUsers</c>. The default is <see cref="HardeningProfile.Restricted"/>.
    /// </summary>
    public HardeningProfile Profile { get; init; } = HardeningProfile.Restricted;

    /// <summary>Annotations of the serving pods. The default is none.</summary>
    public IReadOnlyDictionary<string, string> PodAnnotations { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels by which the serving pods are found; <see langword="null"/>, the default, takes name and instance.</summary>
    public IReadOnlyDictionary<string, string>? SelectorLabels { get; init; }

    /// <summary>How many pods an orderly interruption may take away. The default is one at a time.</summary>
    public BudgetSettings PodDisruptionBudget { get; init; } = new();

    /// <summary>Pods above the replicas during an update. The default is <see cref="HardenedDeploymentArgs.DefaultMaxSurge"/>.</summary>
    public IntOrPercent MaxSurge { get; init; } = IntOrPercent.Count(HardenedDeploymentArgs.DefaultMaxSurge);

    /// <summary>Pods below the replicas during an update. The default is <see cref="HardenedDeploymentArgs.DefaultMaxUnavailable"/>.</summary>
    public IntOrPercent MaxUnavailable { get; init; } = IntOrPercent.Count(HardenedDeploymentArgs.DefaultMaxUnavailable);

    /// <summary>
    /// <c>ScheduleAnyway</c> or <c>DoNotSchedule</c>, for the spread over nodes. The default is
    /// <see cref="HardenedDeploymentArgs.DefaultWhenUnsatisfiable"/>.
    /// </summary>
    public string WhenUnsatisfiable { get; init; } = HardenedDeploymentArgs.DefaultWhenUnsatisfiable;

    /// <summary>The spread of the pods in Kubernetes' own shape; <see langword="null"/>, the default, spreads over nodes and zones.</summary>
    public IReadOnlyList<TopologySpreadConstraintArgs>? TopologySpreadConstraints { get; init; }

    /// <summary>An existing priority class; <see langword="null"/>, the default, makes one of <see cref="Priority"/>.</summary>
    public string? PriorityClassName { get; init; }

    /// <summary>Value of the own priority class. The default is <see cref="WorkloadPriority.DefaultValue"/>.</summary>
    public int Priority { get; init; } = WorkloadPriority.DefaultValue;

    /// <summary>Which nodes the pods need or prefer; <see langword="null"/>, the default, is any.</summary>
    public NodeAffinityArgs? NodeAffinity { get; init; }

    /// <summary>Taints that the pods bear. The default is none.</summary>
    public IReadOnlyList<TolerationArgs> Tolerations { get; init; } = [];

    /// <summary>Where relationships are kept. The default is memory.</summary>
    public DatastoreSettings Datastore { get; init; } = new();

    /// <summary>Keys of the clients, a secret. Required.</summary>
    public Output<string>? PresharedKey { get; init; }

    /// <summary>Whether the replicas share the work of a request. The default is <see langword="false"/>.</summary>
    public bool Dispatch { get; init; }

    /// <summary>Whether the HTTP gateway is on. The default is <see langword="false"/>.</summary>
    public bool HttpGateway { get; init; }

    /// <summary>An existing secret with certificate, key and authority; <see langword="null"/>, the default, leaves TLS to a mesh.</summary>
    public string? TlsSecretName { get; init; }

    /// <summary><c>trace</c>, <c>debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>. The default is <see cref="SpiceDbArgs.DefaultLogLevel"/>.</summary>
    public string LogLevel { get; init; } = SpiceDbArgs.DefaultLogLevel;

    /// <summary>Namespaces whose pods may use the API. The default is SpiceDB's own.</summary>
    public IReadOnlyList<string> ClientNamespaces { get; init; } = [];

    /// <summary>Namespace whose pods may read the metrics. The default is <see cref="DefaultMonitoringNamespace"/>.</summary>
    public string MonitoringNamespace { get; init; } = DefaultMonitoringNamespace;

    /// <summary>Addresses of the API server. The default is every address.</summary>
    public IReadOnlyList<string> ApiServerCidrs { get; init; } = [];

    /// <summary>What deserves a look and stops nothing.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Reads and checks the settings of a stack.</summary>
    /// <param name="config">The configuration of the project.</param>
    /// <param name="project">Name of the project, e.g. <c>spicedb</c>.</param>
    /// <param name="stack">Name of the stack, e.g. <c>dev</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong; the exception has all of it.</exception>
    public static SpiceDbSettings Bind(Config config, string project, string stack)
    {
        ArgumentNullException.ThrowIfNull(config);
        SettingsProblems problems = new($"Pulumi.{stack}.yaml");
        SettingsSection root = new(problems, project, new ConfigSource(config, project));
        SpiceDbSettings settings = new SpiceDbSettingsReader(root).Read();
        DatastoreCheck.Check(settings, root);
        CapacityCheck.Check(settings, root, problems);
        BudgetCheck.Check(settings, root, problems);
        ClusterCheck.Check(new Config("kubernetes"), Environment.GetEnvironmentVariable, problems);
        problems.AddRange(RuleConfiguration.Read().Diagnostics);
        ServerCheck.Check(settings, root);
        return problems.HasErrors ? throw new ConfigurationException(problems.ToList()) : settings with { Warnings = problems.ToList() };
    }
}
