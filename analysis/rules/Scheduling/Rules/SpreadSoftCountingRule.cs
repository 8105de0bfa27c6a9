using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4056: soft spread constraints count what matters.</summary>
internal sealed class SpreadSoftCountingRule()
    : WorkloadRule("RMP4056", "topology-spread-soft-counting", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "A spread constraint that is only preferred counts one revision and the nodes that the pods tolerate, so that the pods end up "
        + "where it says.";

    public override string Allowed => "nodeTaintsPolicy Honor, and matchLabelKeys with pod-template-hash at a Deployment";

    public override string Fix => "set nodeTaintsPolicy to Honor and matchLabelKeys to [pod-template-hash]";

    public override string Guide => "Topology Spread Constraints";

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        bool isDeployment = workload.Object.Is("apps", "Deployment");
        for (int i = 0; i < constraints.Count; i++)
        {
            Field constraint = constraints[i], policy = constraint["nodeTaintsPolicy"];
            if (constraint["whenUnsatisfiable"].Text != "ScheduleAnyway")
            {
                continue;
            }

            if (policy.TryGetText(out string text) && text is "" or "Ignore")
            {
                Report(workload, i, "nodeTaintsPolicy", constraint, "counts nodes that the pods cannot run on", policy.Shown, inspection);
            }

            if (isDeployment && SpreadConstraints.CountsOneRevision(constraint) == Flag.False)
            {
                Report(workload, i, "matchLabelKeys", constraint, "counts old pods too during a rolling update", "", inspection);
            }
        }
    }

    private static void Report(Workload workload, int index, string name, Field constraint, string problem, string found, Inspection inspection) =>
        inspection.Broken(
            workload.Object, $"{SpreadConstraints.PathOf(workload, index)}.{name}", $"{SpreadConstraints.Describe(constraint)} {problem}", found);
}
