using Rampart.Rules.Findings;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>Examples for the rules about scheduling.</summary>
internal static class SchedulingExamples
{
    public static readonly NumberedExample[] All =
    [
        new(
            "RMP4051",
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
        new(
            "RMP4052",
            """
            topologySpreadConstraints:
            - {maxSkew: 0, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """,
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4053",
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: application}}}
            """,
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4054",
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
        new(
            "RMP4055",
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
        new(
            "RMP4056",
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
        new(
            "RMP4058",
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
        new(
            "RMP4060",
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
        new(
            "RMP4061",
            """
            containers: [{name: app}]
            """,
            """
            priorityClassName: shop
            """,
            "With a value above that of others, pods of these are evicted to make room."),
        new(
            "RMP4062",
            """
            priorityClassName: system-cluster-critical
            """,
            """
            priorityClassName: shop
            """,
            "Under pressure the pod may be evicted before those of the system."),
        new(
            "RMP4064",
            """
            kind: PriorityClass
            metadata: {name: shop}
            value: 2000000000
            """,
            """
            kind: PriorityClass
            metadata: {name: shop}
            value: 1000000
            """),
        new(
            "RMP4065",
            """
            kind: PriorityClass
            metadata: {name: shop}
            value: 1000000
            globalDefault: true
            """,
            """
            kind: PriorityClass
            metadata: {name: shop}
            value: 1000000
            """,
            "Pods without a class have the priority 0 again."),
        new(
            "RMP4066",
            """
            kind: PriorityClass
            metadata: {name: shop}
            value: 0
            """,
            """
            kind: PriorityClass
            metadata: {name: shop}
            value: 1000000
            """,
            "Pods of lower priority may be evicted to make room."),
        new(
            "RMP4067",
            """
            nodeSelector: {shop.example.com/trusted: "true"}
            """,
            """
            nodeSelector: {node-restriction.kubernetes.io/trusted: "true"}
            """,
            "Nodes need the new label before the pods find one."),
        new(
            "RMP4068",
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """,
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: app}}}
            """),
    ];
}
