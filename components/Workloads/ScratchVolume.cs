using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.Workloads;

/// <summary>The writable <c>/tmp</c> beside a read-only root: one empty directory, shared by the pod's containers.</summary>
internal static class ScratchVolume
{
    public const string Path = "/tmp";

    private const string Name = "scratch-tmp";

    public static VolumeArgs Define(string size) => new()
    {
        Name = Name,
        EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = size },
    };

    public static VolumeMountArgs Mount() => new() { Name = Name, MountPath = Path };
}
