using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>The fields that the rules of the standards point at: each that is to blame, with what upstream says about it alone.</summary>
internal static class StandardFieldCases
{
    private const string Spec = "spec.template.spec";
    private const string Container = $"{Spec}.containers[0]";
    private const string AppArmor = "container.apparmor.security.beta.kubernetes.io/";
    private const string Seccomp = "container.seccomp.security.alpha.kubernetes.io/";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1001", "pod, container and annotation", [Hardened.Deployment(
            ($"{Spec}.securityContext.appArmorProfile", "{}"),
            ($"{Container}.securityContext.appArmorProfile", "{'type': 'Unconfined'}"),
            ("spec.template.metadata.annotations", $"{{'a': 'unconfined', '{AppArmor}app': 'unconfined', '{AppArmor}b': 'runtime/default'}}"))],
            $"spec.template.metadata.annotations[{AppArmor}app]: forbidden AppArmor profile (annotation must not set AppArmor profile type to \"{AppArmor}app=\"unconfined\"\")",
            $"{Container}.securityContext.appArmorProfile.type: forbidden AppArmor profile (container \"app\" must not set AppArmor profile type to \"Unconfined\")",
            $"{Spec}.securityContext.appArmorProfile.type: forbidden AppArmor profile (pod must not set AppArmor profile type to \"\")"),
        new("RMP1002", "some of the capabilities", [Hardened.Container("securityContext.capabilities.add", "['CHOWN', 'NET_RAW', 'SYS_ADMIN']")],
            $"{Container}.securityContext.capabilities.add[1]: non-default capabilities (container \"app\" must not include \"NET_RAW\" in securityContext.capabilities.add)",
            $"{Container}.securityContext.capabilities.add[2]: non-default capabilities (container \"app\" must not include \"SYS_ADMIN\" in securityContext.capabilities.add)")
        { Options = At(PodSecurityLevel.Baseline, 35) },
        new("RMP1003", "processes", [Hardened.Pod("hostPID", "true")], $"{Spec}.hostPID: host namespaces (hostPID=true)"),
        new("RMP1003", "network and IPC", [Hardened.Deployment(($"{Spec}.hostNetwork", "true"), ($"{Spec}.hostPID", "false"), ($"{Spec}.hostIPC", "true"))],
            $"{Spec}.hostIPC: host namespaces (hostIPC=true)",
            $"{Spec}.hostNetwork: host namespaces (hostNetwork=true)"),
        new("RMP1003", "one not known", [Hardened.Deployment(($"{Spec}.hostNetwork", "'?'"), ($"{Spec}.hostIPC", "true"))],
            $"{Spec}.hostIPC: host namespaces (hostIPC=true)",
            $"? {Spec}.hostNetwork is not known yet"),
        new("RMP1003", "one not known, none true", [Hardened.Pod("hostNetwork", "'?'")], $"? {Spec}.hostNetwork is not known yet"),
        new("RMP1004", "one of the volumes", [Hardened.Pod("volumes", "[{'name': 'a', 'emptyDir': {}}, {'name': 'b', 'hostPath': {'path': '/'}}]")],
            $"{Spec}.volumes[1].hostPath: hostPath volumes (volume \"b\")")
        { Options = At(PodSecurityLevel.Baseline, 35) },
        new("RMP1005", "one of the ports", [Hardened.Container("ports", "[{'containerPort': 80}, {'containerPort': 81, 'hostPort': 81}, {'containerPort': 82, 'hostPort': 82}]")],
            $"{Container}.ports[1].hostPort: hostPort (container \"app\" uses hostPort 81)",
            $"{Container}.ports[2].hostPort: hostPort (container \"app\" uses hostPort 82)"),
        new("RMP1006", "two of the hosts", [Hardened.Deployment(
            ($"{Container}.lifecycle.preStop", "{'tcpSocket': {'host': 'b', 'port': 1}}"),
            ($"{Container}.livenessProbe.httpGet.host", "'a'"))],
            $"{Container}.lifecycle.preStop.tcpSocket.host: probe or lifecycle host (container \"app\" uses probe or lifecycle host \"b\")",
            $"{Container}.livenessProbe.httpGet.host: probe or lifecycle host (container \"app\" uses probe or lifecycle host \"a\")"),
        new("RMP1007", "each container", [Hardened.Deployment(
            ($"{Container}.securityContext.privileged", "true"),
            ($"{Spec}.containers[1]", "{'name': 'b'}"),
            ($"{Spec}.initContainers", "[{'name': 'c', 'securityContext': {'privileged': true}}]"),
            ($"{Spec}.ephemeralContainers", "[{'name': 'd', 'securityContext': {'privileged': '?'}}]"))],
            $"{Container}.securityContext.privileged: privileged (container \"app\" must not set securityContext.privileged=true)",
            $"? {Spec}.ephemeralContainers[0].securityContext.privileged is not known yet",
            $"{Spec}.initContainers[0].securityContext.privileged: privileged (container \"c\" must not set securityContext.privileged=true)"),
        new("RMP1007", "a list not known", [Hardened.Deployment(($"{Container}.securityContext.privileged", "true"), ($"{Spec}.initContainers", "'?'"))],
            $"{Container}.securityContext.privileged: privileged (container \"app\" must not set securityContext.privileged=true)",
            $"? {Spec}.initContainers is not known yet"),
        new("RMP1008", "value", [Hardened.Deployment(($"{Spec}.hostUsers", "null"), ($"{Container}.securityContext.procMount", "'Unmasked'"))],
            $"{Container}.securityContext.procMount: procMount (container \"app\" must not set securityContext.procMount to \"Unmasked\")")
        { Options = At(PodSecurityLevel.Baseline, 35) },
        new("RMP1009", "fields of pod and container", [Hardened.Deployment(
            ($"{Spec}.securityContext.seLinuxOptions", "{'type': 'spc_t', 'role': 'r', 'level': 's0'}"),
            ($"{Container}.securityContext.seLinuxOptions", "{'type': 'container_t', 'user': 'u'}"))],
            $"{Container}.securityContext.seLinuxOptions.user: seLinuxOptions (container \"app\" set forbidden securityContext.seLinuxOptions: user may not be set)",
            $"{Spec}.securityContext.seLinuxOptions.role: seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: role may not be set)",
            $"{Spec}.securityContext.seLinuxOptions.type: seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type \"spc_t\")"),
        new("RMP1010", "annotations", [Hardened.Deployment(
            ("spec.template.metadata.annotations", $"{{'{Seccomp}app': 'unconfined', '{Seccomp}gone': 'unconfined', 'seccomp.security.alpha.kubernetes.io/pod': 'x'}}"))],
            $"spec.template.metadata.annotations[{Seccomp}app]: seccompProfile (forbidden annotation {Seccomp}app=\"unconfined\")",
            "spec.template.metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: seccompProfile (forbidden annotation seccomp.security.alpha.kubernetes.io/pod=\"x\")")
        { Options = At(PodSecurityLevel.Baseline, 18) },
        new("RMP1011", "one of the sysctls", [Hardened.Pod("securityContext.sysctls", "[{'name': 'net.ipv4.tcp_syncookies', 'value': '1'}, {'name': 'kernel.msgmax', 'value': '1'}]")],
            $"{Spec}.securityContext.sysctls[1].name: forbidden sysctls (kernel.msgmax)"),
        new("RMP1012", "container alone", [Hardened.Container("securityContext.windowsOptions", "{'hostProcess': true}")],
            $"{Container}.securityContext.windowsOptions.hostProcess: hostProcess (container \"app\" must not set securityContext.windowsOptions.hostProcess=true)"),
        new("RMP1013", "containers that say nothing, and one null", [Hardened.Deployment(
            ($"{Spec}.containers", "[{'name': 'c'}, {'name': 'd', 'securityContext': {'allowPrivilegeEscalation': true}}, {'name': 'e', 'securityContext': {'allowPrivilegeEscalation': false}}, null]"))],
            $"{Container}.securityContext.allowPrivilegeEscalation: allowPrivilegeEscalation != false (container \"c\" must set securityContext.allowPrivilegeEscalation=false)",
            $"{Spec}.containers[1].securityContext.allowPrivilegeEscalation: allowPrivilegeEscalation != false (container \"d\" must set securityContext.allowPrivilegeEscalation=false)",
            $"{Spec}.containers[3].securityContext.allowPrivilegeEscalation: allowPrivilegeEscalation != false (container \"\" must set securityContext.allowPrivilegeEscalation=false)"),
        new("RMP1014", "dropped and added", [Hardened.Container("securityContext.capabilities", "{'drop': ['NET_RAW'], 'add': ['NET_BIND_SERVICE', 'CHOWN']}")],
            $"{Container}.securityContext.capabilities.add[1]: unrestricted capabilities (container \"app\" must not include \"CHOWN\" in securityContext.capabilities.add)",
            $"{Container}.securityContext.capabilities.drop: unrestricted capabilities (container \"app\" must set securityContext.capabilities.drop=[\"ALL\"])"),
        new("RMP1015", "value", [Hardened.Container("securityContext.procMount", "'Unmasked'")],
            $"{Container}.securityContext.procMount: procMount (container \"app\" must not set securityContext.procMount to \"Unmasked\")"),
        new("RMP1016", "some of the volumes", [Hardened.Pod("volumes", "[{'name': 'a', 'emptyDir': {}}, {'name': 'b', 'nfs': {}}, {'name': 'c', 'emptyDir': {}, 'nfs': {}}, {'name': 'd', 'new': 1}]")],
            $"{Spec}.volumes[1]: restricted volume types (volume \"b\" uses restricted volume type \"nfs\")",
            $"{Spec}.volumes[3]: restricted volume types (volume \"d\" uses restricted volume type \"unknown\")"),
        new("RMP1017", "one says false, one nothing", [Hardened.Deployment(
            ($"{Spec}.hostUsers", "null"),
            ($"{Spec}.securityContext.runAsNonRoot", "null"),
            ($"{Spec}.containers", "[{'name': 'a', 'securityContext': {'runAsNonRoot': false}}, {'name': 'b'}, {'name': 'c', 'securityContext': {'runAsNonRoot': true}}]"))],
            $"{Container}.securityContext.runAsNonRoot: runAsNonRoot != true (container \"a\" must not set securityContext.runAsNonRoot=false)",
            $"{Spec}.containers[1].securityContext.runAsNonRoot: runAsNonRoot != true (pod or container \"b\" must set securityContext.runAsNonRoot=true)"),
        new("RMP1017", "the pod says false", [Hardened.Deployment(
            ($"{Spec}.hostUsers", "null"),
            ($"{Spec}.securityContext.runAsNonRoot", "false"),
            ($"{Spec}.containers", "[{'name': 'a', 'securityContext': {'runAsNonRoot': false}}, {'name': 'b'}]"))],
            $"{Container}.securityContext.runAsNonRoot: runAsNonRoot != true (container \"a\" must not set securityContext.runAsNonRoot=false)",
            $"{Spec}.securityContext.runAsNonRoot: runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)"),
        new("RMP1018", "pod and container", [Hardened.Deployment(
            ($"{Spec}.hostUsers", "null"), ($"{Spec}.securityContext.runAsUser", "0"), ($"{Container}.securityContext.runAsUser", "0"))],
            $"{Container}.securityContext.runAsUser: runAsUser=0 (container \"app\" must not set runAsUser=0)",
            $"{Spec}.securityContext.runAsUser: runAsUser=0 (pod must not set runAsUser=0)"),
        new("RMP1019", "one says Unconfined, one nothing", [Hardened.Deployment(
            ($"{Spec}.securityContext.seccompProfile", "null"),
            ($"{Spec}.containers", "[{'name': 'a', 'securityContext': {'seccompProfile': {'type': 'Unconfined'}}}, {'name': 'b'}]"))],
            $"{Container}.securityContext.seccompProfile.type: seccompProfile (container \"a\" must not set securityContext.seccompProfile.type to \"Unconfined\")",
            $"{Spec}.containers[1].securityContext.seccompProfile.type: seccompProfile (pod or container \"b\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")"),
        new("RMP1019", "the pod says Unconfined", [Hardened.Pod("securityContext.seccompProfile.type", "'Unconfined'")],
            $"{Spec}.securityContext.seccompProfile.type: seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")"),
    ];

    private static CheckOptions At(PodSecurityLevel level, int minor) => new() { PodSecurity = new LevelVersion(level, PolicyVersion.V1(minor)) };
}
