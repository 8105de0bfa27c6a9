namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class RunAsUserCheckTests
{
    public const string CheckId = "runAsUser";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "before 1.23", 22, "{'securityContext': {'runAsUser': 0}}", null },
        { "unset, null and another", 23, "{'securityContext': {'runAsUser': null}, 'containers': [{'name': 'a', 'securityContext': {'runAsUser': 65532}}]}", null },
        { "pod", 23, "{'securityContext': {'runAsUser': 0}}", "runAsUser=0 (pod must not set runAsUser=0)" },
        {
            "pod and containers", 35,
            "{'securityContext': {'runAsUser': 0}, 'containers': [{'name': 'b', 'securityContext': {'runAsUser': 0}}, {'name': 'a', 'securityContext': {'runAsUser': 0}}]}",
            "runAsUser=0 (pod and containers \"b\", \"a\" must not set runAsUser=0)"
        },
        {
            "user namespace before 1.35", 34, "{'hostUsers': false, 'containers': [{'name': 'a', 'securityContext': {'runAsUser': 0}}]}",
            "runAsUser=0 (container \"a\" must not set runAsUser=0)"
        },
        { "user namespace since 1.35", 35, "{'hostUsers': false, 'containers': [{'name': 'a', 'securityContext': {'runAsUser': 0}}]}", null },
        { "user namespace not known", 35, "{'hostUsers': '?', 'securityContext': {'runAsUser': 0}}", "unknown: spec.hostUsers is not known yet" },
        {
            "not known", 35, "{'securityContext': {'runAsUser': '?'}, 'containers': [{'name': 'a', 'securityContext': {'runAsUser': '0'}}]}",
            "unknown: spec.securityContext.runAsUser is not known yet, spec.containers[0].securityContext.runAsUser is a string, not a number"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
