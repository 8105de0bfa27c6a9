using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3013: every container has a limit for cpu.</summary>
internal sealed class CpuLimitRule() : ResourceAmountRule("RMP3013", "cpu-limit", DiagnosticSeverity.Warning, ResourceList.Cpu, isLimit: true)
{
    public override string Summary => "Every container has a limit for cpu, so that one under attack leaves some to others; switch it off where throttling hurts more.";

    public override ChecklistPoint? Point => ChecklistPoint.ResourceLimits;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_11", "kube-score:container-resources", "kubescape:C-0009", "kubescape:C-0050", "kubescape:C-0270", "kubesec:LimitsCPU",
        "polaris:cpuLimitsMissing", "trivy:KSV-0011",
    ];
}
