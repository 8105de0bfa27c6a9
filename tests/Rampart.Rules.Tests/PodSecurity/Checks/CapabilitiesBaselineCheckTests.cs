namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class CapabilitiesBaselineCheckTests
{
    public const string CheckId = "capabilities_baseline";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "the default set", 0,
            "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'add': ['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'], 'drop': ['X']}}}]}",
            null
        },
        { "nothing added", 35, "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'add': null}}}, {'name': 'b'}]}", null },
        {
            "others, each once and in the order of their bytes", 0,
            "{'containers': [{'name': 'b', 'securityContext': {'capabilities': {'add': ['SYS_ADMIN', 'NET_RAW', 'SYS_ADMIN', 'chown', 'CAP_CHOWN']}}}, {'name': 'a', 'securityContext': {'capabilities': {'add': ['NET_RAW']}}}]}",
            "non-default capabilities (containers \"b\", \"a\" must not include \"CAP_CHOWN\", \"NET_RAW\", \"SYS_ADMIN\", \"chown\" in securityContext.capabilities.add)"
        },
        {
            "bytes above the surrogates of UTF-16", 0,
            "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'add': ['\\ud83d\\ude00', '\\uff5e']}}}]}",
            "non-default capabilities (container \"a\" must not include \"\uff5e\", \"\U0001F600\" in securityContext.capabilities.add)"
        },
        {
            "not known", 35, "{'initContainers': [{'name': 'a', 'securityContext': {'capabilities': {'add': ['CHOWN', '?']}}}]}",
            "unknown: spec.initContainers[0].securityContext.capabilities.add[1] is not known yet"
        },
        {
            "list not known", 35, "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'add': '?'}}}]}",
            "unknown: spec.containers[0].securityContext.capabilities.add is not known yet"
        },
        {
            "secret", 35, "{'containers': [{'name': '!hidden', 'securityContext': {'capabilities': {'add': ['!SYS_ADMIN', '!CHOWN']}}}]}",
            "non-default capabilities (container \"[secret]\" must not include \"[secret]\" in securityContext.capabilities.add)"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
