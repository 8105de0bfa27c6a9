namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class RunAsNonRootCheckTests
{
    public const string CheckId = "runAsNonRoot";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "unset everywhere", 0, "{'containers': [{'name': 'a'}], 'initContainers': [{'name': 'b'}]}",
            "runAsNonRoot != true (pod or containers \"b\", \"a\" must set securityContext.runAsNonRoot=true)"
        },
        { "pod", 0, "{'securityContext': {'runAsNonRoot': true}, 'containers': [{'name': 'a'}]}", null },
        { "every container", 34, "{'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': true}}]}", null },
        {
            "one container", 0, "{'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': true}}, {'name': 'b'}]}",
            "runAsNonRoot != true (pod or container \"b\" must set securityContext.runAsNonRoot=true)"
        },
        {
            "container against its pod", 35,
            "{'securityContext': {'runAsNonRoot': true}, 'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': false}}]}",
            "runAsNonRoot != true (container \"a\" must not set securityContext.runAsNonRoot=false)"
        },
        {
            "pod against its container", 35,
            "{'securityContext': {'runAsNonRoot': false}, 'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': true}}]}",
            "runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)"
        },
        {
            "explicit ones hide silent ones", 35,
            "{'securityContext': {'runAsNonRoot': false}, 'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {'runAsNonRoot': false}}]}",
            "runAsNonRoot != true (pod and container \"b\" must not set securityContext.runAsNonRoot=false)"
        },
        {
            "Windows", 35, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}",
            "runAsNonRoot != true (pod or container \"a\" must set securityContext.runAsNonRoot=true)"
        },
        {
            "user namespace before 1.35", 34, "{'hostUsers': false, 'containers': [{'name': 'a'}]}",
            "runAsNonRoot != true (pod or container \"a\" must set securityContext.runAsNonRoot=true)"
        },
        { "user namespace since 1.35", 35, "{'hostUsers': false, 'containers': [{'name': 'a'}]}", null },
        { "user namespace not known", 35, "{'hostUsers': '?', 'containers': [{'name': 'a'}]}", "unknown: spec.hostUsers is not known yet" },
        {
            "pod not known", 35, "{'securityContext': {'runAsNonRoot': '?'}, 'containers': [{'name': 'a'}]}",
            "unknown: spec.securityContext.runAsNonRoot is not known yet"
        },
        {
            "pod not known, container without doubt", 35,
            "{'securityContext': '?', 'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': false}}]}",
            "runAsNonRoot != true (container \"a\" must not set securityContext.runAsNonRoot=false)"
        },
        {
            "container not known", 35,
            "{'securityContext': {'runAsNonRoot': true}, 'containers': [{'name': 'a', 'securityContext': {'runAsNonRoot': '?'}}]}",
            "unknown: spec.containers[0].securityContext.runAsNonRoot is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
