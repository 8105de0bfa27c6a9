using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4053: spread constraints count the workload's own pods.</summary>
internal sealed class SpreadOtherPodsRule()
    : WorkloadRule("RMP4053", "topology-spread-other-pods", RuleCategory.Availability, DiagnosticSeverity.Warning)
{
    public override string Summary => "A spread constraint chooses the pods that it is part of; one that chooses others, or none, spreads nothing.";

    public override string Allowed => "a labelSelector that matches the pod's own labels";

    public override string Fix => "give labelSelector the labels of the workload's selector";

    public override string Guide => "Topology Spread Constraints";

    public override IReadOnlyList<string> OtherIds => ["kube-score:pod-topology-spread-constraints"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
        {
            return;
        }

        for (int i = 0; i < constraints.Count; i++)
        {
            Field selector = constraints[i]["labelSelector"];
            switch (LabelSelector.Matches(selector, workload.PodLabels))
            {
                case Flag.False:
                    string problem = selector.IsUnset ? "has no labelSelector and counts no pods" : $"does not count the pods of {workload.Object}";
                    Report(workload, i, constraints[i], problem, inspection);
                    break;
                case Flag.True when IsEmpty(selector):
                    Report(workload, i, constraints[i], "has an empty labelSelector and counts every pod of the namespace", inspection);
                    break;
                case Flag.Unknown:
                    inspection.Unknown(workload.Object, $"{SpreadConstraints.PathOf(workload, i)}.labelSelector", "or the labels of the pod are not known yet");
                    break;
            }
        }
    }

    private static bool IsEmpty(Field selector) =>
        selector["matchLabels"].TryGetProperties(out ReadOnlySpan<Property> labels)
        && labels.Length == 0
        && selector["matchExpressions"].TryGetItems(out FieldItems expressions)
        && expressions.Count == 0;

    private static void Report(Workload workload, int index, Field constraint, string problem, Inspection inspection) =>
        inspection.Broken(
            workload.Object, $"{SpreadConstraints.PathOf(workload, index)}.labelSelector", $"{SpreadConstraints.Describe(constraint)} {problem}");
}
