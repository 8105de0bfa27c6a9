using Rampart.Protocol.Values;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Tests.PodSecurity;

public sealed class AdmittedPodTests
{
    // name, pod, pod after defaulting; null when it stays as it is
    public static TheoryData<string, string, string?> Pods => new()
    {
        {
            "ports on the node's network",
            "{'kind': 'Pod', 'apiVersion': 'v1', 'spec': {'hostNetwork': true, 'containers': [{'ports': [{'containerPort': 80}, {'containerPort': 81, 'hostPort': 0}, {'containerPort': 82, 'hostPort': 9}]}], 'initContainers': [{'ports': [{'containerPort': 83}]}], 'ephemeralContainers': [{'ports': [{'containerPort': 84}]}]}}",
            "{'kind': 'Pod', 'apiVersion': 'v1', 'spec': {'hostNetwork': true, 'containers': [{'ports': [{'containerPort': 80, 'hostPort': 80}, {'containerPort': 81, 'hostPort': 81}, {'containerPort': 82, 'hostPort': 9}]}], 'initContainers': [{'ports': [{'containerPort': 83, 'hostPort': 83}]}], 'ephemeralContainers': [{'ports': [{'containerPort': 84}]}]}}"
        },
        {
            "annotations of containers",
            "{'kind': 'Pod', 'apiVersion': 'v1', 'metadata': {'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'unconfined', 'container.apparmor.security.beta.kubernetes.io/b': 'localhost/x', 'container.apparmor.security.beta.kubernetes.io/c': 'runtime/default', 'container.apparmor.security.beta.kubernetes.io/d': 'odd'}}, 'spec': {'containers': [{'name': 'a'}, {'name': 'b', 'securityContext': {}}, {'name': 'c', 'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}}, {'name': 'd'}, {'name': 'e'}]}}",
            "{'kind': 'Pod', 'apiVersion': 'v1', 'metadata': {'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'unconfined', 'container.apparmor.security.beta.kubernetes.io/b': 'localhost/x', 'container.apparmor.security.beta.kubernetes.io/c': 'runtime/default', 'container.apparmor.security.beta.kubernetes.io/d': 'odd'}}, 'spec': {'containers': [{'name': 'a', 'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}}, {'name': 'b', 'securityContext': {'appArmorProfile': {'type': 'Localhost', 'localhostProfile': 'x'}}}, {'name': 'c', 'securityContext': {'appArmorProfile': {'type': 'Unconfined'}}}, {'name': 'd'}, {'name': 'e'}]}}"
        },
        {
            "annotation that the pod's profile already says",
            "{'kind': 'Pod', 'apiVersion': 'v1', 'metadata': {'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'runtime/default'}}, 'spec': {'securityContext': {'appArmorProfile': {'type': 'RuntimeDefault'}}, 'containers': [{'name': 'a'}]}}",
            null
        },
        {
            "Windows has no AppArmor",
            "{'kind': 'Pod', 'apiVersion': 'v1', 'metadata': {'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'unconfined'}}, 'spec': {'os': {'name': 'windows'}, 'containers': [{'name': 'a'}]}}",
            null
        },
        {
            "templates", "{'kind': 'Job', 'apiVersion': 'batch/v1', 'spec': {'template': {'spec': {'hostNetwork': true, 'containers': [{'ports': [{'containerPort': 80}]}]}}}}",
            null
        },
        { "what is not known", "{'kind': 'Pod', 'apiVersion': 'v1', 'spec': {'hostNetwork': true, 'containers': ['?', {'ports': '?'}], 'initContainers': '?'}}", null },
        { "spec not known", "{'kind': 'Pod', 'apiVersion': 'v1', 'spec': '?'}", null },
        { "other kinds", "{'kind': 'Service', 'apiVersion': 'v1', 'spec': {'hostNetwork': true}}", null },
    };

    [Theory, MemberData(nameof(Pods))]
    public void Default_Pod_IsAsTheApiServerStoresIt(string name, string pod, string? expected) =>
        Assert.True(AdmittedPod.Default(ManifestText.Object(pod)).Equals(ManifestText.Object(expected ?? pod)), name);

    [Fact]
    public void Default_BadPod_MakesTheMessagesOfTheServer()
    {
        PropertyObject pod = ManifestText.Object(
            "{'kind': 'Pod', 'apiVersion': 'v1', 'metadata': {'annotations': {'container.apparmor.security.beta.kubernetes.io/a': 'unconfined'}}, 'spec': {'hostNetwork': true, 'containers': [{'name': 'a', 'ports': [{'containerPort': 80}]}]}}");
        LevelVersion policy = new(PodSecurityLevel.Baseline, PolicyVersion.Latest);

        Assert.Equal(
            "forbidden AppArmor profile (annotation must not set AppArmor profile type to \"container.apparmor.security.beta.kubernetes.io/a=\"unconfined\"\"), host namespaces (hostNetwork=true)",
            PodSecurityEvaluator.Evaluate(policy, pod)!.Detail);
        Assert.Equal(
            "forbidden AppArmor profiles (container \"a\" and annotation must not set AppArmor profile type to \"Unconfined\", \"container.apparmor.security.beta.kubernetes.io/a=\"unconfined\"\"), host namespaces (hostNetwork=true), hostPort (container \"a\" uses hostPort 80)",
            PodSecurityEvaluator.Evaluate(policy, AdmittedPod.Default(pod))!.Detail);
    }
}
