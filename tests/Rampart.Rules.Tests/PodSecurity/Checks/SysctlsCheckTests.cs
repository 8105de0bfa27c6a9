namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class SysctlsCheckTests
{
    public const string CheckId = "sysctls";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "the first five", 0,
            "{'securityContext': {'sysctls': [{'name': 'kernel.shm_rmid_forced'}, {'name': 'net.ipv4.ip_local_port_range'}, {'name': 'net.ipv4.tcp_syncookies'}, {'name': 'net.ipv4.ping_group_range'}, {'name': 'net.ipv4.ip_unprivileged_port_start'}]}}",
            null
        },
        { "others, in the order of the pod and as often", 0, "{'securityContext': {'sysctls': [{'name': 'b'}, {'name': 'a'}, {'name': 'b'}]}}", "forbidden sysctls (b, a, b)" },
        { "reserved ports before 1.27", 26, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.ip_local_reserved_ports'}]}}", "forbidden sysctls (net.ipv4.ip_local_reserved_ports)" },
        { "reserved ports since 1.27", 27, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.ip_local_reserved_ports'}]}}", null },
        {
            "keep-alive before 1.29", 28,
            "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_keepalive_time'}, {'name': 'net.ipv4.tcp_fin_timeout'}, {'name': 'net.ipv4.tcp_keepalive_intvl'}, {'name': 'net.ipv4.tcp_keepalive_probes'}]}}",
            "forbidden sysctls (net.ipv4.tcp_keepalive_time, net.ipv4.tcp_fin_timeout, net.ipv4.tcp_keepalive_intvl, net.ipv4.tcp_keepalive_probes)"
        },
        {
            "keep-alive since 1.29", 29,
            "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_keepalive_time'}, {'name': 'net.ipv4.tcp_fin_timeout'}, {'name': 'net.ipv4.tcp_keepalive_intvl'}, {'name': 'net.ipv4.tcp_keepalive_probes'}]}}",
            null
        },
        {
            "buffers before 1.32", 31, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_rmem'}, {'name': 'net.ipv4.tcp_wmem'}]}}",
            "forbidden sysctls (net.ipv4.tcp_rmem, net.ipv4.tcp_wmem)"
        },
        {
            "slow start before 1.37", 36, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_slow_start_after_idle'}, {'name': 'net.ipv4.tcp_notsent_lowat'}]}}",
            "forbidden sysctls (net.ipv4.tcp_slow_start_after_idle, net.ipv4.tcp_notsent_lowat)"
        },
        { "another since 1.37", 37, "{'securityContext': {'sysctls': [{'name': 'kernel.msgmax'}]}}", "forbidden sysctls (kernel.msgmax)" },
        { "slow start since 1.37", 37, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_slow_start_after_idle'}, {'name': 'net.ipv4.tcp_notsent_lowat'}]}}", null },
        { "buffers since 1.32", 32, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_rmem'}, {'name': 'net.ipv4.tcp_wmem'}]}}", null },
        { "without name", 35, "{'securityContext': {'sysctls': [{}]}}", "forbidden sysctls ()" },
        { "not known", 35, "{'securityContext': {'sysctls': [{'name': '?'}]}}", "unknown: spec.securityContext.sysctls[0].name is not known yet" },
        { "value not known", 35, "{'securityContext': {'sysctls': [{'name': 'net.ipv4.tcp_rmem', 'value': '?'}]}}", null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
