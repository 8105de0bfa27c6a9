using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3014: every container has a limit for memory.</summary>
internal sealed class MemoryLimitRule() : ResourceAmountRule("RMP3014", "memory-limit", DiagnosticSeverity.Warning, ResourceList.Memory, isLimit: true)
{
    public override string Summary => "Every container has a limit for memory, so that a leak or an attack ends with its own process and not with its node.";

    public override ChecklistPoint? Point => ChecklistPoint.ResourceLimits;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_13", "kube-linter:unset-memory-requirements", "kube-score:container-resources", "kubescape:C-0004", "kubescape:C-0009",
        "kubescape:C-0271", "kubesec:LimitsMemory", "polaris:memoryLimitsMissing", "trivy:KSV-0018",
    ];
}
