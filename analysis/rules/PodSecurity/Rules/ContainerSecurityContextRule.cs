using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1112: containers say for themselves that they do not run as root.</summary>
internal sealed class ContainerSecurityContextRule()
    : ContainerRule("RMP1112", "container-security-context", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Every container says runAsNonRoot itself, so it still holds when the container moves to another pod or the pod's context changes.";

    public override string Allowed => "runAsNonRoot at the container too";

    public override string Fix => "set securityContext.runAsNonRoot to true at the container";

    public override string Guide => "Container-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.NonRootContainers;

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_30", "trivy:KSV-0118"];

    protected override void Check(Container container, Inspection inspection)
    {
        switch (container["securityContext"]["runAsNonRoot"].Flag)
        {
            case Flag.Unknown:
                inspection.Unknown(container.Workload.Object, $"{container.Path}.securityContext.runAsNonRoot");
                break;

            // Where the pod says nothing either, the standard speaks.
            case Flag.Unset when container.Workload.PodSpec["securityContext"]["runAsNonRoot"].Flag == Flag.True:
                inspection.Broken(
                    container.Workload.Object, $"{container.Path}.securityContext.runAsNonRoot", $"{container} leaves runAsNonRoot to the pod");
                break;
        }
    }
}
