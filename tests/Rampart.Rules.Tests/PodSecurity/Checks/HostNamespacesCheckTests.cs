namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class HostNamespacesCheckTests
{
    public const string CheckId = "hostNamespaces";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "unset, null and false", 0, "{'hostNetwork': false, 'hostPID': null}", null },
        { "one", 0, "{'hostPID': true}", "host namespaces (hostPID=true)" },
        {
            "all, in fixed order", 35, "{'hostIPC': true, 'hostNetwork': true, 'hostPID': true}",
            "host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)"
        },
        { "not known", 35, "{'hostIPC': '?'}", "unknown: spec.hostIPC is not known yet" },
        { "forbidden whatever the unknown is", 35, "{'hostIPC': '?', 'hostPID': true}", "host namespaces (hostPID=true)" },
        { "text instead of a boolean", 35, "{'hostNetwork': 'no'}", "unknown: spec.hostNetwork is a string, not a boolean" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
