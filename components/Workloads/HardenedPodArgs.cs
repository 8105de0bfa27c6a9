using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Rampart.Components.Network;

namespace Rampart.Components.Workloads;

/// <summary>What every hardened workload takes: where it lives, what runs in its pods, and who it talks to.</summary>
/// <remarks>
/// Lists and maps that add to something are made when they are first read, so that an initialiser can fill them in place.
/// Those that replace a default are <see langword="null"/> until they are given.
/// </remarks>
public abstract class HardenedPodArgs : ResourceArgs
{
    /// <summary>Default of <see cref="Component"/>.</summary>
    public const string DefaultComponent = "app";

    /// <summary>Default of <see cref="ScratchSize"/>, a quantity: more than programs leave in <c>/tmp</c>, less than hurts a node.</summary>
    public const string DefaultScratchSize = "64Mi";

    /// <summary>Default of <see cref="TerminationGracePeriodSeconds"/>, in seconds; Kubernetes' own default, written out.</summary>
    public const int DefaultTerminationGracePeriodSeconds = 30;

    [Input("labels")]
    private protected InputMap<string>? _labels;

    [Input("podAnnotations")]
    private protected InputMap<string>? _podAnnotations;

    [Input("command")]
    private protected InputList<string>? _command;

    [Input("arguments")]
    private protected InputList<string>? _arguments;

    [Input("ports")]
    private protected InputList<ContainerPortArgs>? _ports;

    [Input("env")]
    private protected InputList<EnvVarArgs>? _env;

    [Input("volumeMounts")]
    private protected InputList<VolumeMountArgs>? _volumeMounts;

    [Input("containers")]
    private protected InputList<ContainerArgs>? _containers;

    [Input("initContainers")]
    private protected InputList<ContainerArgs>? _initContainers;

    [Input("volumes")]
    private protected InputList<VolumeArgs>? _volumes;

    [Input("imagePullSecrets")]
    private protected InputList<LocalObjectReferenceArgs>? _imagePullSecrets;

    [Input("tolerations")]
    private protected InputList<TolerationArgs>? _tolerations;

    /// <summary>Namespace of every object. Required; best the output <c>Name</c> of a <c>HardenedNamespace</c>.</summary>
    [Input("namespace", required: true)]
    public Input<string> Namespace { get; set; } = null!;

    /// <summary>
    /// <c>metadata.name</c> of the workload and stem of the names of the objects beside it; a DNS label of at most 52
    /// characters, which leaves room for what controllers add. The default is the component's name.
    /// </summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Label <c>app.kubernetes.io/name</c>: the application. The default is <see cref="Name"/>.</summary>
    [Input("app")]
    public Input<string>? App { get; set; }

    /// <summary>Label <c>app.kubernetes.io/component</c>: the part of the application. The default is <see cref="DefaultComponent"/>.</summary>
    [Input("component")]
    public Input<string>? Component { get; set; }

    /// <summary>Label <c>app.kubernetes.io/part-of</c>: the larger thing. The default is <see cref="App"/>.</summary>
    [Input("partOf")]
    public Input<string>? PartOf { get; set; }

    /// <summary>More labels of the workload and its pods; they win over the recommended ones.</summary>
    public InputMap<string> Labels { get => _labels ??= []; set => _labels = value; }

    /// <summary>Annotations of the pods.</summary>
    public InputMap<string> PodAnnotations { get => _podAnnotations ??= []; set => _podAnnotations = value; }

    /// <summary>
    /// Image of the first container, which is named after the component. With a tag other than <c>latest</c> or, better, a
    /// digest. Without it the containers come from <see cref="Containers"/>.
    /// </summary>
    [Input("image")]
    public Input<string>? Image { get; set; }

    /// <summary>
    /// Pull policy of every container that names none: <c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. The default is
    /// <c>Always</c>: the registry checks the right to an image on every start, and scanners ask for it.
    /// </summary>
    [Input("imagePullPolicy")]
    public Input<string>? ImagePullPolicy { get; set; }

    /// <summary>Secrets of type <c>kubernetes.io/dockerconfigjson</c> in the same namespace, for private registries.</summary>
    public InputList<LocalObjectReferenceArgs> ImagePullSecrets { get => _imagePullSecrets ??= []; set => _imagePullSecrets = value; }

    /// <summary>
    /// Whether an image without a tag, with the tag <c>latest</c>, or otherwise not fixed stops the program. The default is
    /// <see langword="true"/>.
    /// </summary>
    public bool RequirePinnedImages { get; set; } = true;

    /// <summary>Program of the first container; the default is the image's.</summary>
    public InputList<string> Command { get => _command ??= []; set => _command = value; }

    /// <summary>Arguments of the first container's program; the default is the image's.</summary>
    public InputList<string> Arguments { get => _arguments ??= []; set => _arguments = value; }

    /// <summary>Ports that the first container listens on, from 1024.</summary>
    public InputList<ContainerPortArgs> Ports { get => _ports ??= []; set => _ports = value; }

    /// <summary>Environment of the first container.</summary>
    public InputList<EnvVarArgs> Env { get => _env ??= []; set => _env = value; }

    /// <summary>Requests and limits of the first container. The default is <see cref="ContainerResources"/>.</summary>
    [Input("resources")]
    public Input<ResourceRequirementsArgs>? Resources { get; set; }

    /// <summary>When the first container has started. The default is no such probe.</summary>
    [Input("startupProbe")]
    public Input<ProbeArgs>? StartupProbe { get; set; }

    /// <summary>When the first container must be restarted. The default for a container with a TCP port is <see cref="ContainerProbes"/>.</summary>
    [Input("livenessProbe")]
    public Input<ProbeArgs>? LivenessProbe { get; set; }

    /// <summary>When the first container takes traffic. The default for a container with a TCP port is <see cref="ContainerProbes"/>.</summary>
    [Input("readinessProbe")]
    public Input<ProbeArgs>? ReadinessProbe { get; set; }

    /// <summary>Whether containers that listen and name no probe get one. The default is <see langword="true"/>.</summary>
    public bool FillProbes { get; set; } = true;

    /// <summary>What the first container does after its start and before its end.</summary>
    [Input("lifecycle")]
    public Input<LifecycleArgs>? Lifecycle { get; set; }

    /// <summary>Mounts of the first container, beside <c>/tmp</c>.</summary>
    public InputList<VolumeMountArgs> VolumeMounts { get => _volumeMounts ??= []; set => _volumeMounts = value; }

    /// <summary>More containers, in Kubernetes' own shape; what they leave open is filled in.</summary>
    public InputList<ContainerArgs> Containers { get => _containers ??= []; set => _containers = value; }

    /// <summary>Containers that run before the others, in Kubernetes' own shape; what they leave open is filled in.</summary>
    public InputList<ContainerArgs> InitContainers { get => _initContainers ??= []; set => _initContainers = value; }

    /// <summary>Volumes of the pod, in Kubernetes' own shape.</summary>
    public InputList<VolumeArgs> Volumes { get => _volumes ??= []; set => _volumes = value; }

    /// <summary>Size of the writable <c>/tmp</c> that the containers share, a quantity. The default is <see cref="DefaultScratchSize"/>.</summary>
    public string ScratchSize { get; set; } = DefaultScratchSize;

    /// <summary>The security values of what was left open. The default is <see cref="HardeningProfile.Restricted"/>.</summary>
    public HardeningProfile Profile { get; set; } = HardeningProfile.Restricted;

    /// <summary>
    /// A service account that exists already. The default is an own one with the workload's name, which mounts no token.
    /// </summary>
    [Input("serviceAccountName")]
    public Input<string>? ServiceAccountName { get; set; }

    /// <summary>
    /// What the pod may do at the API server, in its own namespace. Given, the pod gets a role, and its main containers a
    /// token that expires. The default is nothing at all.
    /// </summary>
    [Input("apiAccess")]
    public InputList<PolicyRuleArgs>? ApiAccess { get; set; }

    /// <summary>
    /// Priority class of the pods, which must exist. The default is the cluster's. Names that begin with <c>system-</c> are
    /// meant for the cluster's own parts, and some platforms refuse them.
    /// </summary>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; set; }

    /// <summary>Which nodes the pods need or prefer.</summary>
    [Input("nodeAffinity")]
    public Input<NodeAffinityArgs>? NodeAffinity { get; set; }

    /// <summary>Taints of nodes that the pods bear.</summary>
    public InputList<TolerationArgs> Tolerations { get => _tolerations ??= []; set => _tolerations = value; }

    /// <summary>
    /// Time from the request to stop to the kill, in seconds, from 1. It must be longer than <see cref="Lifecycle"/>'s
    /// <c>preStop</c> and the program's own end together. The default is <see cref="DefaultTerminationGracePeriodSeconds"/>.
    /// </summary>
    [Input("terminationGracePeriodSeconds")]
    public Input<int>? TerminationGracePeriodSeconds { get; set; }

    /// <summary>
    /// Who may reach the pods and whom they may reach. The default lets nobody in and the pods ask the cluster's DNS only;
    /// <see langword="null"/> leaves traffic to the policies of others.
    /// </summary>
    public NetworkAccessArgs? Network { get; set; } = new();

    internal InputMap<string>? LabelsOrNull => _labels;

    internal InputMap<string>? PodAnnotationsOrNull => _podAnnotations;

    internal InputList<string>? CommandOrNull => _command;

    internal InputList<string>? ArgumentsOrNull => _arguments;

    internal InputList<ContainerPortArgs>? PortsOrNull => _ports;

    internal InputList<EnvVarArgs>? EnvOrNull => _env;

    internal InputList<VolumeMountArgs>? VolumeMountsOrNull => _volumeMounts;

    internal InputList<ContainerArgs>? ContainersOrNull => _containers;

    internal InputList<ContainerArgs>? InitContainersOrNull => _initContainers;

    internal InputList<VolumeArgs>? VolumesOrNull => _volumes;

    internal InputList<LocalObjectReferenceArgs>? ImagePullSecretsOrNull => _imagePullSecrets;

    internal InputList<TolerationArgs>? TolerationsOrNull => _tolerations;
}
