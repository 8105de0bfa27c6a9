using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Availability;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about affinity.</summary>
internal static class AffinityRules
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";

    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4058", "pod-anti-affinity-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Pods of a workload prefer nodes on which none of them runs, so that one node takes few of them when it goes.",
            Allowed = "podAntiAffinity on kubernetes.io/hostname, or a zone, with the workload's own labels",
            Fix = "add a preferred podAntiAffinity term on kubernetes.io/hostname with the labels of the workload's selector",
            OtherIds =
            [
                "kube-linter:no-anti-affinity",
                "kube-score:deployment-has-host-podantiaffinity",
                "kube-score:statefulset-has-host-podantiaffinity",
            ],
            Check = CheckAntiAffinityMissing,
        },
        new WorkloadRule("RMP4059", "pod-anti-affinity-feasible", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "Pods that must not share a node or zone are no more than there are of these, during a rollout too; otherwise pods stay pending.",
            Allowed = "as many nodes, or zones, as pods at the largest scale, and one more for a rollout that takes none away first",
            Fix = "use a preferred term, or fewer pods, or set maxUnavailable to 1",
            Check = CheckAntiAffinityFeasible,
        },
        new WorkloadRule("RMP4060", "affinity-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "A pod affinity term has a topology key, and a weight from 1 to 100 when it is preferred; the API server rejects all else.",
            Allowed = "topologyKey set, weight 1 to 100",
            Fix = "set topologyKey and weight",
            Check = static (workload, inspection) =>
            {
                Field affinity = workload.PodSpec["affinity"];
                if (!affinity.IsUnset)
                {
                    CheckAffinityTerms(workload, affinity["podAffinity"], "podAffinity", inspection);
                    CheckAffinityTerms(workload, affinity["podAntiAffinity"], "podAntiAffinity", inspection);
                }
            },
        },
        new WorkloadRule("RMP4067", "spoofable-node-label", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods that must run on certain nodes ask for a label that no kubelet can give its own node; with any other, a node that was "
                + "broken into can draw them.",
            Allowed = "labels with the prefix node-restriction.kubernetes.io/, and those of Kubernetes",
            Fix = "use a label with the prefix node-restriction.kubernetes.io/ and taint the nodes, or a preferred term",
            Guide = "Node Affinity",
            Check = CheckSpoofableNodeLabel,
        },
    ];

    private static void CheckAntiAffinityMissing(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || workload.Object.IsOwned)
        {
            return;
        }

        Field affinity = workload.PodSpec["affinity"]["podAntiAffinity"];
        Flag required = KeepsApart(affinity["requiredDuringSchedulingIgnoredDuringExecution"], isWeighted: false, workload, inspection.Objects);
        Flag preferred = KeepsApart(affinity["preferredDuringSchedulingIgnoredDuringExecution"], isWeighted: true, workload, inspection.Objects);
        if (required == Flag.True || preferred == Flag.True)
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "affinity.podAntiAffinity");
        if (required == Flag.Unknown || preferred == Flag.Unknown)
        {
            bool isReadable = affinity.Presence == Flag.True && !affinity.Value.ContainsUnknowns;
            inspection.Unknown(workload.Object, path, isReadable ? "cannot be compared with labels that are not known yet" : null);
        }
        else
        {
            inspection.Broken(
                workload.Object,
                path,
                affinity.IsUnset ? $"nothing keeps the pods of {workload.Object} apart" : $"podAntiAffinity does not keep the pods of {workload.Object} apart");
        }
    }

    private static Flag KeepsApart(Field terms, bool isWeighted, Workload workload, ObjectSet objects)
    {
        if (!terms.TryGetItems(out FieldItems items))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.False;
        foreach (Field item in items)
        {
            Field term = isWeighted ? item["podAffinityTerm"] : item;
            if (!term["topologyKey"].TryGetText(out string key))
            {
                result = Flag.Unknown;
            }
            else if (key is SpreadConstraints.Hostname or SpreadConstraints.Zone or "topology.kubernetes.io/region")
            {
                Flag isMatch = LabelSelector.Matches(term["labelSelector"], workload.PodLabels);
                Flag isHere = AffinityNamespaces.IncludeOwn(term, workload, objects);
                if (isMatch == Flag.True && isHere == Flag.True)
                {
                    return Flag.True;
                }

                result = isMatch != Flag.False && isHere != Flag.False ? Flag.Unknown : result;
            }
        }

        return result;
    }

    private static void CheckAntiAffinityFeasible(Workload workload, Inspection inspection)
    {
        ClusterInventory cluster = inspection.Options.Cluster;
        if (cluster.Nodes is not { } nodes
            || workload.Object.IsOwned
            || !workload.PodSpec["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"].TryGetItems(out FieldItems terms)
            || terms.Count == 0
            || PodScale.Of(workload, inspection.Facts).Highest is not { } pods)
        {
            return;
        }

        for (int i = 0; i < terms.Count; i++)
        {
            string key = terms[i]["topologyKey"].Text;
            if ((key is SpreadConstraints.Hostname || (key is SpreadConstraints.Zone && TopologySpread.CountZones(cluster) > 0))
                && AffinityNamespaces.IncludeOwn(terms[i], workload, inspection.Objects) == Flag.True
                && terms[i]["mismatchLabelKeys"].IsUnset
                && LabelSelector.Matches(terms[i]["labelSelector"], workload.PodLabels) == Flag.True)
            {
                int places = key == SpreadConstraints.Hostname ? nodes : TopologySpread.CountZones(cluster);
                int surge = SpreadConstraints.CountsOneRevision(terms[i]) == Flag.False
                    && Rollout.Of(workload.Object) is { } rollout
                    && rollout.MayTakeFirst(pods) == false ? 1 : 0;
                ReportNoPlace(workload, i, pods, surge, places, key == SpreadConstraints.Hostname ? "node" : "zone", inspection);
            }
        }
    }

    private static void ReportNoPlace(Workload workload, int index, int pods, int surge, int places, string place, Inspection inspection)
    {
        if (pods + surge <= places)
        {
            return;
        }

        string rollout = surge == 0 ? "" : " and 1 more during a rollout";
        inspection.Broken(
            workload.Object,
            string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[{index}]"),
            string.Create(CultureInfo.InvariantCulture, $"{pods} pods of {workload.Object}{rollout} each need a {place} of their own, and there {(places == 1 ? "is" : "are")} {places}"));
    }

    private static void CheckAffinityTerms(Workload workload, Field affinity, string kind, Inspection inspection)
    {
        _ = affinity[Required].TryGetItems(out FieldItems required);
        for (int i = 0; i < required.Count; i++)
        {
            CheckKey(workload, required[i], string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.affinity.{kind}.{Required}[{i}]"), inspection);
        }

        _ = affinity[Preferred].TryGetItems(out FieldItems preferred);
        for (int i = 0; i < preferred.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.affinity.{kind}.{Preferred}[{i}]");
            Field weight = preferred[i]["weight"];
            if (weight.TryGetInteger(out double number) && number is < 1 or > 100)
            {
                inspection.Broken(
                    workload.Object, $"{path}.weight", weight.IsUnset ? $"a preferred term of {kind} has no weight" : $"weight {weight.Shown} is not from 1 to 100", weight.Shown);
            }

            CheckKey(workload, preferred[i]["podAffinityTerm"], $"{path}.podAffinityTerm", inspection);
        }
    }

    private static void CheckKey(Workload workload, Field term, string path, Inspection inspection)
    {
        if (term["topologyKey"].TryGetText(out string key) && key.Length == 0)
        {
            inspection.Broken(workload.Object, $"{path}.topologyKey", "a pod affinity term has no topologyKey");
        }
    }

    private static void CheckSpoofableNodeLabel(Workload workload, Inspection inspection)
    {
        if (workload.Object.IsOwned)
        {
            return;
        }

        Field selector = workload.PodSpec["nodeSelector"];
        if (!selector.IsUnset && selector.TryGetProperties(out ReadOnlySpan<Property> labels))
        {
            foreach (Property label in labels)
            {
                if (IsSpoofable(label.Name))
                {
                    ReportSpoofable(workload, $"{workload.SpecPath}.nodeSelector[{label.Name}]", label.Name, inspection);
                }
            }
        }

        Field affinity = workload.PodSpec["affinity"];
        if (!affinity.IsUnset)
        {
            CheckNodeTerms(workload, affinity["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"], inspection);
        }
    }

    private static void CheckNodeTerms(Workload workload, Field field, Inspection inspection)
    {
        _ = field.TryGetItems(out FieldItems terms);
        for (int i = 0; i < terms.Count; i++)
        {
            _ = terms[i]["matchExpressions"].TryGetItems(out FieldItems expressions);
            for (int j = 0; j < expressions.Count; j++)
            {
                Field expression = expressions[j];
                if (expression["operator"].Text is "In" or "Exists" or "Gt" or "Lt" && expression["key"].Text is { Length: > 0 } key && IsSpoofable(key))
                {
                    key = expression["key"].Shown;
                    string path = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{workload.SpecPath}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[{i}].matchExpressions[{j}].key");
                    ReportSpoofable(workload, path, key, inspection);
                }
            }
        }
    }

    // NodeRestriction keeps kubelets from all labels of Kubernetes but some that say what a node is.
    private static bool IsSpoofable(string label)
    {
        int slash = label.IndexOf('/');
        string domain = slash < 0 ? "" : label[..slash];
        return domain is "kubelet.kubernetes.io" or "node.kubernetes.io" && !label.StartsWith("node.kubernetes.io/instance-type", StringComparison.Ordinal)
            || !(IsOf(domain, "kubernetes.io") || IsOf(domain, "k8s.io"));
    }

    private static bool IsOf(string domain, string parent) =>
        domain.EndsWith(parent, StringComparison.Ordinal) && (domain.Length == parent.Length || domain[^(parent.Length + 1)] == '.');

    private static void ReportSpoofable(Workload workload, string path, string label, Inspection inspection) =>
        inspection.Broken(
            workload.Object,
            path,
            $"{workload.Object} needs nodes with the label '{label}', which every kubelet may give its own node; its pods stay pending while none has it",
            label);
}
