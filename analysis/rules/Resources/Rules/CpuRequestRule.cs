using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3011: every container requests cpu.</summary>
internal sealed class CpuRequestRule() : ResourceAmountRule("RMP3011", "cpu-request", DiagnosticSeverity.Warning, ResourceList.Cpu, isLimit: false)
{
    public override string Summary => "Every container requests cpu, so that the scheduler finds it a node that has some to spare.";

    public override ChecklistPoint? Point => ChecklistPoint.ResourceLimits;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_10", "kube-linter:unset-cpu-requirements", "kube-score:container-resources", "kubescape:C-0050", "kubescape:C-0268",
        "kubesec:RequestsCPU", "polaris:cpuRequestsMissing", "trivy:KSV-0015",
    ];
}
