using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Pods must not mount directories of the node.</summary>
/// <remarks>Field: <c>spec.volumes[*].hostPath</c>. Allowed: unset.</remarks>
internal static class HostPathVolumesCheck
{
    public const string Id = "hostPathVolumes";

    public static PodSecurityCheck Create() => new(
        "RMP1004",
        Id,
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(PolicyVersion.V1(0), CheckV1_0, new CheckedField("spec.volumes[*].hostPath", PropertyKind.Object)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Offenders volumes = default;
        bool isUnknown = !pod.Spec["volumes"].TryGetItems(out FieldItems items);
        foreach (Field volume in items)
        {
            switch (volume["hostPath"].Presence)
            {
                case Flag.True:
                    volumes.Add(volume);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        return volumes.Any
            ? CheckResult.Forbid("hostPath volumes", volumes.Volumes)
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}
