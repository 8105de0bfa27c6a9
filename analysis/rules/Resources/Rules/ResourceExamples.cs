using Rampart.Rules.Findings;

namespace Rampart.Rules.Resources.Rules;

/// <summary>Examples for the rules about resources, quotas and limit ranges.</summary>
internal static class ResourceExamples
{
    public static readonly NumberedExample[] All =
    [
        new(
            "RMP3001",
            """
            containers:
            - name: app
              resources: {limits: {memory: 512MB}}
            """,
            """
            containers:
            - name: app
              resources: {limits: {memory: 512Mi}}
            """),
        new(
            "RMP3002",
            """
            containers:
            - name: app
              resources: {limits: {mem: 512Mi}}
            """,
            """
            containers:
            - name: app
              resources: {limits: {memory: 512Mi}}
            """),
        new(
            "RMP3003",
            """
            containers:
            - name: app
              resources: {limits: {memory: 512m}}
            """,
            """
            containers:
            - name: app
              resources: {limits: {memory: 512Mi}}
            """),
        new(
            "RMP3004",
            """
            containers:
            - name: app
              resources: {requests: {cpu: "1"}, limits: {cpu: 500m}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
            """),
        new(
            "RMP3011",
            """
            containers:
            - name: app
              resources: {requests: {memory: 128Mi}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m, memory: 128Mi}}
            """,
            "Nodes without that much free take the pod no longer."),
        new(
            "RMP3012",
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m, memory: 128Mi}}
            """,
            "Nodes without that much free take the pod no longer."),
        new(
            "RMP3013",
            """
            containers:
            - name: app
              resources: {limits: {memory: 128Mi}}
            """,
            """
            containers:
            - name: app
              resources: {limits: {cpu: "1", memory: 128Mi}}
            """,
            "Programs that need more for a moment are slowed down, and may miss their probes."),
        new(
            "RMP3014",
            """
            containers:
            - name: app
              resources: {limits: {cpu: "1"}}
            """,
            """
            containers:
            - name: app
              resources: {limits: {cpu: "1", memory: 128Mi}}
            """,
            "A program that needs more is killed: measure first."),
        new(
            "RMP3015",
            """
            containers: [{name: app}]
            ---
            kind: LimitRange
            metadata: {name: limits, namespace: shop}
            spec: {limits: [{type: Container, default: {cpu: "1", memory: 256Mi}, defaultRequest: {cpu: 100m, memory: 128Mi}}]}
            """,
            """
            containers: [{name: app, resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1", memory: 256Mi}}}]
            ---
            kind: LimitRange
            metadata: {name: limits, namespace: shop}
            spec: {limits: [{type: Container, default: {cpu: "1", memory: 256Mi}, defaultRequest: {cpu: 100m, memory: 128Mi}}]}
            """),
        new(
            "RMP3016",
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m, memory: 128Mi}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m, memory: 128Mi, ephemeral-storage: 64Mi}}
            """),
        new(
            "RMP3017",
            """
            containers:
            - name: app
              resources: {limits: {cpu: "1", memory: 128Mi}}
            """,
            """
            containers:
            - name: app
              resources: {limits: {cpu: "1", memory: 128Mi, ephemeral-storage: 128Mi}}
            """,
            "A pod that writes more to its logs, layers and emptyDirs is evicted."),
        new(
            "RMP3018",
            """
            volumes:
            - name: tmp
              emptyDir: {}
            """,
            """
            volumes:
            - name: tmp
              emptyDir: {sizeLimit: 64Mi}
            """,
            "A pod that writes more to the volume is evicted."),
        new(
            "RMP3021",
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1", memory: 128Mi}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: "1", memory: 128Mi}, limits: {cpu: "1", memory: 128Mi}}
            """,
            "Requests of the size of the limits leave less room on nodes."),
        new(
            "RMP3031",
            """
            kind: Namespace
            metadata: {name: shop}
            ---
            containers: [{name: app}]
            """,
            """
            kind: Namespace
            metadata: {name: shop}
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec:
              hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi}
            ---
            containers: [{name: app}]
            """,
            "Pods beyond the quota, or without requests and limits that it counts, are rejected."),
        new(
            "RMP3032",
            """
            kind: ResourceQuota
            spec:
              hard: {requests.cpu: "2"}
            """,
            """
            kind: ResourceQuota
            spec:
              hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi}
            """,
            "Pods that leave out what the new keys count are rejected."),
        new(
            "RMP3033",
            """
            kind: ResourceQuota
            spec:
              hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi}
            """,
            """
            kind: ResourceQuota
            spec:
              hard: {requests.cpu: "2", requests.memory: 2Gi, limits.cpu: "4", limits.memory: 4Gi, persistentvolumeclaims: "0"}
            """,
            "Claims beyond the number are rejected."),
        new(
            "RMP3034",
            """
            kind: ResourceQuota
            spec:
              hard: {pods: "10"}
              scopes: [Terminating, NotTerminating]
            """,
            """
            kind: ResourceQuota
            spec:
              hard: {pods: "10"}
              scopes: [NotTerminating]
            """),
        new(
            "RMP3035",
            """
            containers: [{name: app, resources: {requests: {cpu: "1"}}}]
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec: {hard: {requests.cpu: "2"}}
            """,
            """
            containers: [{name: app, resources: {requests: {cpu: "1"}}}]
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec: {hard: {requests.cpu: "8"}}
            """),
        new(
            "RMP3036",
            """
            containers: [{name: app}]
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec: {hard: {requests.cpu: "8"}}
            """,
            """
            containers: [{name: app, resources: {requests: {cpu: "1"}}}]
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec: {hard: {requests.cpu: "8"}}
            """),
        new(
            "RMP3041",
            """
            kind: Namespace
            metadata: {name: shop}
            ---
            containers: [{name: app}]
            """,
            """
            kind: Namespace
            metadata: {name: shop}
            ---
            kind: LimitRange
            metadata: {name: limits, namespace: shop}
            spec:
              limits: [{type: Container, default: {memory: 256Mi}, max: {memory: 1Gi}}]
            ---
            containers: [{name: app}]
            """,
            "Containers outside of min and max are rejected; those without values get the defaults."),
        new(
            "RMP3042",
            """
            kind: LimitRange
            spec:
              limits:
              - {type: Container, max: {cpu: "2", memory: 2Gi}}
            """,
            """
            kind: LimitRange
            spec:
              limits:
              - type: Container
                min: {cpu: 10m, memory: 16Mi}
                defaultRequest: {cpu: 100m, memory: 128Mi}
                default: {cpu: 500m, memory: 256Mi}
                max: {cpu: "2", memory: 2Gi}
            """),
        new(
            "RMP3043",
            """
            kind: LimitRange
            spec:
              limits: [{type: Container, default: {memory: 2Gi}, max: {memory: 1Gi}}]
            """,
            """
            kind: LimitRange
            spec:
              limits: [{type: Container, default: {memory: 256Mi}, max: {memory: 1Gi}}]
            """),
        new(
            "RMP3044",
            """
            containers: [{name: app, resources: {limits: {memory: 4Gi}}}]
            ---
            kind: LimitRange
            metadata: {name: limits, namespace: shop}
            spec: {limits: [{type: Container, max: {memory: 1Gi}}]}
            """,
            """
            containers: [{name: app, resources: {limits: {memory: 1Gi}}}]
            ---
            kind: LimitRange
            metadata: {name: limits, namespace: shop}
            spec: {limits: [{type: Container, max: {memory: 1Gi}}]}
            """),
        new(
            "RMP3051",
            """
            containers: [{name: app, resources: {requests: {cpu: "1"}}}]
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec: {hard: {requests.cpu: "4"}}
            """,
            """
            containers: [{name: app, resources: {requests: {cpu: "1"}}}]
            ---
            kind: ResourceQuota
            metadata: {name: quota, namespace: shop}
            spec: {hard: {requests.cpu: "8"}}
            """),
    ];
}
