namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class SeccompProfileRestrictedCheckTests
{
    public const string CheckId = "seccompProfile_restricted";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "before 1.19", 18, "{'containers': [{'name': 'a'}]}", null },
        {
            "unset", 19, "{'containers': [{'name': 'a'}, {'name': 'b'}]}",
            "seccompProfile (pod or containers \"a\", \"b\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")"
        },
        { "pod", 19, "{'securityContext': {'seccompProfile': {'type': 'RuntimeDefault'}}, 'containers': [{'name': 'a'}]}", null },
        { "container", 24, "{'containers': [{'name': 'a', 'securityContext': {'seccompProfile': {'type': 'Localhost'}}}]}", null },
        {
            "explicit ones hide silent ones", 35,
            "{'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {'seccompProfile': {'type': 'Unconfined'}}}]}",
            "seccompProfile (container \"b\" must not set securityContext.seccompProfile.type to \"Unconfined\")"
        },
        {
            "pod against its containers", 35,
            "{'securityContext': {'seccompProfile': {'type': 'Unconfined'}}, 'containers': [{'name': 'a', 'securityContext': {'seccompProfile': {'type': 'RuntimeDefault'}}}]}",
            "seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")"
        },
        {
            "Windows before 1.25", 24, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}",
            "seccompProfile (pod or container \"a\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")"
        },
        { "Windows since 1.25", 25, "{'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}", null },
        {
            "pod not known", 35, "{'securityContext': {'seccompProfile': {'type': '?'}}, 'containers': [{'name': 'a'}]}",
            "unknown: spec.securityContext.seccompProfile.type is not known yet"
        },
        {
            "container not known", 35,
            "{'securityContext': {'seccompProfile': {'type': 'RuntimeDefault'}}, 'containers': [{'name': 'a', 'securityContext': {'seccompProfile': {'type': '?'}}}]}",
            "unknown: spec.containers[0].securityContext.seccompProfile.type is not known yet"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
