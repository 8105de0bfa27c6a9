using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4065: a priority class is for those who name it.</summary>
internal sealed class PriorityClassGlobalDefaultRule()
    : ObjectRule("RMP4065", "priority-class-global-default", RuleCategory.Availability, DiagnosticSeverity.Info, "scheduling.k8s.io", "PriorityClass")
{
    public override string Summary => "A priority class is not the default of the cluster, where it would be given to all pods that name none.";

    public override string Allowed => "globalDefault false or unset";

    public override string Fix => "set globalDefault to false";

    public override string Guide => "Priority Classes";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        switch (item["globalDefault"].Flag)
        {
            case Flag.True:
                inspection.Broken(item, "globalDefault", $"{item} is given to all new pods of the cluster that name no class", "true");
                break;
            case Flag.Unknown:
                inspection.Unknown(item, "globalDefault");
                break;
        }
    }
}
