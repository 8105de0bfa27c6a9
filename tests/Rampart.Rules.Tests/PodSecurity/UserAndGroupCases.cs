using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>The cases of the rules about users, groups and who says them.</summary>
internal static class UserAndGroupCases
{
    private const string Pod = "spec.template.spec.securityContext";
    private const string Container = "spec.template.spec.containers[0].securityContext";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1106", "both at the pod", [Hardened.Deployment()]),
        new("RMP1106", "neither", [Hardened.Pod("securityContext", "{}")],
            $"{Pod}.runAsGroup: runAsGroup is not set: container 'app' runs in the group that its image names, or in root's",
            $"{Pod}.runAsUser: runAsUser is not set: container 'app' runs as the user that its image names"),
        new("RMP1106", "both at every container", [Hardened.Deployment((Pod, "null"), ($"{Container}.runAsUser", "65532"), ($"{Container}.runAsGroup", "65532"))]),
        new("RMP1106", "not at the init container",
            [Hardened.Deployment(($"{Pod}.runAsUser", "null"), ($"{Container}.runAsUser", "65532"), ("spec.template.spec.initContainers", "[{'name': 'migrate'}]"))],
            $"{Pod}.runAsUser: runAsUser is not set: init container 'migrate' runs as the user that its image names"),
        new("RMP1106", "unknown", [Hardened.Pod("securityContext.runAsUser", "'?'")], $"? {Pod}.runAsUser is not known yet"),
        new("RMP1106", "container unknown", [Hardened.Deployment(($"{Pod}.runAsUser", "null"), (Container, "'?'"))], $"? {Container}.runAsUser is not known yet"),
        new("RMP1106", "Windows", [Hardened.Deployment((Pod, "null"), ("spec.template.spec.os", "{'name': 'windows'}"))]),
        new("RMP1107", "65532", [Hardened.Deployment()]),
        new("RMP1107", "unset", [Hardened.Pod("securityContext", "null")]),
        new("RMP1107", "10001", [Hardened.Pod("securityContext.runAsUser", "10001")]),
        new("RMP1107", "the guide's 1000", [Hardened.Deployment(($"{Pod}.runAsUser", "1000"), ($"{Pod}.runAsGroup", "1000"))],
            $"{Pod}.runAsGroup: the pod runs as group 1000, which is below 10001",
            $"{Pod}.runAsUser: the pod runs as user 1000, which is below 10001"),
        new("RMP1107", "container", [Hardened.Container("securityContext.runAsUser", "10000")],
            $"{Container}.runAsUser: container 'app' runs as user 10000, which is below 10001"),
        new("RMP1107", "every container has its own",
            [
                Hardened.Deployment(($"{Pod}.runAsUser", "180"), ($"{Pod}.runAsGroup", "0"), ($"{Container}.runAsUser", "12000"), ($"{Container}.runAsGroup", "12000")),
            ]),
        new("RMP1107", "a container takes the pod's",
            [
                Hardened.Deployment(($"{Pod}.runAsUser", "180"), ($"{Container}.runAsUser", "12000"), ("spec.template.spec.initContainers", "[{'name': 'migrate'}]")),
            ],
            $"{Pod}.runAsUser: the pod runs as user 180, which is below 10001"),
        new("RMP1107", "an unknown container may take the pod's", [Hardened.Deployment(($"{Pod}.runAsUser", "180"), ($"{Container}.runAsUser", "'?'"))],
            $"? {Container}.runAsUser is not known yet"),
        new("RMP1107", "secret", [Hardened.Pod("securityContext", "'!x'")],
            $"? {Pod}.runAsGroup is not known yet", $"? {Pod}.runAsUser is not known yet"),
        new("RMP1107", "a text", [Hardened.Pod("securityContext.runAsUser", "'1000'")], $"? {Pod}.runAsUser is a string, which the API server does not take here"),
        new("RMP1108", "65532", [Hardened.Deployment()]),
        new("RMP1108", "unset", [Hardened.Pod("securityContext", "null")]),
        new("RMP1108", "zero", [Hardened.Deployment(($"{Pod}.fsGroup", "0"), ($"{Pod}.supplementalGroups", "[1, 0]"))],
            $"{Pod}.fsGroup: fsGroup is 0, the group of root",
            $"{Pod}.supplementalGroups[1]: supplementalGroups has 0, the group of root"),
        new("RMP1108", "unknown", [Hardened.Deployment(($"{Pod}.fsGroup", "'?'"), ($"{Pod}.supplementalGroups", "['?']"))],
            $"? {Pod}.fsGroup is not known yet", $"? {Pod}.supplementalGroups[0] is not known yet"),
        new("RMP1109", "set", [Hardened.Deployment()]),
        new("RMP1109", "unset", [Hardened.Pod("securityContext.fsGroup", "null")],
            $"{Pod}.fsGroup: fsGroup is not set: the files of volumes keep the group that they are created with"),
        new("RMP1109", "no volumes", [Hardened.Deployment(($"{Pod}.fsGroup", "null"), ("spec.template.spec.volumes", "null"))]),
        new("RMP1109", "unknown", [Hardened.Pod("securityContext.fsGroup", "'?'")], $"? {Pod}.fsGroup is not known yet"),
        new("RMP1110", "on mismatch", [Hardened.Deployment()]),
        new("RMP1110", "no group", [Hardened.Pod("securityContext", "null")]),
        new("RMP1110", "unset", [Hardened.Pod("securityContext.fsGroupChangePolicy", "null")],
            $"{Pod}.fsGroupChangePolicy: fsGroupChangePolicy is not set, not 'OnRootMismatch'"),
        new("RMP1110", "always", [Hardened.Pod("securityContext.fsGroupChangePolicy", "'Always'")],
            $"{Pod}.fsGroupChangePolicy: fsGroupChangePolicy is 'Always', not 'OnRootMismatch'"),
        new("RMP1110", "unknown", [Hardened.Pod("securityContext.fsGroupChangePolicy", "'?'")], $"? {Pod}.fsGroupChangePolicy is not known yet"),
        new("RMP1111", "both at the pod", [Hardened.Deployment()]),
        new("RMP1111", "only at the container", [Hardened.Deployment((Pod, "null"), ($"{Container}.seccompProfile", "{'type': 'RuntimeDefault'}"))],
            $"{Pod}.runAsNonRoot: only the containers say runAsNonRoot, so others that join the pod may run as root",
            $"{Pod}.seccompProfile: only the containers say seccompProfile, so others that join the pod have none"),
        new("RMP1111", "nowhere is for the standard", [Hardened.Deployment((Pod, "null"), (Container, "null"))]),
        new("RMP1111", "unknown containers", [Hardened.Deployment((Pod, "null"), ("spec.template.spec.containers", "'?'"))]),
        new("RMP1112", "both", [Hardened.Deployment()]),
        new("RMP1112", "only at the pod", [Hardened.Container("securityContext", "null")], $"{Container}.runAsNonRoot: container 'app' leaves runAsNonRoot to the pod"),
        new("RMP1112", "nowhere is for the standard", [Hardened.Deployment((Pod, "null"), (Container, "null"))]),
        new("RMP1112", "unknown", [Hardened.Container("securityContext.runAsNonRoot", "'?'")], $"? {Container}.runAsNonRoot is not known yet"),
        new("RMP1112", "ephemeral container", [Hardened.Pod("ephemeralContainers", "[{'name': 'debug'}]")],
            "spec.template.spec.ephemeralContainers[0].securityContext.runAsNonRoot: ephemeral container 'debug' leaves runAsNonRoot to the pod"),
    ];
}
