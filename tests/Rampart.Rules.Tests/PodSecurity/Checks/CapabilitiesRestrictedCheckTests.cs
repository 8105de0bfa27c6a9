namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class CapabilitiesRestrictedCheckTests
{
    public const string CheckId = "capabilities_restricted";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "before 1.22", 21, "{'containers': [{'name': 'a'}]}", null },
        {
            "nothing dropped", 22, "{'containers': [{'name': 'a'}]}",
            "unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"])"
        },
        {
            "only ALL in capitals counts", 22,
            "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'drop': ['all', 'NET_RAW']}}}, {'name': 'b', 'securityContext': {'capabilities': {'drop': ['NET_RAW', 'ALL']}}}]}",
            "unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"])"
        },
        {
            "dropped and the allowed one added", 24,
            "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'drop': ['ALL'], 'add': ['NET_BIND_SERVICE']}}}]}", null
        },
        {
            "one of the default set added", 24,
            "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'drop': ['ALL'], 'add': ['CHOWN']}}}]}",
            "unrestricted capabilities (container \"a\" must not include \"CHOWN\" in securityContext.capabilities.add)"
        },
        {
            "both", 25,
            "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'add': ['FOO', 'BAR']}}}, {'name': 'b', 'securityContext': {'capabilities': {'drop': ['ALL'], 'add': ['BAZ']}}}]}",
            "unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"]; containers \"a\", \"b\" must not include \"BAR\", \"BAZ\", \"FOO\" in securityContext.capabilities.add)"
        },
        {
            "Windows before 1.25", 24, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}",
            "unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"])"
        },
        { "Windows since 1.25", 25, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}", null },
        {
            "not known whether ALL is dropped", 25, "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'drop': ['?', 'NET_RAW']}}}]}",
            "unknown: spec.containers[0].securityContext.capabilities.drop[0] is not known yet"
        },
        {
            "ALL is dropped beside an unknown", 25, "{'containers': [{'name': 'a', 'securityContext': {'capabilities': {'drop': ['?', 'ALL']}}}]}",
            null
        },
        {
            "context not known", 25, "{'containers': [{'name': 'a', 'securityContext': '?'}]}",
            "unknown: spec.containers[0].securityContext is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
