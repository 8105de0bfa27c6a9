using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4052: the API server accepts the spread constraints.</summary>
internal static class SpreadRejectedRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP4052", "topology-spread-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
    {
        Summary =
            "A spread constraint has a maxSkew above 0, a topologyKey and whenUnsatisfiable, and no two constraints are the same; the API server "
            + "rejects anything else.",
        Allowed =
            "maxSkew above 0, topologyKey, whenUnsatisfiable DoNotSchedule or ScheduleAnyway, minDomains only with DoNotSchedule, "
            + "matchLabelKeys only with labelSelector and not in it",
        Fix = "correct the constraint",
        Guide = "Topology Spread Constraints",
        OtherIds = ["kube-score:pod-topology-spread-constraints"],
        Example = new(
            """
            topologySpreadConstraints:
            - {maxSkew: 0, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """,
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """),
        Check = static (workload, inspection) =>
        {
            HashSet<(string Key, string Action)> seen = [];
            foreach (FieldAt constraint in inspection.At(workload)["topologySpreadConstraints"].Items)
            {
                CheckConstraint(constraint, seen);
                CheckLabelKeys(constraint, workload.Pod.IsPod);
            }
        },
    };

    private static void CheckConstraint(FieldAt constraint, HashSet<(string Key, string Action)> seen)
    {
        string name = SpreadConstraints.Describe(constraint.Field);
        FieldAt skew = constraint["maxSkew"], key = constraint["topologyKey"], action = constraint["whenUnsatisfiable"], domains = constraint["minDomains"];
        if (skew.TryRead(out double number) && number < 1)
        {
            skew.Report(skew.IsUnset ? $"{name} has no maxSkew" : $"{name} has maxSkew {skew.Shown}, which is less than 1");
        }

        key.ReportIfKnown(Is.NoText, $"{name} has no topologyKey");
        action.ReportIfKnown(Is.Unset, $"{name} has no whenUnsatisfiable");
        action.ReportIfKnown(Is.NoneOf("DoNotSchedule", "ScheduleAnyway"), $"{name} has the unknown whenUnsatisfiable '{action.Shown}'");
        domains.ReportIfKnown(Is.LessThan(1), $"{name} has minDomains {domains.Shown}, which is less than 1");
        if (action.Text == "ScheduleAnyway")
        {
            domains.ReportIfKnown(Is.MoreThan(0), $"{name} has minDomains, which may only be set with DoNotSchedule");
        }

        constraint["nodeAffinityPolicy"].ReportIfKnown(
            Is.NoneOf("Honor", "Ignore"), $"{name} has the unknown nodeAffinityPolicy '{constraint["nodeAffinityPolicy"].Shown}'");
        constraint["nodeTaintsPolicy"].ReportIfKnown(
            Is.NoneOf("Honor", "Ignore"), $"{name} has the unknown nodeTaintsPolicy '{constraint["nodeTaintsPolicy"].Shown}'");
        if (key.Text.Length > 0 && action.Text.Length > 0 && !seen.Add((key.Text, action.Text)))
        {
            key.Report($"{name} with {action.Shown} is there twice");
        }
    }

    private static void CheckLabelKeys(FieldAt constraint, bool isPod)
    {
        FieldAt keys = constraint["matchLabelKeys"], selector = constraint["labelSelector"];

        // The API server itself adds the keys with their values to the selector of a pod.
        if (isPod || !keys.Field.TryGetItems(out FieldItems items) || items.Count == 0)
        {
            return;
        }

        string name = SpreadConstraints.Describe(constraint.Field);
        if (selector.IsUnset)
        {
            selector.Report($"{name} has matchLabelKeys but no labelSelector");
            return;
        }

        HashSet<string> selected = KeysOf(selector.Field["matchExpressions"]);
        Field labels = selector.Field["matchLabels"];
        foreach (Field key in items)
        {
            if (key.Text is { Length: > 0 } label && (selected.Contains(label) || (labels.Presence == Flag.True && !labels[label].IsUnset)))
            {
                keys.Report($"{name} has '{key.Shown}' in both matchLabelKeys and labelSelector", key.Shown);
            }
        }
    }

    private static HashSet<string> KeysOf(Field expressions)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        _ = expressions.TryGetItems(out FieldItems items);
        foreach (Field expression in items)
        {
            keys.Add(expression["key"].Text);
        }

        return keys;
    }
}
