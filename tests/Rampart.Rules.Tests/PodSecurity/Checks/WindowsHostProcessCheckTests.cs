namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class WindowsHostProcessCheckTests
{
    public const string CheckId = "windowsHostProcess";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "unset and false", 0,
            "{'securityContext': {'windowsOptions': {'hostProcess': false}}, 'containers': [{'name': 'a', 'securityContext': {'windowsOptions': {}}}]}", null
        },
        {
            "pod", 0, "{'securityContext': {'windowsOptions': {'hostProcess': true}}}",
            "hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)"
        },
        {
            "pod and containers", 35,
            "{'securityContext': {'windowsOptions': {'hostProcess': true}}, 'containers': [{'name': 'a', 'securityContext': {'windowsOptions': {'hostProcess': true}}}, {'name': 'b', 'securityContext': {'windowsOptions': {'hostProcess': true}}}]}",
            "hostProcess (pod and containers \"a\", \"b\" must not set securityContext.windowsOptions.hostProcess=true)"
        },
        {
            "not known", 35, "{'containers': [{'name': 'a', 'securityContext': {'windowsOptions': {'hostProcess': '?'}}}]}",
            "unknown: spec.containers[0].securityContext.windowsOptions.hostProcess is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
