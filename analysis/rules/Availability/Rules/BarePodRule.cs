using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4047: a controller makes the pods.</summary>
internal sealed class BarePodRule()
    : ObjectRule("RMP4047", "bare-pod", RuleCategory.Availability, DiagnosticSeverity.Info, "", "Pod")
{
    public override string Summary => "A controller makes the pods, since nothing brings a pod back that stands alone when its node goes away.";

    public override string Allowed => "Deployment, StatefulSet, DaemonSet, Job or CronJob";

    public override string Fix => "let a Deployment or a Job make the pod";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0073"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Metadata["ownerReferences"].IsUnset)
        {
            inspection.Broken(item, "", $"no controller brings {item} back when its node goes away");
        }
    }
}
