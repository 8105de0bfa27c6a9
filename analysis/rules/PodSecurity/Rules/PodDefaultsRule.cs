using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1111: the pod itself says what holds for containers that join it later.</summary>
internal sealed class PodDefaultsRule()
    : WorkloadRule("RMP1111", "pod-defaults", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "The pod, not only its containers, says runAsNonRoot and seccompProfile, so containers that are injected or debug it inherit them.";

    public override string Allowed => "runAsNonRoot true and seccompProfile at the pod";

    public override string Fix => "set securityContext.runAsNonRoot and seccompProfile at the pod too";

    public override string Guide => "Pod-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.PodSecurityStandards;

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_29", "trivy:KSV-0118"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        if (context["runAsNonRoot"].IsUnset && AllSay(workload, "runAsNonRoot"))
        {
            inspection.Broken(
                workload.Object, $"{workload.SpecPath}.securityContext.runAsNonRoot", "only the containers say runAsNonRoot, so others that join the pod may run as root");
        }

        if (!workload.IsWindows() && context["seccompProfile"].IsUnset && AllSay(workload, "seccompProfile"))
        {
            inspection.Broken(
                workload.Object, $"{workload.SpecPath}.securityContext.seccompProfile", "only the containers say seccompProfile, so others that join the pod have none");
        }
    }

    // Where a container says nothing either, the standard speaks.
    private static bool AllSay(Workload workload, string field)
    {
        foreach (Container container in workload.Containers)
        {
            Field own = container["securityContext"][field];
            if (own.IsUnset || own.IsUnknown)
            {
                return false;
            }
        }

        return workload.Containers.Count > 0;
    }
}
