using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Seccomp must be switched on.</summary>
/// <remarks>
/// Fields: <c>spec.securityContext.seccompProfile.type</c> and <c>spec.containers[*].securityContext.seccompProfile.type</c>.
/// Allowed: <c>RuntimeDefault</c>, <c>Localhost</c>; unset in a container when the pod has one of them. Since 1.25 anything on
/// Windows, which has no seccomp.
/// </remarks>
internal static class SeccompProfileRestrictedCheck
{
    private static readonly CheckedField OfPod =
        new("spec.securityContext.seccompProfile.type", PropertyKind.String) { Sound = ProfileField.Sound };

    private static readonly CheckedField OfContainers =
        new("spec.containers[*].securityContext.seccompProfile.type", PropertyKind.String) { Sound = ProfileField.Sound };

    public static PodSecurityCheck Create() => new(
        "RMP1019",
        "seccompProfile_restricted",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(PolicyVersion.V1(19), CheckV1_19, OfPod, OfContainers)
        {
            Overrides = [SeccompProfileBaselineCheck.Id],
        },
        new PodSecurityCheckVersion(
            PolicyVersion.V1(25), CheckV1_25, OfPod, OfContainers, new CheckedField("spec.os.name", PropertyKind.String) { IsCondition = true })
        {
            Overrides = [SeccompProfileBaselineCheck.Id],
        });

    private static CheckResult CheckV1_25(in PodView pod) => CheckV1_19(pod).UnlessExempt(pod.IsWindows);

    private static CheckResult CheckV1_19(in PodView pod)
    {
        SeccompProfileFields fields = SeccompProfileFields.Read(pod);
        if (fields.Forbidden is { } forbidden)
        {
            return forbidden;
        }

        return fields.Silent.Any
            ? CheckResult.Forbid(
                SeccompProfileFields.Reason,
                $"pod or {fields.Silent.Containers} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"")
            : CheckResult.AllowUnlessUnknown(fields.IsUnknown);
    }
}
