namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class ProcMountCheckTests
{
    public const string CheckId = "procMount";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "unset and default", 0, "{'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {'procMount': 'Default'}}]}", null },
        {
            "unmasked", 0, "{'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}",
            "procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")"
        },
        {
            "several values", 35,
            "{'containers': [{'name': 'a', 'securityContext': {'procMount': 'other'}}, {'name': 'b', 'securityContext': {'procMount': ''}}]}",
            "procMount (containers \"a\", \"b\" must not set securityContext.procMount to \"\", \"other\")"
        },
        {
            "user namespace before 1.35", 34, "{'hostUsers': false, 'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}",
            "procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")"
        },
        {
            "user namespace since 1.35", 35, "{'hostUsers': false, 'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}",
            null
        },
        {
            "user namespace of the node", 35, "{'hostUsers': true, 'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}",
            "procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")"
        },
        {
            "user namespace not known", 35, "{'hostUsers': '?', 'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}",
            "unknown: spec.hostUsers is not known yet"
        },
        {
            "not known", 34, "{'containers': [{'name': 'a', 'securityContext': {'procMount': '?'}}]}",
            "unknown: spec.containers[0].securityContext.procMount is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
