using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Resources.Rules;

/// <summary>The rules about what each container requests, and its limits.</summary>
internal static class ResourceAmountRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ResourceAmountRule(
            "RMP3011", "cpu-request", DiagnosticSeverity.Warning, ResourceList.Cpu, isLimit: false,
            "Every container requests cpu, so that the scheduler finds it a node that has some to spare.")
        {
            Point = ChecklistPoint.ResourceLimits,
            OtherIds =
            [
                "checkov:CKV_K8S_10", "kube-linter:unset-cpu-requirements", "kube-score:container-resources", "kubescape:C-0050", "kubescape:C-0268",
                "kubesec:RequestsCPU", "polaris:cpuRequestsMissing", "trivy:KSV-0015",
            ],
        },
        new ResourceAmountRule(
            "RMP3012", "memory-request", DiagnosticSeverity.Warning, ResourceList.Memory, isLimit: false,
            "Every container requests memory, so that it is not among the first to go when its node runs short.")
        {
            Point = ChecklistPoint.ResourceLimits,
            OtherIds =
            [
                "checkov:CKV_K8S_12", "kube-score:container-resources", "kubescape:C-0004", "kubescape:C-0269", "kubesec:RequestsMemory",
                "polaris:memoryRequestsMissing", "trivy:KSV-0016",
            ],
        },
        new ResourceAmountRule(
            "RMP3013", "cpu-limit", DiagnosticSeverity.Warning, ResourceList.Cpu, isLimit: true,
            "Every container has a limit for cpu, so that one under attack leaves some to others; switch it off where throttling hurts more.")
        {
            Point = ChecklistPoint.ResourceLimits,
            OtherIds =
            [
                "checkov:CKV_K8S_11", "kube-score:container-resources", "kubescape:C-0009", "kubescape:C-0050", "kubescape:C-0270", "kubesec:LimitsCPU",
                "polaris:cpuLimitsMissing", "trivy:KSV-0011",
            ],
        },
        new ResourceAmountRule(
            "RMP3014", "memory-limit", DiagnosticSeverity.Warning, ResourceList.Memory, isLimit: true,
            "Every container has a limit for memory, so that a leak or an attack ends with its own process and not with its node.")
        {
            Point = ChecklistPoint.ResourceLimits,
            OtherIds =
            [
                "checkov:CKV_K8S_13", "kube-linter:unset-memory-requirements", "kube-score:container-resources", "kubescape:C-0004", "kubescape:C-0009",
                "kubescape:C-0271", "kubesec:LimitsMemory", "polaris:memoryLimitsMissing", "trivy:KSV-0018",
            ],
        },
        new ResourceAmountRule(
            "RMP3016", "ephemeral-storage-request", DiagnosticSeverity.Info, ResourceList.EphemeralStorage, isLimit: false,
            "Every container requests ephemeral storage, so that the scheduler finds it a node whose disk has room.")
        {
            OtherIds = ["kube-score:container-ephemeral-storage-request-and-limit"],
        },
        new ResourceAmountRule(
            "RMP3017", "ephemeral-storage-limit", DiagnosticSeverity.Info, ResourceList.EphemeralStorage, isLimit: true,
            "Every container has a limit for ephemeral storage, so that its logs and scratch files do not fill the node's disk.")
        {
            OtherIds = ["kube-score:container-ephemeral-storage-request-and-limit"],
        },
    ];
}
