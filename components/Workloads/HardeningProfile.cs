namespace Rampart.Components.Workloads;

/// <summary>The security values that a hardened pod gets where its author said nothing.</summary>
/// <remarks>
/// Every profile meets the <i>restricted</i> Pod Security Standard. They differ in what the standard leaves open. Use
/// <c>with</c> to change a single value: <c>HardeningProfile.Restricted with { RunAsUser = 20000 }</c>.
/// <see href="https://kubernetes.io/docs/concepts/security/pod-security-standards/"/>.
/// </remarks>
public sealed record HardeningProfile
{
    /// <summary>
    /// User, group and volume group of <see cref="Restricted"/>. It is the <c>nonroot</c> user of distroless and Chainguard
    /// images, SpiceDB's among them, and above 10000, below which scanners expect a clash with a user of the host.
    /// </summary>
    public const int NonRootId = 65532;

    /// <summary>User, group and volume group of <see cref="Guide"/>: the hardening guide's value.</summary>
    public const int GuideId = 1000;

    /// <summary>SELinux level of <see cref="Guide"/>: the hardening guide's value.</summary>
    public const string GuideSeLinuxLevel = "s0:c123,c456";

    /// <summary>Default of <see cref="SeccompProfileType"/>: the filter that the container runtime ships.</summary>
    public const string RuntimeDefaultSeccomp = "RuntimeDefault";

    /// <summary>Default of <see cref="FsGroupChangePolicy"/>: a volume whose root has the right owner is not walked again.</summary>
    public const string OnRootMismatch = "OnRootMismatch";

    private HardeningProfile(string name) => Name = name;

    /// <summary>
    /// The default: user, group and volume group <see cref="NonRootId"/>; AppArmor is left to the runtime and the SELinux
    /// level to the node, so that the pod starts on every node.
    /// </summary>
    public static HardeningProfile Restricted { get; } = new("restricted")
    {
        RunAsUser = NonRootId,
        RunAsGroup = NonRootId,
        FsGroup = NonRootId,
    };

    /// <summary>
    /// The values of the hardening guide: <see cref="GuideId"/> three times, AppArmor's default profile and the fixed SELinux
    /// level <see cref="GuideSeLinuxLevel"/>. The guide asks for AppArmor by annotation, which Kubernetes deprecates; this
    /// profile asks by field, and <see cref="AppArmor"/> set to <see cref="AppArmorSource.Annotation"/> gives the guide's exact
    /// value. Several scanners report user ids up to 10000, and pods that share an SELinux level may read each other's files:
    /// prefer <see cref="Restricted"/>.
    /// </summary>
    public static HardeningProfile Guide { get; } = new("guide")
    {
        RunAsUser = GuideId,
        RunAsGroup = GuideId,
        FsGroup = GuideId,
        FsGroupChangePolicy = null,
        AppArmor = AppArmorSource.Field,
        SeLinuxLevel = GuideSeLinuxLevel,
    };

    /// <summary>
    /// No user, group or volume group: OpenShift assigns them, and the SELinux level, from the ranges of the namespace and
    /// refuses other values.
    /// </summary>
    public static HardeningProfile OpenShift { get; } = new("openshift");

    /// <summary>The profile's name as configuration spells it: <c>restricted</c>, <c>guide</c> or <c>openshift</c>.</summary>
    public string Name { get; }

    /// <summary>User id of every process, from 1; <see langword="null"/> keeps the image's own, which must be a number other than 0.</summary>
    public int? RunAsUser { get; init; }

    /// <summary>Primary group id of every process, from 1; <see langword="null"/> keeps the image's own.</summary>
    public int? RunAsGroup { get; init; }

    /// <summary>Group id that owns the files of mounted volumes, from 1; <see langword="null"/> leaves the volumes as they are.</summary>
    public int? FsGroup { get; init; }

    /// <summary>
    /// When a volume's files change their group: <c>OnRootMismatch</c> or <c>Always</c>; <see langword="null"/> says nothing,
    /// which Kubernetes takes as <c>Always</c>. Used together with <see cref="FsGroup"/>. The default is <see cref="OnRootMismatch"/>.
    /// </summary>
    public string? FsGroupChangePolicy { get; init; } = OnRootMismatch;

    /// <summary>
    /// Filter of system calls: <c>RuntimeDefault</c> or <c>Localhost</c>, the only two that <i>restricted</i> allows.
    /// The default is <see cref="RuntimeDefaultSeccomp"/>.
    /// </summary>
    public string SeccompProfileType { get; init; } = RuntimeDefaultSeccomp;

    /// <summary>File of a <c>Localhost</c> filter, relative to the kubelet's seccomp folder; needed then, forbidden otherwise.</summary>
    public string? SeccompLocalhostProfile { get; init; }

    /// <summary>How AppArmor's default profile is asked for. The default is <see cref="AppArmorSource.None"/>.</summary>
    public AppArmorSource AppArmor { get; init; }

    /// <summary>
    /// SELinux multi-category level such as <c>s0:c123,c456</c>; <see langword="null"/>, the default, lets the runtime give
    /// every pod its own.
    /// </summary>
    public string? SeLinuxLevel { get; init; }

    /// <summary>
    /// <see langword="false"/> runs the pod in a user namespace of its own, which needs a kernel and a runtime with mounts
    /// that map ids. <see langword="null"/>, the default, says nothing. Stable since Kubernetes 1.36.
    /// </summary>
    public bool? HostUsers { get; init; }

    /// <summary>
    /// Whether a container's own files are read-only; <c>/tmp</c> stays writable either way. The Pod Security Standards do
    /// not ask for it, the guide does. The default is <see langword="true"/>.
    /// </summary>
    public bool ReadOnlyRootFilesystem { get; init; } = true;

    /// <summary>The profile that is called <paramref name="name"/>, or <see langword="null"/>.</summary>
    /// <param name="name"><c>restricted</c>, <c>guide</c> or <c>openshift</c>.</param>
    public static HardeningProfile? Find(string name) => name switch
    {
        "restricted" => Restricted,
        "guide" => Guide,
        "openshift" => OpenShift,
        _ => null,
    };
}
