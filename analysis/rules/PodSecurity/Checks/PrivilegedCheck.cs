using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Containers must not run privileged, which switches most security mechanisms off.</summary>
/// <remarks>Field: <c>spec.containers[*].securityContext.privileged</c>. Allowed: unset, <c>false</c>.</remarks>
internal static class PrivilegedCheck
{
    public static PodSecurityCheck Create() => new(
        "RMP1007",
        "privileged",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0), CheckV1_0, new CheckedField("spec.containers[*].securityContext.privileged", PropertyKind.Boolean)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Offenders containers = default;
        bool isUnknown = false;
        foreach (Field container in pod.Containers)
        {
            switch (container["securityContext"]["privileged"].Flag)
            {
                case Flag.True:
                    containers.Add(container);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        return containers.Any
            ? CheckResult.Forbid("privileged", $"{containers.Containers} must not set securityContext.privileged=true")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}
