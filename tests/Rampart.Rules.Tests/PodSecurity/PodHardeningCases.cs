using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>The cases of the rules about what else hardens a pod and its containers.</summary>
internal static class PodHardeningCases
{
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1119", "false", [Hardened.Deployment()]),
        new("RMP1119", "unset", [Hardened.Pod("hostUsers", "null")], $"{Pod}.hostUsers: the pod shares the node's users: hostUsers is not false"),
        new("RMP1119", "true", [Hardened.Pod("hostUsers", "true")], $"{Pod}.hostUsers: the pod shares the node's users: hostUsers is true"),
        new("RMP1119", "unknown", [Hardened.Pod("hostUsers", "'?'")], $"? {Pod}.hostUsers is not known yet"),
        new("RMP1119", "Windows", [Hardened.Deployment(($"{Pod}.hostUsers", "null"), ($"{Pod}.os", "{'name': 'windows'}"))]),
        new("RMP1120", "own users alone", [Hardened.Deployment()]),
        new("RMP1120", "own users with the node's network", [Hardened.Deployment(($"{Pod}.hostNetwork", "true"), ($"{Pod}.hostPID", "true"), ($"{Pod}.hostIPC", "true"))],
            $"{Pod}.hostIPC: hostIPC is true though hostUsers is false",
            $"{Pod}.hostNetwork: hostNetwork is true though hostUsers is false",
            $"{Pod}.hostPID: hostPID is true though hostUsers is false"),
        new("RMP1120", "the node's users and network", [Hardened.Deployment(($"{Pod}.hostUsers", "null"), ($"{Pod}.hostNetwork", "true"))]),
        new("RMP1120", "unmasked with the node's users", [Hardened.Deployment(($"{Pod}.hostUsers", "null"), ($"{Container}.securityContext.procMount", "'Unmasked'"))],
            $"{Container}.securityContext.procMount: container 'app' has procMount Unmasked though hostUsers is not false"),
        new("RMP1120", "unmasked with own users", [Hardened.Container("securityContext.procMount", "'Unmasked'")]),
        new("RMP1120", "unknown", [Hardened.Deployment(($"{Pod}.hostUsers", "'?'"), ($"{Container}.securityContext.procMount", "'Unmasked'"))]),
        new("RMP1121", "no privilege", [Hardened.Deployment()]),
        new("RMP1121", "privileged", [Hardened.Container("securityContext.privileged", "true")],
            $"{Container}.securityContext.privileged: container 'app' is privileged though allowPrivilegeEscalation is false"),
        new("RMP1121", "CAP_SYS_ADMIN", [Hardened.Container("securityContext.capabilities.add", "['CAP_SYS_ADMIN']")],
            $"{Container}.securityContext.capabilities.add: container 'app' adds CAP_SYS_ADMIN though allowPrivilegeEscalation is false"),
        new("RMP1121", "SYS_ADMIN gets through", [Hardened.Container("securityContext.capabilities.add", "['SYS_ADMIN']")]),
        new("RMP1121", "escalation not forbidden",
            [Hardened.Deployment(($"{Container}.securityContext.privileged", "true"), ($"{Container}.securityContext.allowPrivilegeEscalation", "null"))]),
        new("RMP1122", "false", [Hardened.Deployment()]),
        new("RMP1122", "unset", [Hardened.Pod("enableServiceLinks", "null")],
            $"{Pod}.enableServiceLinks: every service of the namespace becomes environment variables: enableServiceLinks is not false"),
        new("RMP1122", "true", [Hardened.Pod("enableServiceLinks", "true")],
            $"{Pod}.enableServiceLinks: every service of the namespace becomes environment variables: enableServiceLinks is true"),
        new("RMP1122", "unknown", [Hardened.Pod("enableServiceLinks", "'?'")], $"? {Pod}.enableServiceLinks is not known yet"),
        new("RMP1123", "none", [Hardened.Deployment()]),
        new("RMP1123", "some", [Hardened.Pod("hostAliases", "[{'ip': '192.0.2.1', 'hostnames': ['a']}]")], $"{Pod}.hostAliases: the pod resolves names by hostAliases"),
        new("RMP1123", "unknown", [Hardened.Pod("hostAliases", "'?'")], $"? {Pod}.hostAliases is not known yet"),
        new("RMP1124", "unset", [Hardened.Deployment()]),
        new("RMP1124", "true", [Hardened.Pod("shareProcessNamespace", "true")], $"{Pod}.shareProcessNamespace: the containers of the pod see each other's processes"),
        new("RMP1124", "unknown", [Hardened.Pod("shareProcessNamespace", "'?'")], $"? {Pod}.shareProcessNamespace is not known yet"),
        new("RMP1125", "emptyDir", [Hardened.Deployment()]),
        new("RMP1125", "no mount", [Hardened.Container("volumeMounts", "null")],
            $"{Container}.volumeMounts: container 'app' can write nowhere: its root is read-only and no volume is mounted for temporary files"),
        new("RMP1125", "only a secret", [Hardened.Pod("volumes[0]", "{'name': 'tmp', 'secret': {'secretName': 'a'}}")],
            $"{Container}.volumeMounts: container 'app' can write nowhere: its root is read-only and no volume is mounted for temporary files"),
        new("RMP1125", "read-only mount", [Hardened.Container("volumeMounts[0].readOnly", "true")],
            $"{Container}.volumeMounts: container 'app' can write nowhere: its root is read-only and no volume is mounted for temporary files"),
        new("RMP1125", "writable root", [Hardened.Deployment(($"{Container}.volumeMounts", "null"), ($"{Container}.securityContext", "null"))]),
        new("RMP1125", "unknown", [Hardened.Container("volumeMounts", "'?'")], $"? {Container}.volumeMounts is not known yet"),
        new("RMP1126", "of a volume", [Hardened.Deployment()]),
        new("RMP1126", "of no volume", [Hardened.Pod("volumes", "null")], $"{Container}.volumeMounts[0].name: container 'app' mounts volume 'tmp', which the pod does not have"),
        new("RMP1126", "no path", [Hardened.Container("volumeMounts[0].mountPath", "null")], $"{Container}.volumeMounts[0].mountPath: a mount of container 'app' has no path"),
        new("RMP1126", "no name", [Hardened.Container("volumeMounts[0].name", "null")],
            $"{Container}.volumeMounts[0].name: container 'app' mounts volume '', which the pod does not have"),
        new("RMP1126", "of a claim", [Hardened.Deployment(
                ("kind", "'StatefulSet'"), ($"{Pod}.volumes", "null"), ("spec.volumeClaimTemplates", "[{'metadata': {'name': 'tmp'}}]"))]),
        new("RMP1126", "unknown volumes", [Hardened.Pod("volumes", "'?'")], $"? {Container}.volumeMounts[0].name cannot be told from what is known"),
        new("RMP1126", "unknown name of a volume", [Hardened.Pod("volumes[0].name", "'?'")], $"? {Container}.volumeMounts[0].name cannot be told from what is known"),
        new("RMP1127", "8080", [Hardened.Deployment()]),
        new("RMP1127", "80", [Hardened.Container("ports[0].containerPort", "80")], $"{Container}.ports[0].containerPort: container 'app' listens on port 80, which is below 1024"),
        new("RMP1127", "22 is for another rule", [Hardened.Container("ports[0].containerPort", "22")]),
        new("RMP1127", "unknown", [Hardened.Container("ports", "'?'")], $"? {Container}.ports is not known yet"),
        new("RMP1128", "8080", [Hardened.Deployment()]),
        new("RMP1128", "22", [Hardened.Container("ports[0].containerPort", "22")], $"{Container}.ports[0].containerPort: container 'app' listens on port 22, that of SSH"),
        new("RMP1128", "unknown", [Hardened.Container("ports", "'?'")], $"? {Container}.ports is not known yet"),
        new("RMP1129", "none", [Hardened.Deployment()]),
        new("RMP1129", "once each", [Hardened.Container("env", "[{'name': 'A'}, {'name': 'B'}, {'name': '?'}, {'name': '?'}]")]),
        new("RMP1129", "twice", [Hardened.Container("env", "[{'name': 'A'}, {'name': 'B'}, {'name': 'A'}]")], $"{Container}.env[2].name: container 'app' sets A more than once"),
        new("RMP1129", "twice in a long list", [Hardened.Container("env", $"[{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"{{'name': 'A{i % 39}'}}"))}]")],
            $"{Container}.env[39].name: container 'app' sets A0 more than once"),
    ];
}
