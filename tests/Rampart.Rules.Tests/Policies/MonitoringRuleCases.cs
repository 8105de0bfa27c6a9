using Rampart.Rules.Tests.Catalogue;
using static Rampart.Rules.Tests.Policies.PolicyObjects;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about runtime monitoring.</summary>
internal static class MonitoringRuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP6001", "nothing to watch", [Binding()]),
        new("RMP6001", "nothing watches", [Hardened.Deployment()], ": no Falco rules and no Tetragon policy among these objects watch the pods"),
        new("RMP6001", "two workloads", [Hardened.Deployment(), Hardened.Deployment(("metadata.name", "'second'"))],
            ": no Falco rules and no Tetragon policy among these objects watch the pods"),
        new("RMP6001", "tracing policy", [Hardened.Deployment(), Tracing()]),
        new("RMP6001", "tracing policy elsewhere", [Hardened.Deployment(), Tracing(("metadata.namespace", "'other'"))],
            ": no Falco rules and no Tetragon policy among these objects watch the pods"),
        new("RMP6001", "tracing policy of the cluster", [Hardened.Deployment(), Tracing(("kind", "'TracingPolicy'"), ("metadata.namespace", "null"))]),
        new("RMP6001", "rule file", [Hardened.Deployment(), FalcoCondition("spawned_process")]),
        new("RMP6001", "config map",
            [
                Hardened.Deployment(),
                Hardened.Edit(ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'falco'}, 'data': {'rules.yaml': '- rule: a condition: b'}}")),
            ]),
        new("RMP6001", "other config map",
            [
                Hardened.Deployment(),
                Hardened.Edit(ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'app'}, 'data': {'log': 'debug'}}")),
            ],
            ": no Falco rules and no Tetragon policy among these objects watch the pods"),
        new("RMP6401", "none", [Tracing()]),
        new("RMP6401", "Linux namespace",
            [
                Tracing(("spec.kprobes[0].selectors[0].matchNamespaces", "[{'namespace': 'Pid', 'operator': 'NotIn', 'values': ['host_ns']}]")),
            ]),
        new("RMP6401", "Kubernetes namespace", [Tracing(("spec.kprobes[0].selectors[0].matchNamespaces", "[{'namespace': 'shop', 'operator': 'In'}]"))],
            "spec.kprobes[0].selectors[0].matchNamespaces[0].namespace: 'shop' is not a kind of Linux namespace; matchNamespaces does not select namespaces of Kubernetes",
            "spec.kprobes[0].selectors[0].matchNamespaces[0].values: matchNamespaces has no values"),
        new("RMP6401", "unknown", [Tracing(("spec.kprobes[0].selectors[0].matchNamespaces", "[{'namespace': '?', 'operator': 'In', 'values': '?'}]"))]),
        new("RMP6402", "arguments", [Tracing()]),
        new("RMP6402", "caller",
            [
                Tracing(("spec.kprobes[0]", "{'call': 'sys_execve', 'syscall': true, 'selectors': [{'matchBinaries': [{'operator': 'NotIn', 'values': ['/app']}]}]}")),
            ],
            "spec.kprobes[0].selectors[0].matchBinaries[0]: matchBinaries selects the program that calls sys_execve, so the programs that an allowed program starts are missed"),
        new("RMP6402", "caller and arguments", [Tracing(("spec.kprobes[0].selectors[0].matchBinaries", "[{'operator': 'NotIn', 'values': ['/app']}]"))]),
        new("RMP6402", "other call",
            [
                Tracing(("spec.kprobes[0]", "{'call': 'tcp_connect', 'syscall': false, 'selectors': [{'matchBinaries': [{'operator': 'NotIn', 'values': ['/app']}]}]}")),
            ]),
        new("RMP6403", "namespaced", [Tracing(("spec.podSelector", "null"))]),
        new("RMP6403", "cluster with selector", [Tracing(("kind", "'TracingPolicy'"))]),
        new("RMP6403", "cluster without", [Tracing(("kind", "'TracingPolicy'"), ("spec.podSelector", "null"))],
            "spec.podSelector: TracingPolicy shop/programs selects every process of every node"),
        new("RMP6403", "containers only",
            [
                Tracing(
                    ("kind", "'TracingPolicy'"),
                    ("spec.podSelector", "null"),
                    ("spec.kprobes[0].selectors[0].matchNamespaces", "[{'namespace': 'Pid', 'operator': 'NotIn', 'values': ['host_ns']}]")),
            ]),
        new("RMP6404", "set", [Tracing()]),
        new("RMP6404", "unset", [Tracing(("spec.kprobes[0].syscall", "null"))],
            "spec.kprobes[0].syscall: the kprobe on security_bprm_check does not set syscall"),
        new("RMP6405", "security_bprm_check", [Tracing()]),
        new("RMP6405", "sys_execve", [Tracing(("spec.kprobes[0].call", "'sys_execve'"))],
            "spec.kprobes[0].call: sys_execve does not see every program that starts"),
        new("RMP6406", "none", [Tracing()]),
        new("RMP6406", "namespaced", [Tracing(("spec.hostSelector", "{}"))], "spec.hostSelector: TracingPolicyNamespaced shop/programs cannot select nodes"),
        new("RMP6406", "cluster", [Tracing(("kind", "'TracingPolicy'"), ("spec.hostSelector", "{}"))]),
    ];
}
