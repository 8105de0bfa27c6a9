using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Availability;
using Rampart.Components.Images;
using Rampart.Components.Namespaces;
using Rampart.Components.Network;
using Rampart.Components.SpiceDb;
using Rampart.Components.Workloads;
using Rampart.Infra.Settings;
using Rampart.Rules.Availability;
using Rampart.Rules.Diagnostics;

namespace Rampart.Infra;

/// <summary>A hardened namespace with SpiceDB in it, as the stack's settings say.</summary>
public sealed class SpiceDbStack : Stack
{
    /// <summary>Declares the stack.</summary>
    /// <exception cref="ConfigurationException">The settings are wrong; nothing has been registered.</exception>
    public SpiceDbStack()
    {
        DeploymentInstance deployment = Deployment.Instance;
        SpiceDbSettings settings = SpiceDbSettings.Bind(new Config(), deployment.ProjectName, deployment.StackName);
        foreach (Diagnostic warning in settings.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        ComponentResourceOptions? options = ClusterProvider.Define(new Config("kubernetes"));
        HardenedNamespace place = new(settings.Namespace, NamespaceArgs(settings), options);
        // Pods start within quota, limits and policies that are there already.
        ComponentResourceOptions afterNamespace = ComponentResourceOptions.Merge(options, new ComponentResourceOptions { DependsOn = { place } });
        SpiceDb spicedb = new("spicedb", SpiceDbArgs(settings, place.Name), afterNamespace);

        Namespace = place.Name;
        Endpoint = spicedb.Endpoint;
        Image = spicedb.Image;
        Replicas = spicedb.Replicas;
        PresharedKey = settings.PresharedKey!;
    }

    /// <summary>The namespace.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>Where clients in the cluster connect: <c>&lt;service&gt;.&lt;namespace&gt;.svc:50051</c>.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The image that runs.</summary>
    [Output("image")]
    public Output<string> Image { get; private set; }

    /// <summary>Number of pods.</summary>
    [Output("replicas")]
    public Output<int> Replicas { get; private set; }

    /// <summary>Keys of the clients, a secret.</summary>
    [Output("presharedKey")]
    public Output<string> PresharedKey { get; private set; }

    private static HardenedNamespaceArgs NamespaceArgs(SpiceDbSettings settings) => new()
    {
        PodSecurity = new PodSecurityArgs
        {
            Enforce = settings.PodSecurity.Enforce,
            EnforceVersion = settings.PodSecurity.EnforceVersion,
            Audit = settings.PodSecurity.Audit,
            AuditVersion = settings.PodSecurity.AuditVersion,
            Warn = settings.PodSecurity.Warn,
            WarnVersion = settings.PodSecurity.WarnVersion,
        },
        Quota = new NamespaceQuotaArgs { Hard = settings.ResourceQuota.ToInput() },
        ContainerLimits = new ContainerLimitsArgs
        {
            Default = settings.LimitRange.Default.ToInput(),
            DefaultRequest = settings.LimitRange.DefaultRequest.ToInput(),
            Min = settings.LimitRange.Min.ToInput(),
            Max = settings.LimitRange.Max.ToInput(),
        },
        Dns = Dns(settings),
    };

    private static SpiceDbArgs SpiceDbArgs(SpiceDbSettings settings, Output<string> place)
    {
        SpiceDbArgs args = new()
        {
            Namespace = place,
            Image = settings.Image,
            PresharedKey = settings.PresharedKey!,
            Datastore = settings.Datastore.Engine,
            Replicas = settings.Replicas,
            Dispatch = settings.Dispatch,
            HttpGateway = settings.HttpGateway,
            LogLevel = settings.LogLevel,
            Resources = settings.Resources.ToArgs(),
            MigrationResources = settings.MigrationResources.ToArgs(),
            Profile = settings.Profile,
            DisruptionBudget = Budget(settings.PodDisruptionBudget),
            WhenUnsatisfiable = settings.WhenUnsatisfiable,
            MaxSurge = Pods(settings.MaxSurge),
            MaxUnavailable = Pods(settings.MaxUnavailable),
            Priority = settings.Priority,
            Network = Network(settings),
        };
        if (settings.Datastore.Uri is { } uri)
        {
            args.DatastoreUri = uri;
        }

        if (settings.Registry is { } registry)
        {
            args.Registry = Registry(registry);
        }

        AddOptional(args, settings);
        return args;
    }

    private static void AddOptional(SpiceDbArgs args, SpiceDbSettings settings)
    {
        if (settings.ImagePullPolicy is { } pullPolicy)
        {
            args.ImagePullPolicy = pullPolicy;
        }

        if (settings.TlsSecretName is { } tlsSecret)
        {
            args.TlsSecretName = tlsSecret;
        }

        if (settings.PriorityClassName is { } priorityClass)
        {
            args.PriorityClassName = priorityClass;
        }

        if (settings.NodeAffinity is { } affinity)
        {
            args.NodeAffinity = affinity;
        }

        if (settings.TopologySpreadConstraints is { } spread)
        {
            TopologySpreadConstraintArgs[] constraints = [.. spread];
            args.TopologySpreadConstraints = constraints;
        }

        if (settings.SelectorLabels is { } selector)
        {
            args.SelectorLabels = Map(selector);
        }

        foreach ((string key, string value) in settings.PodAnnotations)
        {
            args.PodAnnotations.Add(key, value);
        }

        foreach (TolerationArgs toleration in settings.Tolerations)
        {
            args.Tolerations.Add(toleration);
        }

        foreach (string secret in settings.ImagePullSecrets)
        {
            args.ImagePullSecrets.Add(new LocalObjectReferenceArgs { Name = secret });
        }
    }

    private static SpiceDbNetworkArgs Network(SpiceDbSettings settings)
    {
        SpiceDbNetworkArgs network = new()
        {
            MonitoringNamespace = settings.MonitoringNamespace,
            DatastorePort = settings.Datastore.Port,
            ClientNamespaces = List(settings.ClientNamespaces),
            DatastoreCidrs = List(settings.Datastore.Cidrs),
            ApiServerCidrs = List(settings.ApiServerCidrs),
            Dns = Dns(settings),
        };
        if (settings.Datastore.Namespace is { } datastoreNamespace)
        {
            network.DatastoreNamespace = datastoreNamespace;
        }

        return network;
    }

    private static ClusterDns Dns(SpiceDbSettings settings)
        => settings.Profile.Name == HardeningProfile.OpenShift.Name ? ClusterDns.OpenShift : ClusterDns.KubeDns;

    private static RegistryCredentialsArgs Registry(RegistrySettings settings)
    {
        RegistryCredentialsArgs args = new()
        {
            Server = settings.Server,
            Username = settings.Username,
            Password = settings.Password!,
        };
        if (settings.SecretName is { } secretName)
        {
            args.SecretName = secretName;
        }

        if (settings.Email is { } email)
        {
            args.Email = email;
        }

        return args;
    }

    private static DisruptionBudgetArgs Budget(BudgetSettings settings)
    {
        DisruptionBudgetArgs args = new() { UnhealthyPodEvictionPolicy = settings.UnhealthyPodEvictionPolicy };
        if (settings.MinAvailable is { } min)
        {
            args.MinAvailable = Pods(min);
        }

        if (settings.MaxUnavailable is { } max)
        {
            args.MaxUnavailable = Pods(max);
        }

        return args;
    }

    private static InputUnion<int, string> Pods(IntOrPercent pods)
    {
        if (pods.IsPercent)
        {
            return pods.ToString();
        }

        return pods.Value;
    }

    private static InputMap<string> Map(IReadOnlyDictionary<string, string> texts)
    {
        InputMap<string> map = [];
        foreach ((string key, string value) in texts)
        {
            map.Add(key, value);
        }

        return map;
    }

    private static InputList<string>? List(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return null;
        }

        string[] values = [.. texts];
        return values;
    }
}
