using Rampart.Rules.Availability;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>The rules about topology spread.</summary>
internal static class SpreadRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4051", "topology-spread-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "Topology spread constraints keep the pods of a workload on different nodes and zones, so that one failure affects few of them.",
            Allowed = "topologySpreadConstraints set",
            Fix = "add constraints on kubernetes.io/hostname and topology.kubernetes.io/zone",
            Guide = "Topology Spread Constraints",
            OtherIds = ["polaris:topologySpreadConstraint"],
            Example = new(
                """
                containers: [{name: app}]
                """,
                """
                topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {app: app}}
                """),
            Check = static (workload, inspection) =>
            {
                if (workload.HasScale && !workload.Object.IsOwned)
                {
                    inspection.At(workload)["topologySpreadConstraints"].ReportIf(
                        Is.Empty, $"nothing spreads the pods of {workload.Object} over nodes and zones");
                }
            },
        },
        SpreadRejectedRule.Descriptor,
        new WorkloadRule("RMP4053", "topology-spread-other-pods", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A spread constraint counts the pods that it is part of; a constraint that counts other pods, or none, spreads nothing.",
            Allowed = "a labelSelector that matches the pod's own labels",
            Fix = "give labelSelector the labels of the workload's selector",
            Guide = "Topology Spread Constraints",
            OtherIds = ["kube-score:pod-topology-spread-constraints"],
            Example = new(
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: application}}}
                """,
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
                """),
            Check = static (workload, inspection) =>
            {
                foreach (FieldAt constraint in inspection.At(workload)["topologySpreadConstraints"].Items)
                {
                    CheckSelector(workload, constraint["labelSelector"], SpreadConstraints.Describe(constraint.Field));
                }
            },
        },
        new ObjectRule("RMP4054", "topology-spread-counts-old-pods", RuleCategory.Availability, DiagnosticSeverity.Warning, "apps", "Deployment")
        {
            Summary = "A spread constraint with DoNotSchedule counts new pods apart from old ones; otherwise a rolling update can wait forever for a node.",
            Allowed = "matchLabelKeys with pod-template-hash, or whenUnsatisfiable ScheduleAnyway",
            Fix = "set matchLabelKeys to [pod-template-hash]",
            Guide = "Topology Spread Constraints",
            Example = new(
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: app}}}
                """,
                """
                topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector: {matchLabels: {app: app}}
                  matchLabelKeys: [pod-template-hash]
                """),
            Check = static (item, inspection) =>
            {
                if (item.Workload is not { } workload || Rollout.Of(item) is { IsRolling: false })
                {
                    return;
                }

                foreach (FieldAt constraint in inspection.At(workload)["topologySpreadConstraints"].Items)
                {
                    if (constraint["whenUnsatisfiable"].Text == "DoNotSchedule" && SpreadConstraints.CountsOneRevision(constraint.Field) == Flag.False)
                    {
                        constraint["matchLabelKeys"].Report(
                            $"{SpreadConstraints.Describe(constraint.Field)} counts old pods too, so a rolling update may wait forever");
                    }
                }
            },
        },
        new WorkloadRule("RMP4055", "topology-spread-counts-tainted-nodes", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary =
                "A spread constraint with DoNotSchedule leaves out nodes whose taints the pods do not tolerate; they would count as empty and block all others.",
            Allowed = "nodeTaintsPolicy Honor, or whenUnsatisfiable ScheduleAnyway",
            Fix = "set nodeTaintsPolicy to Honor",
            Guide = "Topology Spread Constraints",
            Example = new(
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: app}}}
                """,
                """
                topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  nodeTaintsPolicy: Honor
                  labelSelector: {matchLabels: {app: app}}
                """),
            Check = static (workload, inspection) =>
            {
                foreach (FieldAt constraint in inspection.At(workload)["topologySpreadConstraints"].Items)
                {
                    if (constraint["whenUnsatisfiable"].Text == "DoNotSchedule")
                    {
                        constraint["nodeTaintsPolicy"].ReportIfKnown(
                            Is.OneOf("", "Ignore"),
                            $"{SpreadConstraints.Describe(constraint.Field)} counts nodes that the pods cannot run on, so pods may stay pending");
                    }
                }
            },
        },
        new WorkloadRule("RMP4056", "topology-spread-soft-counting", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "A spread constraint with ScheduleAnyway counts one revision and the nodes that the pods tolerate, so that the pods end up where it "
                + "says.",
            Allowed = "nodeTaintsPolicy Honor, and matchLabelKeys with pod-template-hash in a Deployment",
            Fix = "set nodeTaintsPolicy to Honor and matchLabelKeys to [pod-template-hash]",
            Guide = "Topology Spread Constraints",
            Example = new(
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
                """,
                """
                topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  nodeTaintsPolicy: Honor
                  labelSelector: {matchLabels: {app: app}}
                  matchLabelKeys: [pod-template-hash]
                """),
            Check = static (workload, inspection) =>
            {
                foreach (FieldAt constraint in inspection.At(workload)["topologySpreadConstraints"].Items)
                {
                    if (constraint["whenUnsatisfiable"].Text != "ScheduleAnyway")
                    {
                        continue;
                    }

                    string name = SpreadConstraints.Describe(constraint.Field);
                    constraint["nodeTaintsPolicy"].ReportIfKnown(Is.OneOf("", "Ignore"), $"{name} counts nodes that the pods cannot run on");
                    if (workload.Object.Is("apps", "Deployment") && SpreadConstraints.CountsOneRevision(constraint.Field) == Flag.False)
                    {
                        constraint["matchLabelKeys"].Report($"{name} counts old pods too during a rolling update");
                    }
                }
            },
        },
        new WorkloadRule("RMP4057", "topology-spread-feasible", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "The nodes and zones of the cluster can satisfy spread constraints with DoNotSchedule, during a rollout too; otherwise pods stay pending.",
            Allowed = "constraints that all pods at the largest scale can satisfy",
            Fix = "use whenUnsatisfiable ScheduleAnyway, a larger maxSkew, or more nodes",
            Guide = "Topology Spread Constraints",
            Example = new(
                """
                topologySpreadConstraints:
                - maxSkew: 1
                  minDomains: 5
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector: {matchLabels: {app: app}}
                """,
                """
                topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {app: app}}
                """,
                "Pods may share nodes while the cluster is small."),
            Check = static (workload, inspection) =>
            {
                if (inspection.Options.Cluster.Nodes is not null
                    && SpreadFeasibility.Judge(workload, AutoscalerMap.Of(inspection.Facts), inspection.Options.Cluster) is { Fits: false } verdict)
                {
                    inspection.At(workload)["topologySpreadConstraints"].Report($"{workload.Object}: {verdict}");
                }
            },
        },
        new WorkloadRule("RMP4068", "topology-spread-levels", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods are spread over nodes as well as zones: spread over nodes alone, all may be in the zone that fails, and spread over zones alone, "
                + "two may be on the node that fails.",
            Allowed = "a constraint on kubernetes.io/hostname and one on topology.kubernetes.io/zone",
            Fix = "add the missing constraint, with whenUnsatisfiable ScheduleAnyway where there may be too few",
            Guide = "Topology Spread Constraints",
            Example = new(
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
                """,
                """
                topologySpreadConstraints:
                - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
                - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
                """),
            Check = static (workload, inspection) =>
            {
                FieldAt constraints = inspection.At(workload)["topologySpreadConstraints"];
                if (!workload.HasScale)
                {
                    return;
                }

                bool hasNode = false, hasZone = false;
                foreach (FieldAt constraint in constraints.Items)
                {
                    if (!constraint["topologyKey"].Field.TryGetText(out string key))
                    {
                        return;
                    }

                    hasNode |= key == SpreadConstraints.Hostname;
                    hasZone |= key == SpreadConstraints.Zone;
                }

                if (hasNode != hasZone)
                {
                    constraints.Report(
                        $"the pods of {workload.Object} are spread over {(hasNode ? "nodes" : "zones")} but not over {(hasNode ? "zones" : "nodes")}");
                }
            },
        },
    ];

    private static void CheckSelector(Workload workload, FieldAt selector, string constraint)
    {
        switch (LabelSelector.Matches(selector.Field, workload.PodLabels))
        {
            case Flag.False when selector.IsUnset:
                selector.Report($"{constraint} has no labelSelector and counts no pods");
                break;
            case Flag.False:
                selector.Report($"{constraint} does not count the pods of {workload.Object}");
                break;
            case Flag.True when LabelSelector.IsEmpty(selector.Field):
                selector.Report($"{constraint} has an empty labelSelector and counts every pod of the namespace");
                break;
            case Flag.Unknown:
                selector.ReportUnknown("or the labels of the pod are not known yet");
                break;
        }
    }
}
