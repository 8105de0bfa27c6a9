using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Containers must not add capabilities beyond those that container runtimes give by default.</summary>
/// <remarks>
/// Field: <c>spec.containers[*].securityContext.capabilities.add[*]</c>. Allowed: the thirteen below, in exactly this spelling,
/// so neither in lower case nor with the prefix <c>CAP_</c>.
/// </remarks>
internal static class CapabilitiesBaselineCheck
{
    public const string Id = "capabilities_baseline";

    public static PodSecurityCheck Create() => new(
        "RMP1002",
        Id,
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0), CheckV1_0, new CheckedField("spec.containers[*].securityContext.capabilities.add[*]", PropertyKind.String)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        Offenders containers = default;
        ValueSet capabilities = default;
        bool isUnknown = false;
        foreach (Field container in pod.Containers)
        {
            bool isBad = false;
            isUnknown |= !container["securityContext"]["capabilities"]["add"].TryGetItems(out FieldItems added);
            foreach (Field capability in added)
            {
                if (!capability.TryGetText(out string name))
                {
                    isUnknown = true;
                }
                else if (!IsDefault(name))
                {
                    isBad = true;
                    capabilities.Add(capability.Shown);
                }
            }

            if (isBad)
            {
                containers.Add(container);
            }
        }

        return containers.Any
            ? CheckResult.Forbid(
                "non-default capabilities",
                $"{containers.Containers} must not include {capabilities.Quoted} in securityContext.capabilities.add")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }

    private static bool IsDefault(string capability) => capability is
        "AUDIT_WRITE" or "CHOWN" or "DAC_OVERRIDE" or "FOWNER" or "FSETID" or "KILL" or "MKNOD" or "NET_BIND_SERVICE" or "SETFCAP"
        or "SETGID" or "SETPCAP" or "SETUID" or "SYS_CHROOT";
}
