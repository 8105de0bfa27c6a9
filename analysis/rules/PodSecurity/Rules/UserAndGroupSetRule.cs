using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1106: pods say the user and the group that they run as.</summary>
internal sealed class UserAndGroupSetRule()
    : WorkloadRule("RMP1106", "user-and-group-set", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Pods say the user and the group that they run as, so neither depends on the image; a group that nobody says is often that of root.";

    public override string Allowed => "runAsUser and runAsGroup at the pod or at every container; neither on OpenShift, which assigns them";

    public override string Fix => "set securityContext.runAsUser and runAsGroup, e.g. to 65532";

    public override string Guide => "Pod-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.NonRootContainers;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubescape:C-0013", "kubesec:RunAsGroup",
        "kubesec:RunAsUser", "trivy:KSV-0020", "trivy:KSV-0021",
    ];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.IsWindows())
        {
            Check(workload, "runAsUser", "runs as the user that its image names", inspection);
            Check(workload, "runAsGroup", "runs in the group that its image names, or in root's", inspection);
        }
    }

    private static void Check(Workload workload, string field, string consequence, Inspection inspection)
    {
        Field ofPod = workload.PodSpec["securityContext"][field];
        if (!ofPod.IsUnset)
        {
            if (ofPod.IsUnknown)
            {
                inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.{field}");
            }

            return;
        }

        foreach (Container container in workload.Containers)
        {
            Field own = container["securityContext"][field];
            if (own.IsUnset)
            {
                inspection.Broken(workload.Object, $"{workload.SpecPath}.securityContext.{field}", $"{field} is not set: {container} {consequence}");
                return;
            }

            if (own.IsUnknown)
            {
                inspection.Unknown(workload.Object, $"{container.Path}.securityContext.{field}");
            }
        }
    }
}
