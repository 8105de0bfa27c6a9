using Rampart.Rules.Findings;

namespace Rampart.Rules.Availability.Rules;

/// <summary>Examples for the rules about availability.</summary>
internal static class AvailabilityExamples
{
    public static readonly NumberedExample[] All =
    [
        new(
            "RMP4001",
            """
            containers: [{name: app}]
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """,
            "Node drains wait until the budget allows each eviction."),
        new(
            "RMP4002",
            """
            kind: PodDisruptionBudget
            spec: {maxUnavailable: 1, minAvailable: 1, selector: {matchLabels: {app: app}}}
            """,
            """
            kind: PodDisruptionBudget
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4003",
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            ---
            kind: PodDisruptionBudget
            metadata: {name: all, namespace: shop}
            spec: {maxUnavailable: 1, selector: {}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4004",
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: application}}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4005",
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            ---
            kind: Job
            metadata: {name: migrate, namespace: shop}
            spec: {template: {metadata: {labels: {app: app}}, spec: {containers: [{name: migrate}]}}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            ---
            kind: Job
            metadata: {name: migrate, namespace: shop}
            spec: {template: {metadata: {labels: {app: migrate}}, spec: {containers: [{name: migrate}]}}}
            """),
        new(
            "RMP4006",
            """
            kind: Pod
            metadata: {name: app, namespace: shop, labels: {app: app}}
            spec: {containers: [{name: app}]}
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4007",
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4008",
            """
            kind: PodDisruptionBudget
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """,
            """
            kind: PodDisruptionBudget
            spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow, selector: {matchLabels: {app: app}}}
            """,
            "Pods that are not ready can be evicted, also while they start."),
        new(
            "RMP4009",
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {minAvailable: 2, selector: {matchLabels: {app: app}}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """),
        new(
            "RMP4011",
            """
            kind: Deployment
            spec:
              selector: {matchLabels: {app: app}}
              template: {metadata: {labels: {app: application}}, spec: {containers: [{name: app}]}}
            """,
            """
            kind: Deployment
            spec:
              selector: {matchLabels: {app: app}}
              template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
            """),
        new(
            "RMP4012",
            """
            kind: Deployment
            spec:
              replicas: 1
              selector: {matchLabels: {app: app}}
              template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
            """,
            """
            kind: Deployment
            spec:
              replicas: 2
              selector: {matchLabels: {app: app}}
              template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
            """,
            "Programs that must run only once, such as those that hold a lock or a disk."),
        new(
            "RMP4013",
            """
            containers: [{name: app}]
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: app, namespace: shop}
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """,
            """
            kind: Deployment
            metadata: {name: app, namespace: shop}
            spec: {template: {spec: {containers: [{name: app}]}}}
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: app, namespace: shop}
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """,
            "An apply that takes replicas away scales to 1 once, unless another manager has taken the field over before."),
        new(
            "RMP4014",
            """
            containers: [{name: app}]
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: app, namespace: shop}
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: application}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: app, namespace: shop}
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """),
        new(
            "RMP4015",
            """
            kind: HorizontalPodAutoscaler
            spec: {minReplicas: 5, maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """,
            """
            kind: HorizontalPodAutoscaler
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """),
        new(
            "RMP4016",
            """
            kind: HorizontalPodAutoscaler
            spec: {minReplicas: 1, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """,
            """
            kind: HorizontalPodAutoscaler
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """,
            "A second pod costs its requests at all times."),
        new(
            "RMP4017",
            """
            kind: HorizontalPodAutoscaler
            spec: {minReplicas: 3, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """,
            """
            kind: HorizontalPodAutoscaler
            spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}}
            """),
        new(
            "RMP4018",
            """
            containers: [{name: app}]
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: app, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}
              metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
            """,
            """
            containers: [{name: app, resources: {requests: {cpu: 100m}}}]
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: app, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app}
              metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
            """),
        new(
            "RMP4021",
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}
            """,
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
            """),
        new(
            "RMP4022",
            """
            kind: Deployment
            spec:
              strategy: {type: Recreate}
            """,
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate}
            """,
            "Programs of which two versions must not run at the same time."),
        new(
            "RMP4023",
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate}
            """,
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
            """,
            "An update needs room for one pod more."),
        new(
            "RMP4024",
            """
            kind: Deployment
            spec:
              replicas: 2
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 2}}
            """,
            """
            kind: Deployment
            spec:
              replicas: 2
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
            """),
        new(
            "RMP4031",
            """
            containers:
            - name: app
            """,
            """
            containers:
            - name: app
              livenessProbe: {httpGet: {path: /live, port: 8080}}
            """,
            "A probe that asks too much restarts pods under load, all at the same time."),
        new(
            "RMP4032",
            """
            containers:
            - name: app
            """,
            """
            containers:
            - name: app
              readinessProbe: {httpGet: {path: /ready, port: 8080}}
            """,
            "Pods whose probe fails get no requests: a probe that asks for a dependency takes all of them out at once."),
        new(
            "RMP4033",
            """
            containers:
            - name: app
              livenessProbe: {httpGet: {path: /health, port: 8080}}
              readinessProbe: {httpGet: {path: /health, port: 8080}}
            """,
            """
            containers:
            - name: app
              livenessProbe: {httpGet: {path: /live, port: 8080}}
              readinessProbe: {httpGet: {path: /ready, port: 8080}}
            """),
        new(
            "RMP4034",
            """
            containers:
            - name: app
              ports: [{containerPort: 8080}]
              livenessProbe: {httpGet: {path: /live, port: 9090}}
            """,
            """
            containers:
            - name: app
              ports: [{containerPort: 8080}]
              livenessProbe: {httpGet: {path: /live, port: 8080}}
            """),
        new(
            "RMP4035",
            """
            containers:
            - name: app
              ports: [{name: http, containerPort: 8080}]
              livenessProbe: {httpGet: {path: /live, port: web}}
            """,
            """
            containers:
            - name: app
              ports: [{name: http, containerPort: 8080}]
              livenessProbe: {httpGet: {path: /live, port: http}}
            """),
        new(
            "RMP4036",
            """
            containers:
            - name: app
              livenessProbe: {httpGet: {port: 8080}, tcpSocket: {port: 8080}}
            """,
            """
            containers:
            - name: app
              livenessProbe: {httpGet: {port: 8080}}
            """),
        new(
            "RMP4037",
            """
            terminationGracePeriodSeconds: 30
            containers:
            - name: app
              lifecycle: {preStop: {sleep: {seconds: 60}}}
            """,
            """
            terminationGracePeriodSeconds: 30
            containers:
            - name: app
              lifecycle: {preStop: {sleep: {seconds: 5}}}
            """),
        new(
            "RMP4038",
            """
            terminationGracePeriodSeconds: 30
            containers:
            - name: app
              lifecycle: {preStop: {sleep: {seconds: 30}}}
            """,
            """
            terminationGracePeriodSeconds: 30
            containers:
            - name: app
              lifecycle: {preStop: {sleep: {seconds: 5}}}
            """),
        new(
            "RMP4039",
            """
            containers: [{name: app, ports: [{containerPort: 8080}]}]
            ---
            kind: Service
            metadata: {name: app, namespace: shop}
            spec: {selector: {app: app}, ports: [{port: 8080}]}
            """,
            """
            containers: [{name: app, ports: [{containerPort: 8080}], lifecycle: {preStop: {sleep: {seconds: 5}}}}]
            ---
            kind: Service
            metadata: {name: app, namespace: shop}
            spec: {selector: {app: app}, ports: [{port: 8080}]}
            """,
            "Each pod takes as much longer to end."),
        new(
            "RMP4040",
            """
            containers:
            - name: app
            """,
            """
            containers:
            - name: app
              terminationMessagePolicy: FallbackToLogsOnError
            """,
            "The last lines of the log become readable in the pod's status, with what they say."),
        new(
            "RMP4041",
            """
            kind: StatefulSet
            spec:
              template: {spec: {containers: [{name: app}]}}
            """,
            """
            kind: StatefulSet
            spec:
              serviceName: app
              template: {metadata: {labels: {app: app}}, spec: {containers: [{name: app}]}}
            ---
            kind: Service
            metadata: {name: app, namespace: shop}
            spec: {clusterIP: None, selector: {app: app}, ports: [{port: 8080}]}
            """,
            "serviceName cannot be changed in place: the StatefulSet is made anew."),
        new(
            "RMP4042",
            """
            kind: Job
            spec:
              template: {spec: {restartPolicy: Always, containers: [{name: app}]}}
            """,
            """
            kind: Job
            spec:
              template: {spec: {restartPolicy: OnFailure, containers: [{name: app}]}}
            """),
        new(
            "RMP4043",
            """
            kind: Job
            spec:
              template: {spec: {containers: [{name: app}]}}
            """,
            """
            kind: Job
            spec:
              ttlSecondsAfterFinished: 3600
              template: {spec: {containers: [{name: app}]}}
            """,
            "Logs and status of the job are gone after this time."),
        new(
            "RMP4044",
            """
            kind: Job
            spec:
              template: {spec: {containers: [{name: app}]}}
            """,
            """
            kind: Job
            spec:
              activeDeadlineSeconds: 3600
              template: {spec: {containers: [{name: app}]}}
            """,
            "A job that takes longer is ended and counts as failed."),
        new(
            "RMP4045",
            """
            kind: CronJob
            spec:
              schedule: 0 * * * *
              jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
            """,
            """
            kind: CronJob
            spec:
              schedule: 0 * * * *
              startingDeadlineSeconds: 600
              jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
            """,
            "A start that is later than this is left out."),
        new(
            "RMP4046",
            """
            kind: CronJob
            spec:
              schedule: 0 * * * *
              jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
            """,
            """
            kind: CronJob
            spec:
              schedule: 0 * * * *
              concurrencyPolicy: Forbid
              jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
            """,
            "A run that takes longer than the interval makes the next one be left out."),
        new(
            "RMP4047",
            """
            kind: Pod
            spec: {containers: [{name: app}]}
            """,
            """
            kind: Deployment
            spec: {template: {spec: {containers: [{name: app}]}}}
            """),
        new(
            "RMP4101",
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 0, selector: {matchLabels: {app: app}}}
            """,
            """
            containers: [{name: app}]
            ---
            kind: PodDisruptionBudget
            metadata: {name: app, namespace: shop}
            spec: {maxUnavailable: 1, selector: {matchLabels: {app: app}}}
            """,
            "Drains may take one pod at a time."),
    ];
}
