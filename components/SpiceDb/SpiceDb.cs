using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Rampart.Components.Images;
using Rampart.Components.Scheduling;
using Rampart.Components.Workloads;

namespace Rampart.Components.SpiceDb;

/// <summary>
/// SpiceDB behind a Service: a hardened Deployment, its credentials and, with a database, the Job that migrates it.
/// </summary>
/// <remarks>
/// Children: the Secrets <c>&lt;name&gt;-credentials</c> and, with a database, <c>&lt;name&gt;-datastore</c>, the pull secret
/// <c>&lt;name&gt;-registry</c> (with <see cref="SpiceDbArgs.Registry"/>), a PriorityClass (unless <see cref="SpiceDbArgs.PriorityClassName"/> is given), the
/// <see cref="HardenedJob"/> <c>&lt;name&gt;-migrate</c> (with <see cref="SpiceDbDatastore.Postgres"/>), the
/// <see cref="HardenedDeployment"/> and the Service. Secrets and Job are autonamed: an update makes the new ones first, then
/// updates the Deployment in place, and deletes the old ones last.
/// </remarks>
public sealed class SpiceDb : ComponentResource
{
    // Part of every child's URN: changing it replaces live resources unless an alias is added.
    private const string TypeToken = "rampart:spicedb:SpiceDb";

    private const string AppName = "spicedb";
    private const string MigrationSuffix = "-migrate";
    private const string RegistrySuffix = "-registry";
    private const string TlsVolume = "tls";

    // Readable by the owner and by the pod's volume group: 0440.
    private const int TlsFileMode = 288;

    /// <summary>Defines the children.</summary>
    /// <param name="name">Name of the component, of its main children, and of the container.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options of the component; its children inherit provider and protection.</param>
    /// <exception cref="RunException">
    /// RMP2001, RMP2002, RMP2003: the image is not fixed; RMP4201: several replicas with the memory datastore (each raised when
    /// the value becomes known); RMP4202: dispatch with the memory datastore; RMP7130: a needed secret is missing.
    /// </exception>
    public SpiceDb(string name, SpiceDbArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        Check(args);
        CustomResourceOptions child = new() { Parent = this };
        Input<string> objectName = args.Name ?? name;
        Input<string> image = args.Image ?? SpiceDbArgs.DefaultImage;
        HardenedDeploymentArgs serving = new() { Image = image, SelectorLabels = args.SelectorLabels };
        FillPod(serving, args, objectName, AppName, "server");
        WorkloadObjects objects = new(name, serving, args.SelectorLabels);

        SpiceDbSecret credentials = SpiceDbSecret.Credentials(name, objects.AutonamedMetadata(), args.PresharedKey!, child);
        SpiceDbSecret? datastore = args.DatastoreUri is { } uri
            ? SpiceDbSecret.Datastore(name, objects.AutonamedMetadata(), uri, child)
            : null;
        InputList<Resource> prerequisites = new InputList<Resource>().Concat(options?.DependsOn ?? []);
        InputList<LocalObjectReferenceArgs>? pullSecrets = DefinePullSecrets(name, args, objects, prerequisites, child);
        Input<string>? priority = DefinePriority(name, args, objectName, prerequisites, child);
        SpiceDbNetwork network = new(args);

        if (args.Datastore == SpiceDbDatastore.Postgres)
        {
            HardenedJobArgs migrating = new() { Image = image, Network = network.Migrating(), IsAutonamed = true };
            Input<string> migrationName = args.Name is null ? name + MigrationSuffix : args.Name.Apply(known => known + MigrationSuffix);
            FillPod(migrating, args, migrationName, AppName + MigrationSuffix, "migration");
            migrating.Arguments = new InputList<string> { "datastore", "migrate", "head" };
            migrating.Env = SpiceDbEnvironment.Migrating(args, datastore);
            migrating.Resources = args.MigrationResources;
            FillShared(migrating, pullSecrets, priority);
            HardenedJob job = new(name + MigrationSuffix, migrating, new ComponentResourceOptions { Parent = this, DependsOn = prerequisites });

            // New pods find the schema that they need. By order alone: a value from the Job would replace the Deployment with it.
            prerequisites = prerequisites.Concat(job);
        }

        serving.Network = network.Serving(objects.Selector());
        serving.Env = SpiceDbEnvironment.Serving(
            args, credentials, datastore, Output.Format($"kubernetes:///{objectName}.{args.Namespace}:{SpiceDbPorts.DispatchName}"));
        FillServing(serving, args);
        FillShared(serving, pullSecrets, priority);
        HardenedDeployment deployment = new(name, serving, new ComponentResourceOptions { Parent = this, DependsOn = prerequisites });

        Service service = new(name, new ServiceArgs
        {
            Metadata = objects.MetadataBeside(),
            Spec = new ServiceSpecArgs { Selector = objects.Labels.Selector, Ports = ServicePorts(args) },
        }, child);

        Endpoint = Output.Format($"{service.Metadata.Apply(metadata => metadata.Name)}.{args.Namespace}.svc:{SpiceDbPorts.Grpc}");
        Image = image;
        Replicas = serving.Replicas!;
        DeploymentName = deployment.Name;
        RegisterOutputs();
    }

    /// <summary>Where clients in the cluster connect: <c>&lt;service&gt;.&lt;namespace&gt;.svc:50051</c>.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The image that runs.</summary>
    [Output("image")]
    public Output<string> Image { get; private set; }

    /// <summary>Number of pods.</summary>
    [Output("replicas")]
    public Output<int> Replicas { get; private set; }

    /// <summary><c>metadata.name</c> of the Deployment.</summary>
    [Output("deploymentName")]
    public Output<string> DeploymentName { get; private set; }

    private static void Check(SpiceDbArgs args)
    {
        if (args.PresharedKey is null)
        {
            throw new RunException("RMP7130: SpiceDb has no preshared key; give PresharedKey");
        }

        if (args.Datastore == SpiceDbDatastore.Postgres && args.DatastoreUri is null)
        {
            throw new RunException("RMP7130: SpiceDb has no address of its Postgres datastore; give DatastoreUri");
        }

        if (SpiceDbTopology.CheckDispatch(args.Datastore, args.Dispatch) is { } found)
        {
            throw new RunException($"{found.Id}: {found.Problem}; {found.Fix}");
        }
    }

    private static void FillPod(HardenedPodArgs pod, SpiceDbArgs args, Input<string> objectName, string app, string component)
    {
        pod.Namespace = args.Namespace;
        pod.Name = objectName;
        pod.App = app;
        pod.Component = component;
        pod.PartOf = AppName;
        pod.ImagePullPolicy = args.ImagePullPolicy;
        pod.Profile = args.Profile;
        pod.NodeAffinity = args.NodeAffinity;
        if (args.LabelsOrNull is { } labels)
        {
            pod.Labels = labels;
        }

        if (args.TolerationsOrNull is { } tolerations)
        {
            pod.Tolerations = tolerations;
        }
    }

    private static void FillShared(HardenedPodArgs pod, InputList<LocalObjectReferenceArgs>? pullSecrets, Input<string>? priority)
    {
        pod.PriorityClassName = priority;
        if (pullSecrets is not null)
        {
            pod.ImagePullSecrets = pullSecrets;
        }
    }

    private static void FillServing(HardenedDeploymentArgs serving, SpiceDbArgs args)
    {
        bool tls = args.TlsSecretName is not null;
        int replicas = args.Datastore == SpiceDbDatastore.Memory ? 1 : SpiceDbArgs.DefaultReplicas;
        serving.Replicas = args.Replicas is null ? replicas
            : args.Datastore != SpiceDbDatastore.Memory ? args.Replicas
            : args.Replicas.Apply(count => RequireReplicas(args.Datastore, count));
        // An empty variable counts as unset, so that only the flag can switch telemetry off.
        serving.Arguments = new InputList<string> { "serve", "--telemetry-endpoint=" };
        serving.Ports = ContainerPorts(args);
        serving.Resources = args.Resources ?? DefaultResources();
        serving.StartupProbe = SpiceDbProbes.Define(SpiceDbProbes.StartupFailureThreshold, tls);
        serving.ReadinessProbe = SpiceDbProbes.Define(SpiceDbProbes.ReadinessFailureThreshold, tls);
        serving.LivenessProbe = SpiceDbProbes.Define(SpiceDbProbes.LivenessFailureThreshold, tls);
        serving.Lifecycle = new LifecycleArgs
        {
            PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = SpiceDbArgs.PreStopSeconds } },
        };
        serving.DisruptionBudget = args.DisruptionBudget;
        serving.WhenUnsatisfiable = args.WhenUnsatisfiable;
        serving.TopologySpreadConstraints = args.TopologySpreadConstraints;
        serving.MaxSurge = args.MaxSurge;
        serving.MaxUnavailable = args.MaxUnavailable;
        if (args.PodAnnotationsOrNull is { } annotations)
        {
            serving.PodAnnotations = annotations;
        }

        if (args.Dispatch)
        {
            serving.ApiAccess = DispatchAccess();
        }

        if (args.TlsSecretName is { } tlsSecret)
        {
            serving.Volumes = new VolumeArgs
            {
                Name = TlsVolume,
                Secret = new SecretVolumeSourceArgs { SecretName = tlsSecret, DefaultMode = TlsFileMode },
            };
            serving.VolumeMounts = new VolumeMountArgs { Name = TlsVolume, MountPath = SpiceDbEnvironment.TlsFolder, ReadOnly = true };
        }
    }

    private static int RequireReplicas(SpiceDbDatastore datastore, int replicas)
        => SpiceDbTopology.CheckReplicas(datastore, replicas) is { } found
            ? throw new RunException($"{found.Id}: {found.Problem}; {found.Fix}")
            : replicas;

    private static ResourceRequirementsArgs DefaultResources() => new()
    {
        Requests = new InputMap<string>
        {
            ["cpu"] = SpiceDbArgs.DefaultCpuRequest,
            ["memory"] = SpiceDbArgs.DefaultMemory,
            ["ephemeral-storage"] = ContainerResources.EphemeralStorageRequest,
        },
        Limits = new InputMap<string>
        {
            ["cpu"] = SpiceDbArgs.DefaultCpuLimit,
            ["memory"] = SpiceDbArgs.DefaultMemory,
            ["ephemeral-storage"] = ContainerResources.EphemeralStorageLimit,
        },
    };

    // What the resolver of addresses of the form kubernetes:/// reads: endpoints today, slices in its newer versions.
    private static InputList<PolicyRuleArgs> DispatchAccess() => new()
    {
        new PolicyRuleArgs { ApiGroups = "", Resources = "endpoints", Verbs = { "get", "list", "watch" } },
        new PolicyRuleArgs { ApiGroups = "discovery.k8s.io", Resources = "endpointslices", Verbs = { "get", "list", "watch" } },
    };

    private static InputList<ContainerPortArgs> ContainerPorts(SpiceDbArgs args)
    {
        InputList<ContainerPortArgs> ports = new()
        {
            ContainerPort(SpiceDbPorts.GrpcName, SpiceDbPorts.Grpc),
            ContainerPort(SpiceDbPorts.MetricsName, SpiceDbPorts.Metrics),
        };
        if (args.HttpGateway)
        {
            ports.Add(ContainerPort(SpiceDbPorts.HttpName, SpiceDbPorts.Http));
        }

        if (args.Dispatch)
        {
            ports.Add(ContainerPort(SpiceDbPorts.DispatchName, SpiceDbPorts.Dispatch));
        }

        return ports;
    }

    private static InputList<ServicePortArgs> ServicePorts(SpiceDbArgs args)
    {
        InputList<ServicePortArgs> ports = new()
        {
            ServicePort(SpiceDbPorts.GrpcName, SpiceDbPorts.Grpc),
            ServicePort(SpiceDbPorts.MetricsName, SpiceDbPorts.Metrics),
        };
        if (args.HttpGateway)
        {
            ports.Add(ServicePort(SpiceDbPorts.HttpName, SpiceDbPorts.Http));
        }

        if (args.Dispatch)
        {
            ports.Add(ServicePort(SpiceDbPorts.DispatchName, SpiceDbPorts.Dispatch));
        }

        return ports;
    }

    private static ContainerPortArgs ContainerPort(string name, int port)
        => new() { Name = name, ContainerPortValue = port, Protocol = "TCP" };

    private static ServicePortArgs ServicePort(string name, int port)
        => new() { Name = name, Port = port, TargetPort = name, Protocol = "TCP" };

    private static InputList<LocalObjectReferenceArgs>? DefinePullSecrets(
        string name, SpiceDbArgs args, WorkloadObjects objects, InputList<Resource> prerequisites, CustomResourceOptions options)
    {
        if (args.Registry is not { } registry)
        {
            return args.ImagePullSecretsOrNull;
        }

        Secret secret = PullSecret.Define(name + RegistrySuffix, args.Namespace, objects.Labels.Beside, registry, options);
        prerequisites.Add(secret);
        // A given name is not taken from the secret: a secret that keeps its name is deleted before it is replaced, and whatever
        // takes a value from it is, too.
        Input<string> secretName = registry.SecretName ?? secret.Metadata.Apply(metadata => metadata.Name);
        InputList<LocalObjectReferenceArgs> own = new LocalObjectReferenceArgs { Name = secretName };
        return args.ImagePullSecretsOrNull is { } existing ? existing.Concat(own) : own;
    }

    private static Input<string>? DefinePriority(
        string name, SpiceDbArgs args, Input<string> objectName, InputList<Resource> prerequisites, CustomResourceOptions options)
    {
        if (args.PriorityClassName is not null || args.Priority is not int value)
        {
            return args.PriorityClassName;
        }

        Input<string> className = WorkloadPriority.Name(args.Namespace, objectName, value);
        prerequisites.Add(WorkloadPriority.Define(name, className, value, "SpiceDB answers who may do what: others wait for it.", options));
        return className;
    }
}
