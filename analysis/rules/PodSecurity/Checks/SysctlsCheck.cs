using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Only kernel parameters that are separate for each pod and do no harm to others may be set.</summary>
/// <remarks>
/// Field: <c>spec.securityContext.sysctls[*].name</c>. Allowed: the names below, more with newer versions. Forbidden ones are
/// listed in the order of the pod, as often as they are set.
/// </remarks>
internal static class SysctlsCheck
{
    private static readonly CheckedField Names = new("spec.securityContext.sysctls[*].name", PropertyKind.String);

    public static PodSecurityCheck Create() => new(
        "RMP1011",
        "sysctls",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(PolicyVersion.V1(0), CheckV1_0, Names),
        new PodSecurityCheckVersion(PolicyVersion.V1(27), CheckV1_27, Names),
        new PodSecurityCheckVersion(PolicyVersion.V1(29), CheckV1_29, Names),
        new PodSecurityCheckVersion(PolicyVersion.V1(32), CheckV1_32, Names),
        new PodSecurityCheckVersion(PolicyVersion.V1(37), CheckV1_37, Names));

    private static CheckResult CheckV1_0(in PodView pod) => Check(pod, 0);

    private static CheckResult CheckV1_27(in PodView pod) => Check(pod, 27);

    private static CheckResult CheckV1_29(in PodView pod) => Check(pod, 29);

    private static CheckResult CheckV1_32(in PodView pod) => Check(pod, 32);

    private static CheckResult CheckV1_37(in PodView pod) => Check(pod, 37);

    // The minor version since which a name is allowed.
    private static int AllowedSince(string name) => name switch
    {
        "kernel.shm_rmid_forced" => 0,
        "net.ipv4.ip_local_port_range" => 0,
        "net.ipv4.ip_unprivileged_port_start" => 0,
        "net.ipv4.ping_group_range" => 0,
        "net.ipv4.tcp_syncookies" => 0,
        "net.ipv4.ip_local_reserved_ports" => 27,
        "net.ipv4.tcp_fin_timeout" => 29,
        "net.ipv4.tcp_keepalive_intvl" => 29,
        "net.ipv4.tcp_keepalive_probes" => 29,
        "net.ipv4.tcp_keepalive_time" => 29,
        "net.ipv4.tcp_rmem" => 32,
        "net.ipv4.tcp_wmem" => 32,
        "net.ipv4.tcp_notsent_lowat" => 37,
        "net.ipv4.tcp_slow_start_after_idle" => 37,
        _ => int.MaxValue,
    };

    private static CheckResult Check(in PodView pod, int minor)
    {
        List<string>? forbidden = null;
        bool isUnknown = !pod.SecurityContext["sysctls"].TryGetItems(out FieldItems sysctls);
        foreach (Field sysctl in sysctls)
        {
            Field field = sysctl["name"];
            if (!field.TryGetText(out string name))
            {
                isUnknown = true;
            }
            else if (AllowedSince(name) > minor)
            {
                (forbidden ??= []).Add(field.Shown);
            }
        }

        return forbidden is not null
            ? CheckResult.Forbid("forbidden sysctls", string.Join(", ", forbidden))
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }
}
