using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about the requests and limits of each container.</summary>
internal static class ResourceAmountRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ResourceAmountRule(
            "RMP3011", "cpu-request", DiagnosticSeverity.Warning, ResourceList.Cpu, isLimit: false,
            "Every container requests cpu, so that the scheduler finds a node with enough for it.")
        {
            Point = ChecklistPoint.ResourceLimits,
            Example = new(
                """
                containers:
                - name: app
                  resources: {requests: {memory: 128Mi}}
                """,
                """
                containers:
                - name: app
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
                """,
                "The pod is no longer scheduled to nodes with less free capacity."),
            OtherIds =
            [
                "checkov:CKV_K8S_10", "kube-linter:unset-cpu-requirements", "kube-score:container-resources", "kubescape:C-0050", "kubescape:C-0268",
                "kubesec:RequestsCPU", "polaris:cpuRequestsMissing", "trivy:KSV-0015",
            ],
        },
        new ResourceAmountRule(
            "RMP3012", "memory-request", DiagnosticSeverity.Warning, ResourceList.Memory, isLimit: false,
            "Every container requests memory, so that it is not among the first to be evicted when its node runs short.")
        {
            Point = ChecklistPoint.ResourceLimits,
            Example = new(
                """
                containers:
                - name: app
                  resources: {requests: {cpu: 100m}}
                """,
                """
                containers:
                - name: app
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
                """,
                "The pod is no longer scheduled to nodes with less free capacity."),
            OtherIds =
            [
                "checkov:CKV_K8S_12", "kube-score:container-resources", "kubescape:C-0004", "kubescape:C-0269", "kubesec:RequestsMemory",
                "polaris:memoryRequestsMissing", "trivy:KSV-0016",
            ],
        },
        new ResourceAmountRule(
            "RMP3013", "cpu-limit", DiagnosticSeverity.Warning, ResourceList.Cpu, isLimit: true,
            "Every container has a limit for cpu, so that one under attack leaves some for others; disable this rule where throttling hurts more.")
        {
            Point = ChecklistPoint.ResourceLimits,
            Example = new(
                """
                containers:
                - name: app
                  resources: {limits: {memory: 128Mi}}
                """,
                """
                containers:
                - name: app
                  resources: {limits: {cpu: "1", memory: 128Mi}}
                """,
                "Programs that briefly need more are throttled, and may fail their probes."),
            OtherIds =
            [
                "checkov:CKV_K8S_11", "kube-score:container-resources", "kubescape:C-0009", "kubescape:C-0050", "kubescape:C-0270",
                "kubesec:LimitsCPU", "polaris:cpuLimitsMissing", "trivy:KSV-0011",
            ],
        },
        new ResourceAmountRule(
            "RMP3014", "memory-limit", DiagnosticSeverity.Warning, ResourceList.Memory, isLimit: true,
            "Every container has a limit for memory, so that a leak or an attack kills its own process and not its node.")
        {
            Point = ChecklistPoint.ResourceLimits,
            Example = new(
                """
                containers:
                - name: app
                  resources: {limits: {cpu: "1"}}
                """,
                """
                containers:
                - name: app
                  resources: {limits: {cpu: "1", memory: 128Mi}}
                """,
                "A program that needs more is killed: measure first."),
            OtherIds =
            [
                "checkov:CKV_K8S_13", "kube-linter:unset-memory-requirements", "kube-score:container-resources", "kubescape:C-0004",
                "kubescape:C-0009", "kubescape:C-0271", "kubesec:LimitsMemory", "polaris:memoryLimitsMissing", "trivy:KSV-0018",
            ],
        },
        new ResourceAmountRule(
            "RMP3016", "ephemeral-storage-request", DiagnosticSeverity.Info, ResourceList.EphemeralStorage, isLimit: false,
            "Every container requests ephemeral storage, so that the scheduler finds a node with room on its disk.")
        {
            Example = new(
                """
                containers:
                - name: app
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
                """,
                """
                containers:
                - name: app
                  resources: {requests: {cpu: 100m, memory: 128Mi, ephemeral-storage: 64Mi}}
                """),
            OtherIds = ["kube-score:container-ephemeral-storage-request-and-limit"],
        },
        new ResourceAmountRule(
            "RMP3017", "ephemeral-storage-limit", DiagnosticSeverity.Info, ResourceList.EphemeralStorage, isLimit: true,
            "Every container has a limit for ephemeral storage, so that its logs and scratch files do not fill the node's disk.")
        {
            Example = new(
                """
                containers:
                - name: app
                  resources: {limits: {cpu: "1", memory: 128Mi}}
                """,
                """
                containers:
                - name: app
                  resources: {limits: {cpu: "1", memory: 128Mi, ephemeral-storage: 128Mi}}
                """,
                "A pod that writes more to its logs, layers and emptyDirs is evicted."),
            OtherIds = ["kube-score:container-ephemeral-storage-request-and-limit"],
        },
    ];
}
