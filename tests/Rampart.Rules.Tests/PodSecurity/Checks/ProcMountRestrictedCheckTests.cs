namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class ProcMountRestrictedCheckTests
{
    public const string CheckId = "procMount_restricted";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "before 1.35", 34, "{'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}", null },
        { "unset and default", 35, "{'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {'procMount': 'Default'}}]}", null },
        {
            "user namespaces too", 35, "{'hostUsers': false, 'containers': [{'name': 'a', 'securityContext': {'procMount': 'Unmasked'}}]}",
            "procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")"
        },
        {
            "not known", 35, "{'hostUsers': '?', 'containers': [{'name': 'a', 'securityContext': {'procMount': '?'}}]}",
            "unknown: spec.containers[0].securityContext.procMount is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
