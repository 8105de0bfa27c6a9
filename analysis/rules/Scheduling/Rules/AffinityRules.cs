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

    private const int HighestWeight = 100;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4058", "pod-anti-affinity-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Pods of a workload prefer nodes on which none of them runs, so that the loss of one node affects few of them.",
            Allowed = "podAntiAffinity on kubernetes.io/hostname, or a zone, with the workload's own labels",
            Fix = "add a preferred podAntiAffinity term on kubernetes.io/hostname with the labels of the workload's selector",
            OtherIds =
            [
                "kube-linter:no-anti-affinity", "kube-score:deployment-has-host-podantiaffinity", "kube-score:statefulset-has-host-podantiaffinity",
            ],
            Example = new(
                """
                containers: [{name: app}]
                """,
                """
                affinity:
                  podAntiAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 100
                      podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: app}}}
                """),
            Check = static (workload, inspection) =>
            {
                if (!workload.HasScale || workload.Object.IsOwned)
                {
                    return;
                }

                FieldAt affinity = inspection.At(workload)["affinity"]["podAntiAffinity"];
                Flag required = KeepsApart(affinity.Field[Required], isWeighted: false, workload, inspection.Objects);
                Flag preferred = KeepsApart(affinity.Field[Preferred], isWeighted: true, workload, inspection.Objects);
                if (required == Flag.True || preferred == Flag.True)
                {
                    return;
                }

                if (required == Flag.Unknown || preferred == Flag.Unknown)
                {
                    bool isReadable = affinity.Presence == Flag.True && !affinity.Field.Value.ContainsUnknowns;
                    affinity.ReportUnknown(isReadable ? "cannot be compared with labels that are not known yet" : null);
                }
                else
                {
                    affinity.Report($"{(affinity.IsUnset ? "nothing keeps" : "podAntiAffinity does not keep")} the pods of {workload.Object} apart");
                }
            },
        },
        new WorkloadRule("RMP4059", "pod-anti-affinity-feasible", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "Pods that must not share a node or zone are no more than the cluster has nodes or zones, during a rollout too; otherwise pods stay pending.",
            Allowed = "as many nodes, or zones, as pods at the largest scale, and one more for a rollout that deletes no pod first",
            Fix = "use a preferred term, or fewer pods, or set maxUnavailable to 1",
            Example = new(
                """
                affinity:
                  podAntiAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                    - topologyKey: kubernetes.io/hostname
                      labelSelector: {matchLabels: {app: app}}
                """,
                """
                affinity:
                  podAntiAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 100
                      podAffinityTerm:
                        topologyKey: kubernetes.io/hostname
                        labelSelector: {matchLabels: {app: app}}
                """,
                "Pods may share nodes while the cluster is small."),
            Check = CheckFeasible,
        },
        new WorkloadRule("RMP4060", "affinity-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "A pod affinity term has a topology key, and a weight from 1 to 100 when it is preferred; the API server rejects anything else.",
            Allowed = "topologyKey set, weight 1 to 100",
            Fix = "set topologyKey and weight",
            Example = new(
                """
                affinity:
                  podAntiAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 0
                      podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: app}}}
                """,
                """
                affinity:
                  podAntiAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 100
                      podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: app}}}
                """),
            Check = static (workload, inspection) =>
            {
                if (!workload.PodSpec["affinity"].IsUnset)
                {
                    CheckTerms(inspection.At(workload)["affinity"]["podAffinity"]);
                    CheckTerms(inspection.At(workload)["affinity"]["podAntiAffinity"]);
                }
            },
        },
        new WorkloadRule("RMP4067", "spoofable-node-label", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods that must run on certain nodes select them by a label that no kubelet can set on its own node; with any other label, a "
                + "compromised node can attract them.",
            Allowed = "labels with the prefix node-restriction.kubernetes.io/, and those of Kubernetes",
            Fix = "use a label with the prefix node-restriction.kubernetes.io/ and taint the nodes, or a preferred term",
            Guide = "Node Affinity",
            Example = new(
                """
                nodeSelector: {shop.example.com/trusted: "true"}
                """,
                """
                nodeSelector: {node-restriction.kubernetes.io/trusted: "true"}
                """,
                "Nodes need the new label before the pods can be scheduled."),
            Check = CheckNodeLabels,
        },
    ];

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

    private static void CheckFeasible(Workload workload, Inspection inspection)
    {
        ClusterInventory cluster = inspection.Options.Cluster;
        if (cluster.Nodes is not { } nodes || workload.Object.IsOwned || PodScale.Of(workload, inspection.Facts).Highest is not { } pods)
        {
            return;
        }

        int zones = TopologySpread.CountZones(cluster);
        foreach (FieldAt at in inspection.At(workload)["affinity"]["podAntiAffinity"][Required].Items)
        {
            Field term = at.Field;
            bool isNode = term["topologyKey"].Text == SpreadConstraints.Hostname;
            if ((isNode || (term["topologyKey"].Text == SpreadConstraints.Zone && zones > 0))
                && AffinityNamespaces.IncludeOwn(term, workload, inspection.Objects) == Flag.True
                && term["mismatchLabelKeys"].IsUnset
                && LabelSelector.Matches(term["labelSelector"], workload.PodLabels) == Flag.True)
            {
                int places = isNode ? nodes : zones;
                bool hasSurge = SpreadConstraints.CountsOneRevision(term) == Flag.False
                    && Rollout.Of(workload.Object) is { } rollout && rollout.MayTakeFirst(pods) == false;
                if (pods + (hasSurge ? 1 : 0) > places)
                {
                    at.Report(
                        $"{pods} pods of {workload.Object}{(hasSurge ? " and 1 more during a rollout" : "")} each need a {(isNode ? "node" : "zone")} of their own, and there {(places == 1 ? "is" : "are")} {places}");
                }
            }
        }
    }

    private static void CheckTerms(FieldAt affinity)
    {
        foreach (FieldAt term in affinity[Required].Items)
        {
            term["topologyKey"].ReportIfKnown(Is.NoText, "a pod affinity term has no topologyKey");
        }

        foreach (FieldAt term in affinity[Preferred].Items)
        {
            FieldAt weight = term["weight"];
            if (weight.Field.TryGetInteger(out double number) && number is < 1 or > HighestWeight)
            {
                weight.Report(weight.IsUnset ? $"a preferred term of {affinity.Name} has no weight" : $"weight {weight.Shown} is not from 1 to 100");
            }

            term["podAffinityTerm"]["topologyKey"].ReportIfKnown(Is.NoText, "a pod affinity term has no topologyKey");
        }
    }

    private static void CheckNodeLabels(Workload workload, Inspection inspection)
    {
        FieldAt pod = inspection.At(workload);
        if (workload.Object.IsOwned)
        {
            return;
        }

        foreach (FieldAt label in pod["nodeSelector"].MapEntries)
        {
            CheckNodeLabel(label, label.Name, label.Name, workload);
        }

        foreach (FieldAt term in pod["affinity"]["nodeAffinity"][Required]["nodeSelectorTerms"].Items)
        {
            foreach (FieldAt expression in term["matchExpressions"].Items)
            {
                FieldAt key = expression["key"];
                if (expression["operator"].Text is "In" or "Exists" or "Gt" or "Lt" && key.Text.Length > 0)
                {
                    CheckNodeLabel(key, key.Text, key.Shown, workload);
                }
            }
        }
    }

    private static void CheckNodeLabel(FieldAt at, string label, string shown, Workload workload)
    {
        if (IsSpoofable(label))
        {
            at.Report(
                $"{workload.Object} needs nodes with the label '{shown}', which every kubelet may set on its own node; its pods stay pending while no node has it",
                shown);
        }
    }

    // NodeRestriction lets kubelets set no labels of Kubernetes but some that say what a node is.
    private static bool IsSpoofable(string label)
    {
        int slash = label.IndexOf('/');
        string domain = slash < 0 ? "" : label[..slash];
        return domain is "kubelet.kubernetes.io" or "node.kubernetes.io" && !label.StartsWith("node.kubernetes.io/instance-type", StringComparison.Ordinal)
            || !(IsOf(domain, "kubernetes.io") || IsOf(domain, "k8s.io"));
    }

    private static bool IsOf(string domain, string parent) =>
        domain.EndsWith(parent, StringComparison.Ordinal) && (domain.Length == parent.Length || domain[^(parent.Length + 1)] == '.');
}
