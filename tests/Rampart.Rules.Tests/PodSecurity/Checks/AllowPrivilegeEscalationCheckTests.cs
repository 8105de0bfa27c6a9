namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class AllowPrivilegeEscalationCheckTests
{
    public const string CheckId = "allowPrivilegeEscalation";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "before the field existed", 7, "{'containers': [{'name': 'a'}]}", null },
        {
            "unset, null and true", 8,
            "{'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {'allowPrivilegeEscalation': null}}, {'name': 'c', 'securityContext': {'allowPrivilegeEscalation': true}}]}",
            "allowPrivilegeEscalation != false (containers \"a\", \"b\", \"c\" must set securityContext.allowPrivilegeEscalation=false)"
        },
        {
            "init and ephemeral containers, in order", 24,
            "{'containers': [{'name': 'b'}], 'initContainers': [{'name': 'c'}], 'ephemeralContainers': [{'name': 'a'}]}",
            "allowPrivilegeEscalation != false (containers \"c\", \"b\", \"a\" must set securityContext.allowPrivilegeEscalation=false)"
        },
        { "false", 8, "{'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': false}}]}", null },
        {
            "Windows before 1.25", 24, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}",
            "allowPrivilegeEscalation != false (container \"a\" must set securityContext.allowPrivilegeEscalation=false)"
        },
        { "Windows since 1.25", 25, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}", null },
        {
            "Linux", 25, "{'os': {'name': 'linux'}, 'containers': [{'name': 'a'}]}",
            "allowPrivilegeEscalation != false (container \"a\" must set securityContext.allowPrivilegeEscalation=false)"
        },
        {
            "system not known", 25, "{'os': {'name': '?'}, 'containers': [{'name': 'a'}]}",
            "unknown: spec.os.name is not known yet"
        },
        {
            "system not known and not needed", 25,
            "{'os': '?', 'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': false}}]}", null
        },
        {
            "not known", 25, "{'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': '?'}}]}",
            "unknown: spec.containers[0].securityContext.allowPrivilegeEscalation is not known yet"
        },
        {
            "forbidden whatever the unknown is", 25,
            "{'containers': [{'name': '?'}, {'name': 'b', 'securityContext': {'allowPrivilegeEscalation': '?'}}]}",
            "allowPrivilegeEscalation != false (container \"[unknown]\" must set securityContext.allowPrivilegeEscalation=false)"
        },
        {
            "text instead of a boolean", 25, "{'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': 'false'}}]}",
            "unknown: spec.containers[0].securityContext.allowPrivilegeEscalation is a string, not a boolean"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
