using Pulumi;
using Rampart.Components.Images;
using Rampart.Components.Scheduling;
using Rampart.Components.SpiceDb;
using Rampart.Rules.Objects.Values;

namespace Rampart.Infra.Settings;

/// <summary>Reads the settings one by one; what fits together is for the checks.</summary>
/// <param name="root">The settings of the project.</param>
internal sealed class SpiceDbSettingsReader(SettingsSection root)
{
    private const int MaxPort = 65535;

    private static readonly string[] Levels = ["privileged", "baseline", "restricted"];

    public SpiceDbSettings Read()
    {
        SpiceDbSettings defaults = new();
        SpiceDbSettings settings = new()
        {
            Namespace = ReadNamespace() ?? defaults.Namespace,
            PodSecurity = ReadPodSecurity(defaults.PodSecurity),
            ResourceQuota = root.Amounts("resourceQuota") ?? defaults.ResourceQuota,
            LimitRange = ReadLimitRange(defaults.LimitRange),
            Image = ReadImage() ?? defaults.Image,
            ImagePullPolicy = root.Choice("imagePullPolicy", "Always", "IfNotPresent", "Never"),
            ImagePullSecrets = ReadPullSecrets(),
            Registry = ReadRegistry(),
            Replicas = root.Integer("replicas", 1, SpiceDbSettings.MaxReplicas) ?? defaults.Replicas,
            Resources = ReadResources("resources") ?? defaults.Resources,
            MigrationResources = ReadResources("migrationResources") ?? defaults.MigrationResources,
            Profile = new ProfileReader(root).Read(),
            PodAnnotations = root.TextMap("podAnnotations") ?? defaults.PodAnnotations,
            SelectorLabels = root.TextMap("selectorLabels"),
            PodDisruptionBudget = ReadBudget(defaults.PodDisruptionBudget),
            MaxSurge = root.Pods("maxSurge") ?? defaults.MaxSurge,
            MaxUnavailable = root.Pods("maxUnavailable") ?? defaults.MaxUnavailable,
            WhenUnsatisfiable = root.Choice("whenUnsatisfiable", "ScheduleAnyway", "DoNotSchedule") ?? defaults.WhenUnsatisfiable,
            TopologySpreadConstraints = SchedulingReader.ReadSpread(root),
            PriorityClassName = root.Text("priorityClassName", SettingForms.IsObjectName, SettingForms.ObjectName),
            Priority = root.Integer("priority", int.MinValue, WorkloadPriority.MaxValue) ?? defaults.Priority,
            NodeAffinity = SchedulingReader.ReadNodeAffinity(root),
            Tolerations = SchedulingReader.ReadTolerations(root),
            Datastore = ReadDatastore(defaults.Datastore),
            PresharedKey = root.RequiredSecretText("presharedKey"),
            Dispatch = root.Boolean("dispatch") ?? defaults.Dispatch,
            HttpGateway = root.Boolean("httpGateway") ?? defaults.HttpGateway,
            TlsSecretName = root.Text("tlsSecretName", SettingForms.IsObjectName, SettingForms.ObjectName),
            LogLevel = root.Choice("logLevel", "trace", "debug", "info", "warn", "error") ?? defaults.LogLevel,
            ClientNamespaces = root.Texts("clientNamespaces", SettingForms.IsNamespaceName, SettingForms.NamespaceName) ?? [],
            MonitoringNamespace =
                root.Text("monitoringNamespace", SettingForms.IsNamespaceName, SettingForms.NamespaceName) ?? defaults.MonitoringNamespace,
            ApiServerCidrs = root.Texts("apiServerCidrs", AddressBlock.Is, AddressBlock.Form) ?? [],
        };
        root.RejectOthers();
        return settings;
    }

    private string? ReadNamespace()
    {
        string? name = root.Text("namespace", SettingForms.IsNamespaceName, SettingForms.NamespaceName);
        if (name is "default" || name?.StartsWith("kube-", StringComparison.Ordinal) == true)
        {
            root.Error(SettingsDiagnosticIds.NotAllowed, "namespace", $"'{name}' belongs to the cluster", "give a namespace of its own, such as 'spicedb'");
        }

        return name;
    }

    private PodSecuritySettings ReadPodSecurity(PodSecuritySettings defaults)
    {
        if (root.Section("podSecurity") is not { } section)
        {
            return defaults;
        }

        PodSecuritySettings settings = new()
        {
            Enforce = section.Choice("enforce", Levels) ?? defaults.Enforce,
            EnforceVersion = Version("enforceVersion") ?? defaults.EnforceVersion,
            Audit = section.Choice("audit", Levels) ?? defaults.Audit,
            AuditVersion = Version("auditVersion") ?? defaults.AuditVersion,
            Warn = section.Choice("warn", Levels) ?? defaults.Warn,
            WarnVersion = Version("warnVersion") ?? defaults.WarnVersion,
        };
        section.RejectOthers();
        return settings;

        string? Version(string name) => section.Text(name, SettingForms.IsPolicyVersion, SettingForms.PolicyVersion);
    }

    private LimitRangeSettings ReadLimitRange(LimitRangeSettings defaults)
    {
        if (root.Section("limitRange") is not { } section)
        {
            return defaults;
        }

        LimitRangeSettings settings = new()
        {
            Default = section.Amounts("default") ?? defaults.Default,
            DefaultRequest = section.Amounts("defaultRequest") ?? defaults.DefaultRequest,
            Min = section.Amounts("min") ?? defaults.Min,
            Max = section.Amounts("max") ?? defaults.Max,
        };
        section.RejectOthers();
        return settings;
    }

    private string? ReadImage()
    {
        string? image = root.Text("image");
        if (image is not null && ImagePinning.Check(image) is { } found)
        {
            root.Error(found.Id, "image", found.Problem, found.Fix);
        }

        return image;
    }

    private List<string> ReadPullSecrets()
    {
        List<string> names = [];
        foreach (SettingsSection section in root.Sections("imagePullSecrets") ?? [])
        {
            string? name = section.Text("name", SettingForms.IsObjectName, SettingForms.ObjectName);
            names.Add(section.Required("name", name, $"give {SettingForms.ObjectName}"));
            section.RejectOthers();
        }

        return names;
    }

    private RegistrySettings? ReadRegistry()
    {
        if (root.Section("registry") is not { } section)
        {
            return null;
        }

        RegistrySettings settings = new(
            section.Required("server", section.Text("server"), "give the registry's host"),
            section.Required("username", section.Text("username"), "give the user's name"),
            section.RequiredSecretText("password"),
            section.Text("email"),
            section.Text("secretName", SettingForms.IsObjectName, SettingForms.ObjectName));
        section.RejectOthers();
        return settings;
    }

    private ResourceSettings? ReadResources(string name)
    {
        if (root.Section(name) is not { } section)
        {
            return null;
        }

        ResourceSettings settings = new(section.Amounts("requests") ?? Amounts.None, section.Amounts("limits") ?? Amounts.None);
        section.RejectOthers();
        return settings;
    }

    private BudgetSettings ReadBudget(BudgetSettings defaults)
    {
        if (root.Section("podDisruptionBudget") is not { } section)
        {
            return defaults;
        }

        BudgetSettings settings = new()
        {
            MinAvailable = section.Pods("minAvailable"),
            MaxUnavailable = section.Pods("maxUnavailable"),
            UnhealthyPodEvictionPolicy =
                section.Choice("unhealthyPodEvictionPolicy", "AlwaysAllow", "IfHealthyBudget") ?? defaults.UnhealthyPodEvictionPolicy,
        };
        section.RejectOthers();
        return settings;
    }

    private DatastoreSettings ReadDatastore(DatastoreSettings defaults)
    {
        if (root.Section("datastore") is not { } section)
        {
            return defaults;
        }

        string engine = section.Choice("engine", "memory", "postgres") ?? "memory";
        Output<string>? uri = engine == "postgres" ? section.RequiredSecretText("uri") : section.SecretText("uri");
        DatastoreSettings settings = new()
        {
            Engine = engine == "postgres" ? SpiceDbDatastore.Postgres : SpiceDbDatastore.Memory,
            Uri = uri,
            Port = section.Integer("port", 1, MaxPort) ?? defaults.Port,
            Cidrs = section.Texts("cidrs", AddressBlock.Is, AddressBlock.Form) ?? [],
            Namespace = section.Text("namespace", SettingForms.IsNamespaceName, SettingForms.NamespaceName),
        };
        section.RejectOthers();
        return settings;
    }
}
