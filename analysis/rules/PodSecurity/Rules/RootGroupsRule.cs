using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1108: pods are not in the group of root.</summary>
internal sealed class RootGroupsRule()
    : WorkloadRule("RMP1108", "no-root-groups", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    public override string Summary => "No pod joins group 0, which many files of nodes and images belong to.";

    public override string Allowed => "fsGroup and supplementalGroups other than 0";

    public override string Fix => "use a group from 10001, or remove the field";

    public override string Guide => "Pod-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.NonRootContainers;

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0211", "trivy:KSV-0116"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        Field fsGroup = context["fsGroup"];
        if (!fsGroup.TryGetInteger(out double number))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.fsGroup");
        }
        else if (number == 0 && !fsGroup.IsUnset)
        {
            inspection.Broken(workload.Object, $"{workload.SpecPath}.securityContext.fsGroup", "fsGroup is 0, the group of root", fsGroup.Shown);
        }

        if (!context["supplementalGroups"].TryGetItems(out FieldItems groups))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.supplementalGroups");
        }

        for (int i = 0; i < groups.Count; i++)
        {
            if (groups[i].TryGetInteger(out double group) && group != 0)
            {
                continue;
            }

            string path = PathPool.Item(workload.SpecPath, "securityContext.supplementalGroups", i);
            if (groups[i].IsUnset || !groups[i].TryGetInteger(out _))
            {
                inspection.Unknown(workload.Object, path);
            }
            else
            {
                inspection.Broken(workload.Object, path, "supplementalGroups has 0, the group of root", groups[i].Shown);
            }
        }
    }
}
