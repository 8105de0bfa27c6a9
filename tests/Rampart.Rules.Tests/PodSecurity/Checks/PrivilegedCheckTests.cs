namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class PrivilegedCheckTests
{
    public const string CheckId = "privileged";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "unset, null and false", 0,
            "{'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': null}, {'name': 'c', 'securityContext': {'privileged': false}}]}", null
        },
        {
            "one", 0, "{'containers': [{'name': 'a', 'securityContext': {'privileged': true}}]}",
            "privileged (container \"a\" must not set securityContext.privileged=true)"
        },
        {
            "every kind of container", 35,
            "{'ephemeralContainers': [{'name': 'c', 'securityContext': {'privileged': true}}], 'containers': [{'name': 'b', 'securityContext': {'privileged': true}}], 'initContainers': [{'name': 'a', 'securityContext': {'privileged': true}}]}",
            "privileged (containers \"a\", \"b\", \"c\" must not set securityContext.privileged=true)"
        },
        {
            "not known", 35, "{'ephemeralContainers': [{'name': 'c', 'securityContext': {'privileged': '?'}}]}",
            "unknown: spec.ephemeralContainers[0].securityContext.privileged is not known yet"
        },
        { "container not known", 35, "{'containers': ['?', {'name': 'b'}]}", "unknown: spec.containers[0] is not known yet" },
        { "containers not known", 35, "{'initContainers': '?', 'containers': []}", "unknown: spec.initContainers is not known yet" },
        { "container of a wrong type", 35, "{'containers': [5]}", "unknown: spec.containers[0] is a number, not an object" },
        { "containers of a wrong type", 35, "{'containers': {}}", "unknown: spec.containers is an object, not a list" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
