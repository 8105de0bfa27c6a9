using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4012: workloads have more than one pod.</summary>
internal sealed class SingleReplicaRule()
    : WorkloadRule("RMP4012", "single-replica", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary => "A workload has two pods or more, so it is there while one of them is replaced.";

    public override string Allowed => "replicas of at least 2, or an autoscaler";

    public override string Fix => "set replicas to 2 or more, unless the program must run only once";

    public override IReadOnlyList<string> OtherIds =>
        ["kube-score:deployment-replicas", "polaris:deploymentMissingReplicas"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (!workload.HasScale || item.IsOwned || PodScale.Of(workload, inspection) is not { Autoscaler: null } scale)
        {
            return;
        }

        if (scale.Lowest is not { } pods)
        {
            inspection.Unknown(item, "spec.replicas");
        }
        else if (item.Spec["replicas"].IsUnset)
        {
            inspection.Broken(item, "spec.replicas", $"{item} does not say how many pods it has, which means one");
        }
        else if (pods == 1)
        {
            inspection.Broken(item, "spec.replicas", $"{item} has one pod, so nothing answers while it is replaced", "1");
        }
    }
}
