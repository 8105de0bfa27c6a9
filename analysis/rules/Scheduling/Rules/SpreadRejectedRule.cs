using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4052: spread constraints are ones that the API server takes.</summary>
internal static class SpreadRejectedRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP4052", "topology-spread-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
    {
        Summary =
            "A spread constraint has a skew above 0, a topology key and what to do when it cannot be met, and no two are the same; the "
            + "API server rejects all else.",
        Allowed =
            "maxSkew above 0, topologyKey, whenUnsatisfiable DoNotSchedule or ScheduleAnyway, minDomains only with DoNotSchedule, "
            + "matchLabelKeys only with and not in labelSelector",
        Fix = "correct the constraint",
        Guide = "Topology Spread Constraints",
        OtherIds = ["kube-score:pod-topology-spread-constraints"],
        Check = static (workload, inspection) =>
        {
            if (!workload.PodSpec["topologySpreadConstraints"].TryGetItems(out FieldItems constraints))
            {
                return;
            }

            HashSet<(string Key, string Action)> seen = [];
            for (int i = 0; i < constraints.Count; i++)
            {
                CheckConstraint(workload, constraints[i], i, seen, inspection);
            }
        },
    };

    private static void CheckConstraint(Workload workload, Field constraint, int index, HashSet<(string Key, string Action)> seen, Inspection inspection)
    {
        Field key = constraint["topologyKey"], action = constraint["whenUnsatisfiable"];
        Field skew = constraint["maxSkew"], domains = constraint["minDomains"];
        if (!skew.TryGetInteger(out double number))
        {
            inspection.Unknown(workload.Object, $"{SpreadConstraints.PathOf(workload, index)}.maxSkew");
        }
        else if (number < 1)
        {
            string problem = skew.IsUnset ? "has no maxSkew" : $"has maxSkew {skew.Shown}, which is less than 1";
            Report(workload, index, "maxSkew", constraint, problem, skew.Shown, inspection);
        }

        if (key.TryGetText(out string topology) && topology.Length == 0)
        {
            Report(workload, index, "topologyKey", constraint, "has no topologyKey", "", inspection);
        }

        if (action.TryGetText(out string text) && text is not ("DoNotSchedule" or "ScheduleAnyway"))
        {
            string problem = action.IsUnset ? "has no whenUnsatisfiable" : $"has the unknown whenUnsatisfiable '{action.Shown}'";
            Report(workload, index, "whenUnsatisfiable", constraint, problem, action.Shown, inspection);
        }

        if (!domains.IsUnset && domains.TryGetInteger(out double least))
        {
            if (least < 1)
            {
                Report(workload, index, "minDomains", constraint, $"has minDomains {domains.Shown}, which is less than 1", domains.Shown, inspection);
            }
            else if (text == "ScheduleAnyway")
            {
                Report(workload, index, "minDomains", constraint, "has minDomains, which only DoNotSchedule takes", domains.Shown, inspection);
            }
        }

        CheckPolicy(workload, index, constraint, "nodeAffinityPolicy", inspection);
        CheckPolicy(workload, index, constraint, "nodeTaintsPolicy", inspection);
        CheckLabelKeys(workload, index, constraint, inspection);
        if (topology.Length > 0 && text.Length > 0 && !seen.Add((topology, text)))
        {
            Report(workload, index, "topologyKey", constraint, $"with {action.Shown} is there twice", key.Shown, inspection);
        }
    }

    private static void CheckPolicy(Workload workload, int index, Field constraint, string name, Inspection inspection)
    {
        Field policy = constraint[name];
        if (!policy.IsUnset && policy.TryGetText(out string text) && text is not ("Honor" or "Ignore"))
        {
            Report(workload, index, name, constraint, $"has the unknown {name} '{policy.Shown}'", policy.Shown, inspection);
        }
    }

    private static void CheckLabelKeys(Workload workload, int index, Field constraint, Inspection inspection)
    {
        Field selector = constraint["labelSelector"];

        // The API server itself adds the keys with their values to the selector of a pod.
        if (!constraint["matchLabelKeys"].TryGetItems(out FieldItems keys) || keys.Count == 0 || workload.Pod.IsPod)
        {
            return;
        }

        if (selector.IsUnset)
        {
            Report(workload, index, "labelSelector", constraint, "has matchLabelKeys but no labelSelector", "", inspection);
            return;
        }

        HashSet<string> asked = KeysOf(selector["matchExpressions"]);
        foreach (Field key in keys)
        {
            if (key.Text is { Length: > 0 } label
                && (asked.Contains(label) || (selector["matchLabels"].Presence == Flag.True && !selector["matchLabels"][label].IsUnset)))
            {
                Report(workload, index, "matchLabelKeys", constraint, $"has '{key.Shown}' in both matchLabelKeys and labelSelector", key.Shown, inspection);
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

    private static void Report(Workload workload, int index, string name, Field constraint, string problem, string found, Inspection inspection) =>
        inspection.Broken(
            workload.Object, $"{SpreadConstraints.PathOf(workload, index)}.{name}", $"{SpreadConstraints.Describe(constraint)} {problem}", found);
}
