namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class HostPortsCheckTests
{
    public const string CheckId = "hostPorts";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "none", 0, "{'containers': [{'name': 'a', 'ports': [{'containerPort': 80}, {'hostPort': 0}]}, {'name': 'b', 'ports': null}]}", null },
        {
            "one", 0, "{'containers': [{'name': 'a', 'ports': [{'hostPort': 80}]}]}", "hostPort (container \"a\" uses hostPort 80)"
        },
        {
            "in the order of their digits, each once", 35,
            "{'containers': [{'name': 'b', 'ports': [{'hostPort': 9090}, {'hostPort': 80}]}], 'initContainers': [{'name': 'c', 'ports': [{'hostPort': 443}, {'hostPort': 80}]}]}",
            "hostPort (containers \"c\", \"b\" use hostPorts 443, 80, 9090)"
        },
        {
            "containers on the node's network without host ports", 35,
            "{'hostNetwork': true, 'containers': [{'name': 'a', 'ports': [{'containerPort': 80}]}]}", null
        },
        {
            "not known", 35, "{'containers': [{'name': 'a', 'ports': [{'hostPort': '?'}, '?']}]}",
            "unknown: spec.containers[0].ports[0].hostPort is not known yet, spec.containers[0].ports[1] is not known yet"
        },
        {
            "text instead of a number", 35, "{'containers': [{'name': 'a', 'ports': [{'hostPort': '80'}]}]}",
            "unknown: spec.containers[0].ports[0].hostPort is a string, not a number"
        },
        {
            "no whole number", 35, "{'containers': [{'name': 'a', 'ports': [{'hostPort': 80.5}]}]}",
            "unknown: spec.containers[0].ports[0].hostPort is not a whole number"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
