using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4062: only the cluster's own pods have a system priority class.</summary>
internal sealed class PriorityClassSystemRule()
    : WorkloadRule("RMP4062", "priority-class-system", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "Only the cluster's own pods in kube-system have a system priority class: such pods push out all others, and clusters with a "
        + "quota on these classes deny them elsewhere.";

    public override string Allowed => "a priority class of your own";

    public override string Fix => "create a PriorityClass with a value such as 1000000 and name it";

    public override string Guide => "Priority Classes";

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field name = workload.PodSpec["priorityClassName"];
        if (name.Text is not ("system-cluster-critical" or "system-node-critical")
            || workload.Object.Namespace == "kube-system"
            || workload.Object.Metadata["namespace"].IsUnknown)
        {
            return;
        }

        string place = workload.Object.Namespace.Length == 0 ? ", which belong to kube-system" : " outside kube-system";
        inspection.Broken(
            workload.Object,
            $"{workload.SpecPath}.priorityClassName",
            $"{workload.Object} has the priority class '{name.Shown}' of the cluster's own pods{place}",
            name.Shown);
    }
}
