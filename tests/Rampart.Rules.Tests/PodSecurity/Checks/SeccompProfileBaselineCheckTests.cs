namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class SeccompProfileBaselineCheckTests
{
    public const string CheckId = "seccompProfile_baseline";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "allowed annotations", 0,
            "{'annotations': {'seccomp.security.alpha.kubernetes.io/pod': 'docker/default', 'container.seccomp.security.alpha.kubernetes.io/a': 'localhost/x', 'container.seccomp.security.alpha.kubernetes.io/b': 'runtime/default', 'container.seccomp.security.alpha.kubernetes.io/gone': 'unconfined'}, 'containers': [{'name': 'a'}, {'name': 'b'}]}",
            null
        },
        {
            "annotation of the pod", 0, "{'annotations': {'seccomp.security.alpha.kubernetes.io/pod': ''}}",
            "seccompProfile (forbidden annotation seccomp.security.alpha.kubernetes.io/pod=\"\")"
        },
        {
            "annotations, in the order of their keys", 18,
            "{'annotations': {'seccomp.security.alpha.kubernetes.io/pod': 'unconfined', 'container.seccomp.security.alpha.kubernetes.io/b': 'x', 'container.seccomp.security.alpha.kubernetes.io/a': 'unconfined'}, 'containers': [{'name': 'a'}], 'initContainers': [{'name': 'b'}]}",
            "seccompProfile (forbidden annotations container.seccomp.security.alpha.kubernetes.io/a=\"unconfined\", container.seccomp.security.alpha.kubernetes.io/b=\"x\", seccomp.security.alpha.kubernetes.io/pod=\"unconfined\")"
        },
        { "field before 1.19", 18, "{'securityContext': {'seccompProfile': {'type': 'Unconfined'}}}", null },
        {
            "field since 1.19", 19, "{'securityContext': {'seccompProfile': {'type': 'Unconfined'}}}",
            "seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")"
        },
        { "annotation since 1.19", 19, "{'annotations': {'seccomp.security.alpha.kubernetes.io/pod': 'unconfined'}}", null },
        {
            "allowed fields", 35,
            "{'securityContext': {'seccompProfile': {'type': 'RuntimeDefault'}}, 'containers': [{'name': 'a', 'securityContext': {'seccompProfile': {'type': 'Localhost'}}}, {'name': 'b'}]}",
            null
        },
        {
            "pod and containers", 35,
            "{'securityContext': {'seccompProfile': {}}, 'containers': [{'name': 'a', 'securityContext': {'seccompProfile': {'type': 'Unconfined'}}}, {'name': 'b', 'securityContext': {'seccompProfile': {'type': 'Other'}}}]}",
            "seccompProfile (pod and containers \"a\", \"b\" must not set securityContext.seccompProfile.type to \"\", \"Other\", \"Unconfined\")"
        },
        {
            "annotation not known", 18, "{'annotations': {'seccomp.security.alpha.kubernetes.io/pod': '?'}}",
            "unknown: metadata.annotations[seccomp.security.alpha.kubernetes.io/pod] is not known yet"
        },
        {
            "container's name not known", 18,
            "{'annotations': {'container.seccomp.security.alpha.kubernetes.io/a': 'unconfined'}, 'containers': [{'name': '?'}]}",
            "unknown: spec.containers[0].name is not known yet"
        },
        {
            "profile not known", 35, "{'containers': [{'name': 'a', 'securityContext': {'seccompProfile': '?'}}]}",
            "unknown: spec.containers[0].securityContext.seccompProfile is not known yet"
        },
        {
            "secret annotation", 18, "{'annotations': {'seccomp.security.alpha.kubernetes.io/pod': '!unconfined'}}",
            "seccompProfile (forbidden annotation seccomp.security.alpha.kubernetes.io/pod=\"[secret]\")"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
