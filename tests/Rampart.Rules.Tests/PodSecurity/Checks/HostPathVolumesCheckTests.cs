namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class HostPathVolumesCheckTests
{
    public const string CheckId = "hostPathVolumes";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "no volumes", 0, "{}", null },
        { "others", 0, "{'volumes': [{'name': 'a', 'emptyDir': {}}, {'name': 'b', 'hostPath': null}]}", null },
        { "one", 0, "{'volumes': [{'name': 'a', 'hostPath': {}}, {'name': 'b'}]}", "hostPath volumes (volume \"a\")" },
        {
            "two", 35, "{'volumes': [{'name': 'b', 'hostPath': {'path': '/'}}, {'name': 'a', 'hostPath': {'path': '/'}}]}",
            "hostPath volumes (volumes \"b\", \"a\")"
        },
        { "not known", 35, "{'volumes': [{'name': 'a', 'hostPath': '?'}]}", "unknown: spec.volumes[0].hostPath is not known yet" },
        { "volume not known", 35, "{'volumes': ['?']}", "unknown: spec.volumes[0] is not known yet" },
        { "list not known", 35, "{'volumes': '?'}", "unknown: spec.volumes is not known yet" },
        { "path not known", 35, "{'volumes': [{'name': 'a', 'hostPath': {'path': '?'}}]}", "hostPath volumes (volume \"a\")" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
