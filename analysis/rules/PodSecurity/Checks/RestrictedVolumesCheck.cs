using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Pods may only use volumes that come through the Kubernetes API.</summary>
/// <remarks>
/// Field: the source of <c>spec.volumes[*]</c>. Allowed: the nine sources below, and no source at all, which the API server
/// makes an <c>emptyDir</c>. A source that nobody knows is not such a volume and is forbidden.
/// </remarks>
internal static class RestrictedVolumesCheck
{
    // In the order in which upstream looks for the source to name.
    private static readonly string[] Restricted =
    [
        "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "nfs", "iscsi", "glusterfs", "rbd", "flexVolume",
        "cinder", "cephfs", "flocker", "fc", "azureFile", "vsphereVolume", "quobyte", "azureDisk", "photonPersistentDisk",
        "portworxVolume", "scaleIO", "storageos",
    ];

    public static PodSecurityCheck Create() => new(
        "RMP1016",
        "restrictedVolumes",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0),
            CheckV1_0,
            new("spec.volumes[*].configMap", PropertyKind.Object),
            new("spec.volumes[*].csi", PropertyKind.Object),
            new("spec.volumes[*].downwardAPI", PropertyKind.Object),
            new("spec.volumes[*].emptyDir", PropertyKind.Object),
            new("spec.volumes[*].ephemeral", PropertyKind.Object),
            new("spec.volumes[*].image", PropertyKind.Object),
            new("spec.volumes[*].persistentVolumeClaim", PropertyKind.Object),
            new("spec.volumes[*].projected", PropertyKind.Object),
            new("spec.volumes[*].secret", PropertyKind.Object),
            new("spec.volumes[*].hostPath", PropertyKind.Object),
            new("spec.volumes[*].gcePersistentDisk", PropertyKind.Object),
            new("spec.volumes[*].awsElasticBlockStore", PropertyKind.Object),
            new("spec.volumes[*].gitRepo", PropertyKind.Object),
            new("spec.volumes[*].nfs", PropertyKind.Object),
            new("spec.volumes[*].iscsi", PropertyKind.Object),
            new("spec.volumes[*].glusterfs", PropertyKind.Object),
            new("spec.volumes[*].rbd", PropertyKind.Object),
            new("spec.volumes[*].flexVolume", PropertyKind.Object),
            new("spec.volumes[*].cinder", PropertyKind.Object),
            new("spec.volumes[*].cephfs", PropertyKind.Object),
            new("spec.volumes[*].flocker", PropertyKind.Object),
            new("spec.volumes[*].fc", PropertyKind.Object),
            new("spec.volumes[*].azureFile", PropertyKind.Object),
            new("spec.volumes[*].vsphereVolume", PropertyKind.Object),
            new("spec.volumes[*].quobyte", PropertyKind.Object),
            new("spec.volumes[*].azureDisk", PropertyKind.Object),
            new("spec.volumes[*].photonPersistentDisk", PropertyKind.Object),
            new("spec.volumes[*].portworxVolume", PropertyKind.Object),
            new("spec.volumes[*].scaleIO", PropertyKind.Object),
            new("spec.volumes[*].storageos", PropertyKind.Object))
        {
            Overrides = [HostPathVolumesCheck.Id],
        });

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Offenders volumes = default;
        ValueSet types = default;
        bool isUnknown = !pod.Spec["volumes"].TryGetItems(out FieldItems items);
        foreach (Field volume in items)
        {
            switch (IsAllowed(volume))
            {
                case Flag.False:
                    volumes.Add(volume);
                    types.Add(TypeOf(volume));
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        return volumes.Any
            ? CheckResult.Forbid(
                "restricted volume types",
                $"{volumes.Volumes} {volumes.Use} {(types.Count == 1 ? "restricted volume type" : "restricted volume types")} {types.Quoted}")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }

    private static Flag IsAllowed(Field volume)
    {
        if (!volume.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            return Flag.Unknown;
        }

        bool isForbidden = false, isUnknown = false;
        foreach (ref readonly Property property in properties)
        {
            if (property.Name == "name")
            {
                continue;
            }

            Flag presence = volume.Below(property.Value).Presence;
            bool isAllowed = property.Name is "configMap" or "csi" or "downwardAPI" or "emptyDir" or "ephemeral" or "image"
                or "persistentVolumeClaim" or "projected" or "secret";
            if (isAllowed && presence == Flag.True)
            {
                return Flag.True;
            }

            // What is under a name that nobody knows is a source, whatever it holds.
            isUnknown |= presence == Flag.Unknown && (isAllowed || Array.IndexOf(Restricted, property.Name) >= 0);
            isForbidden |= presence != Flag.Unset && !isAllowed;
        }

        return isUnknown ? Flag.Unknown : isForbidden ? Flag.False : Flag.True;
    }

    private static string TypeOf(Field volume)
    {
        foreach (string source in Restricted)
        {
            if (volume[source].Presence != Flag.Unset)
            {
                return source;
            }
        }

        return "unknown";
    }
}
