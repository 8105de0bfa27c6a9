using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Components.Workloads;

namespace Rampart.Infra.Settings;

/// <summary>The security values of the pods: a profile, and changes of it in the hardening guide's own shapes.</summary>
internal sealed class ProfileArgs : ResourceArgs
{
    /// <summary>
    /// Security values of the pods, as restricted (user 65532), guide (the hardening guide's, with AppArmor by field) or openshift (no
    /// fixed ids).
    /// </summary>
    [Input("profile")]
    [Setting(Allowed = ["restricted", "guide", "openshift"], Default = "restricted")]
    public string? Profile { get; set; }

    /// <summary>
    /// How pods ask for AppArmor's default profile, as none, field or annotation (the guide's exact value, for clusters before Kubernetes
    /// 1.30); empty is the profile's way.
    /// </summary>
    [Input("appArmor")]
    public AppArmorSource? AppArmor { get; set; }

    /// <summary>Changes of the profile, in the shape of a pod's securityContext.</summary>
    [Input("podSecurityContext")]
    public PodContextArgs? PodSecurityContext { get; set; }

    /// <summary>Changes of the profile, in the shape of a container's securityContext.</summary>
    [Input("securityContext")]
    public ContainerContextArgs? SecurityContext { get; set; }

    /// <summary>false gives the pods a user namespace of their own, where nodes support it; empty says nothing.</summary>
    [Input("hostUsers")]
    public bool? HostUsers { get; set; }

    /// <summary>The part of a pod's <c>securityContext</c> that a profile leaves open.</summary>
    public sealed class PodContextArgs : ResourceArgs
    {
        /// <summary>Always true: restricted pods do not run as root.</summary>
        [Input("runAsNonRoot")]
        public bool? RunAsNonRoot { get; set; }

        /// <summary>User id of every process.</summary>
        [Input("runAsUser")]
        [Setting(Minimum = 1)]
        public int? RunAsUser { get; set; }

        /// <summary>Primary group id of every process.</summary>
        [Input("runAsGroup")]
        [Setting(Minimum = 1)]
        public int? RunAsGroup { get; set; }

        /// <summary>Group id that owns the files of mounted volumes.</summary>
        [Input("fsGroup")]
        [Setting(Minimum = 1)]
        public int? FsGroup { get; set; }

        /// <summary>When a volume's files change their group.</summary>
        [Input("fsGroupChangePolicy")]
        [Setting(Allowed = ["OnRootMismatch", "Always"])]
        public string? FsGroupChangePolicy { get; set; }

        /// <summary>SELinux labels of the pod.</summary>
        [Input("seLinuxOptions")]
        public SeLinuxArgs? SeLinuxOptions { get; set; }

        /// <summary>AppArmor profile of the pod.</summary>
        [Input("appArmorProfile")]
        public AppArmorArgs? AppArmorProfile { get; set; }

        /// <summary>Filter of the pod's system calls.</summary>
        [Input("seccompProfile")]
        public SeccompArgs? SeccompProfile { get; set; }
    }

    /// <summary>The part of a container's <c>securityContext</c> that a profile leaves open.</summary>
    public sealed class ContainerContextArgs : ResourceArgs
    {
        /// <summary>Always false: restricted containers get no more rights than their parent.</summary>
        [Input("allowPrivilegeEscalation")]
        public bool? AllowPrivilegeEscalation { get; set; }

        /// <summary>Always true: restricted containers do not run as root.</summary>
        [Input("runAsNonRoot")]
        public bool? RunAsNonRoot { get; set; }

        /// <summary>Capabilities of the container.</summary>
        [Input("capabilities")]
        public CapabilitiesArgs? Capabilities { get; set; }

        /// <summary>Whether a container's own files are read-only; /tmp stays writable either way.</summary>
        [Input("readOnlyRootFilesystem")]
        public bool? ReadOnlyRootFilesystem { get; set; }
    }

    /// <summary>SELinux labels.</summary>
    public sealed class SeLinuxArgs : ResourceArgs
    {
        /// <summary>The level, such as s0:c123,c456.</summary>
        [Input("level")]
        [Setting<SeLinuxLevelForm>]
        public string? Level { get; set; }
    }

    /// <summary>An AppArmor profile.</summary>
    public sealed class AppArmorArgs : ResourceArgs
    {
        /// <summary>Always RuntimeDefault, the container runtime's own.</summary>
        [Input("type")]
        [Setting(Allowed = ["RuntimeDefault"])]
        public string? Type { get; set; }
    }

    /// <summary>A filter of system calls.</summary>
    public sealed class SeccompArgs : ResourceArgs
    {
        /// <summary>Which filter: the container runtime's own, or a file of the node.</summary>
        [Input("type")]
        [Setting(Allowed = ["RuntimeDefault", "Localhost"])]
        public string? Type { get; set; }

        /// <summary>File of a Localhost filter, relative to the kubelet's seccomp folder.</summary>
        [Input("localhostProfile")]
        [Setting(What = "the filter's file, relative to the kubelet's seccomp folder")]
        public string? LocalhostProfile { get; set; }
    }

    /// <summary>Capabilities of a container.</summary>
    public sealed class CapabilitiesArgs : ResourceArgs
    {
        /// <summary>Always ALL, and only that: restricted containers drop all capabilities.</summary>
        [Input("drop")]
        [Setting(What = "a capability")]
        public string[]? Drop { get; set; }
    }
}
