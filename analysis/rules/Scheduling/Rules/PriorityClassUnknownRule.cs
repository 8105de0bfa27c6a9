using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4063: pods name priority classes that exist.</summary>
internal sealed class PriorityClassUnknownRule()
    : WorkloadRule("RMP4063", "priority-class-unknown", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary => "The priority class of a pod exists; the API server rejects pods that name another.";

    public override string Allowed => "a priority class of the cluster or of these objects";

    public override string Fix => "create the PriorityClass, or correct priorityClassName";

    public override string Guide => "Priority Classes";

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field name = workload.PodSpec["priorityClassName"];
        if (inspection.Options.Cluster.PriorityClasses is { } known
            && name.Text is { Length: > 0 } and not ("system-cluster-critical" or "system-node-critical")
            && !known.Contains(name.Text, StringComparer.Ordinal)
            && inspection.Objects.Find("scheduling.k8s.io", "PriorityClass", "", name.Text) is null)
        {
            inspection.Broken(
                workload.Object, $"{workload.SpecPath}.priorityClassName", $"there is no priority class '{name.Shown}' for {workload.Object}", name.Shown);
        }
    }
}
