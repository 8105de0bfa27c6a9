using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>No process may gain more privileges than its parent.</summary>
/// <remarks>
/// Field: <c>spec.containers[*].securityContext.allowPrivilegeEscalation</c>. Allowed: <c>false</c>; since 1.25 anything on Windows,
/// where the field does not exist.
/// </remarks>
internal static class AllowPrivilegeEscalationCheck
{
    private static readonly CheckedField Escalation =
        new("spec.containers[*].securityContext.allowPrivilegeEscalation", PropertyKind.Boolean) { Sound = PropertyValue.From(false) };

    public static PodSecurityCheck Create() => new(
        "RMP1013",
        "allowPrivilegeEscalation",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(PolicyVersion.V1(8), CheckV1_8, Escalation),
        new PodSecurityCheckVersion(PolicyVersion.V1(25), CheckV1_25, Escalation, new("spec.os.name", PropertyKind.String) { IsCondition = true }));

    private static CheckResult CheckV1_25(in PodView pod) => CheckV1_8(pod).UnlessExempt(pod.IsWindows);

    private static CheckResult CheckV1_8(in PodView pod)
    {
        Offenders containers = default;
        bool isUnknown = false;
        foreach (Field container in pod.Containers)
        {
            switch (container["securityContext"]["allowPrivilegeEscalation"].Flag)
            {
                case Flag.Unset or Flag.True:
                    containers.Add(container);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        return containers.Any
            ? CheckResult.Forbid(
                "allowPrivilegeEscalation != false", $"{containers.Containers} must set securityContext.allowPrivilegeEscalation=false")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}
