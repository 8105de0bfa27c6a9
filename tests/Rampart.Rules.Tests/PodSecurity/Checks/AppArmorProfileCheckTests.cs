namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class AppArmorProfileCheckTests
{
    public const string CheckId = "appArmorProfile";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        { "unset", 0, "{'containers': [{'name': 'a'}]}", null },
        {
            "allowed", 0,
            "{'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'localhost/x', 'container.apparmor.security.beta.kubernetes.io/b': 'runtime/default', 'container.apparmor.security.beta.kubernetes.io/c': '', 'other': 'unconfined'}, 'securityContext': {'appArmorProfile': {'type': 'RuntimeDefault'}}, 'containers': [{'name': 'a', 'securityContext': {'appArmorProfile': {'type': 'Localhost'}}}]}",
            null
        },
        {
            "pod", 0, "{'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}, 'containers': [{'name': 'a'}]}",
            "forbidden AppArmor profile (pod must not set AppArmor profile type to \"Unconfined\")"
        },
        {
            "container", 30, "{'containers': [{'name': 'a', 'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}}]}",
            "forbidden AppArmor profile (container \"a\" must not set AppArmor profile type to \"Unconfined\")"
        },
        {
            "profile without type", 30, "{'securityContext': {'appArmorProfile': {}}}",
            "forbidden AppArmor profile (pod must not set AppArmor profile type to \"\")"
        },
        {
            "annotation, quoted twice", 0,
            "{'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'unconfined'}, 'containers': [{'name': 'a'}]}",
            "forbidden AppArmor profile (annotation must not set AppArmor profile type to \"container.apparmor.security.beta.kubernetes.io/a=\"unconfined\"\")"
        },
        {
            "annotation with characters that Go escapes", 0,
            "{'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'x\\\\y\\n\\u00e9\\u200b\\u007f'}}",
            "forbidden AppArmor profile (annotation must not set AppArmor profile type to \"container.apparmor.security.beta.kubernetes.io/a=\"x\\\\y\\né\\u200b\\x7f\"\")"
        },
        {
            "all setters, values before annotations", 35,
            "{'annotations': {'container.apparmor.security.beta.kubernetes.io/b': 'z', 'container.apparmor.security.beta.kubernetes.io/a': 'unconfined'}, 'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}, 'containers': [{'name': 'b', 'securityContext': {'appArmorProfile': {'type': 'Other'}}}, {'name': 'a', 'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}}]}",
            "forbidden AppArmor profiles (pod and containers \"b\", \"a\" and annotations must not set AppArmor profile type to \"Other\", \"Unconfined\", \"container.apparmor.security.beta.kubernetes.io/a=\"unconfined\"\", \"container.apparmor.security.beta.kubernetes.io/b=\"z\"\")"
        },
        {
            "not known", 35, "{'annotations': '?', 'securityContext': {'appArmorProfile': {'type': '?'}}}",
            "unknown: spec.securityContext.appArmorProfile.type is not known yet, metadata.annotations is not known yet"
        },
        {
            "one annotation not known", 35,
            "{'annotations': {'container.apparmor.security.beta.kubernetes.io/a': '?', 'other': '?'}, 'containers': [{'name': 'a'}]}",
            "unknown: metadata.annotations[container.apparmor.security.beta.kubernetes.io/a] is not known yet"
        },
        {
            "secret", 35, "{'securityContext': {'appArmorProfile': {'type': '!Unconfined'}}}",
            "forbidden AppArmor profile (pod must not set AppArmor profile type to \"[secret]\")"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
