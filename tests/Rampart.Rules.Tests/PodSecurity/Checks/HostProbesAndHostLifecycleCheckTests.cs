namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class HostProbesAndHostLifecycleCheckTests
{
    public const string CheckId = "hostProbesAndHostLifecycle";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "before 1.34", 33, "{'containers': [{'name': 'a', 'livenessProbe': {'httpGet': {'host': 'x'}}}]}", null },
        {
            "since 1.34", 34, "{'containers': [{'name': 'a', 'livenessProbe': {'httpGet': {'host': 'x'}}}]}",
            "probe or lifecycle host (container \"a\" uses probe or lifecycle host \"x\")"
        },
        {
            "no host", 34,
            "{'containers': [{'name': 'a', 'livenessProbe': {'httpGet': {'port': 80, 'httpHeaders': [{'name': 'Host', 'value': 'x'}]}}, 'readinessProbe': {'tcpSocket': {'host': ''}}, 'startupProbe': {'grpc': {'port': 1, 'service': 'x'}}, 'lifecycle': {'preStop': {'exec': {'command': ['x']}}, 'postStart': null}}]}",
            null
        },
        {
            "every place", 35,
            "{'containers': [{'name': 'a', 'readinessProbe': {'tcpSocket': {'host': 'h1'}}, 'startupProbe': {'httpGet': {'host': 'h2'}}, 'lifecycle': {'preStop': {'tcpSocket': {'host': 'h3'}}, 'postStart': {'httpGet': {'host': 'h4'}}}, 'livenessProbe': {'tcpSocket': {'host': 'h5'}}}]}",
            "probe or lifecycle host (container \"a\" uses probe or lifecycle hosts \"h1\", \"h2\", \"h3\", \"h4\", \"h5\")"
        },
        {
            "containers in the order of their names", 35,
            "{'containers': [{'name': 'b', 'livenessProbe': {'httpGet': {'host': '127.0.0.1'}}}], 'initContainers': [{'name': 'c', 'livenessProbe': {'httpGet': {'host': '::1'}}}], 'ephemeralContainers': [{'name': 'a', 'livenessProbe': {'httpGet': {'host': '::1'}}}]}",
            "probe or lifecycle host (containers \"a\", \"b\", \"c\" use probe or lifecycle hosts \"127.0.0.1\", \"::1\")"
        },
        {
            "not known", 35, "{'containers': [{'name': 'a', 'lifecycle': {'preStop': {'httpGet': {'host': '?'}}}, 'livenessProbe': '?'}]}",
            "unknown: spec.containers[0].livenessProbe is not known yet, spec.containers[0].lifecycle.preStop.httpGet.host is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
