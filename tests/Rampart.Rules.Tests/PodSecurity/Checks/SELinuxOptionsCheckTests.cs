namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class SELinuxOptionsCheckTests
{
    public const string CheckId = "seLinuxOptions";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "allowed types and any level", 0,
            "{'securityContext': {'seLinuxOptions': {'type': 'container_t', 'level': 's0:c1,c2'}}, 'containers': [{'name': 'a', 'securityContext': {'seLinuxOptions': {'type': 'container_init_t'}}}, {'name': 'b', 'securityContext': {'seLinuxOptions': {'type': 'container_kvm_t', 'user': '', 'role': null}}}, {'name': 'c', 'securityContext': {'seLinuxOptions': {'type': ''}}}]}",
            null
        },
        {
            "container engine before 1.31", 30, "{'securityContext': {'seLinuxOptions': {'type': 'container_engine_t'}}}",
            "seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type \"container_engine_t\")"
        },
        { "container engine since 1.31", 31, "{'securityContext': {'seLinuxOptions': {'type': 'container_engine_t'}}}", null },
        {
            "everything", 31,
            "{'securityContext': {'seLinuxOptions': {'type': 'foo'}}, 'containers': [{'name': 'a', 'securityContext': {'seLinuxOptions': {'type': 'bar'}}}, {'name': 'b', 'securityContext': {'seLinuxOptions': {'user': 'u'}}}, {'name': 'c', 'securityContext': {'seLinuxOptions': {'role': 'r'}}}]}",
            "seLinuxOptions (pod and containers \"a\", \"b\", \"c\" set forbidden securityContext.seLinuxOptions: types \"bar\", \"foo\"; user may not be set; role may not be set)"
        },
        {
            "user alone", 35, "{'containers': [{'name': 'a', 'securityContext': {'seLinuxOptions': {'user': 'u'}}}]}",
            "seLinuxOptions (container \"a\" set forbidden securityContext.seLinuxOptions: user may not be set)"
        },
        {
            "not known", 35, "{'containers': [{'name': 'a', 'securityContext': {'seLinuxOptions': {'role': '?', 'type': '?', 'level': '?'}}}]}",
            "unknown: spec.containers[0].securityContext.seLinuxOptions.type is not known yet, spec.containers[0].securityContext.seLinuxOptions.role is not known yet"
        },
        { "level not known", 35, "{'securityContext': {'seLinuxOptions': {'level': '?'}}}", null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
