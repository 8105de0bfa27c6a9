using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3012: every container requests memory.</summary>
internal sealed class MemoryRequestRule() : ResourceAmountRule("RMP3012", "memory-request", DiagnosticSeverity.Warning, ResourceList.Memory, isLimit: false)
{
    public override string Summary => "Every container requests memory, so that it is not among the first to go when its node runs short.";

    public override ChecklistPoint? Point => ChecklistPoint.ResourceLimits;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_12", "kube-score:container-resources", "kubescape:C-0004", "kubescape:C-0269", "kubesec:RequestsMemory",
        "polaris:memoryRequestsMissing", "trivy:KSV-0016",
    ];
}
