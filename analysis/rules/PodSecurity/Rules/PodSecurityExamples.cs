using Rampart.Rules.Findings;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>Examples for the rules about the security of pods.</summary>
internal static class PodSecurityExamples
{
    public static readonly NumberedExample[] All =
    [
        new(
            "RMP1001",
            """
            securityContext:
              appArmorProfile: {type: Unconfined}
            """,
            """
            securityContext:
              appArmorProfile: {type: RuntimeDefault}
            """,
            "Programs that mount file systems or trace other processes: the runtime's profile denies both."),
        new(
            "RMP1002",
            """
            containers:
            - name: app
              securityContext:
                capabilities: {add: [NET_ADMIN]}
            """,
            """
            containers:
            - name: app
              securityContext:
                capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}
            """,
            "What needs the capability, such as changing routes with NET_ADMIN."),
        new(
            "RMP1003",
            """
            hostNetwork: true
            hostPID: true
            """,
            """
            hostNetwork: false
            """,
            "Agents that watch the node itself; they belong into a namespace of their own with a waiver."),
        new(
            "RMP1004",
            """
            volumes:
            - name: data
              hostPath: {path: /var/lib/app}
            """,
            """
            volumes:
            - name: data
              persistentVolumeClaim: {claimName: data}
            """,
            "Programs that read files of the node, such as log collectors."),
        new(
            "RMP1005",
            """
            containers:
            - name: app
              ports:
              - {containerPort: 8080, hostPort: 8080}
            """,
            """
            containers:
            - name: app
              ports:
              - {containerPort: 8080}
            """,
            "Clients that reach the pod by the address of its node."),
        new(
            "RMP1006",
            """
            containers:
            - name: app
              livenessProbe:
                httpGet: {host: 10.0.0.1, path: /live, port: 8080}
            """,
            """
            containers:
            - name: app
              livenessProbe:
                httpGet: {path: /live, port: 8080}
            """,
            "A program that listens on another address than the pod's: the probe then fails."),
        new(
            "RMP1007",
            """
            containers:
            - name: app
              securityContext: {privileged: true}
            """,
            """
            containers:
            - name: app
              securityContext: {privileged: false}
            """,
            "What reaches devices or the kernel of the node; look for a capability or a device plugin that suffices."),
        new(
            "RMP1008",
            """
            containers:
            - name: app
              securityContext: {procMount: Unmasked}
            """,
            """
            containers:
            - name: app
              securityContext: {procMount: Default}
            """,
            "Building images or running containers in the pod without a user namespace."),
        new(
            "RMP1009",
            """
            securityContext:
              seLinuxOptions: {type: spc_t}
            """,
            """
            securityContext:
              seLinuxOptions: {type: container_t}
            """,
            "What the custom type allowed; nodes with SELinux may then deny access to volumes."),
        new(
            "RMP1010",
            """
            securityContext:
              seccompProfile: {type: Unconfined}
            """,
            """
            securityContext:
              seccompProfile: {type: RuntimeDefault}
            """,
            "Programs that use system calls outside of the runtime's list, such as debuggers and some sandboxes."),
        new(
            "RMP1011",
            """
            securityContext:
              sysctls: [{name: kernel.msgmax, value: "65536"}]
            """,
            """
            securityContext:
              sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]
            """,
            "Programs that were tuned by the sysctl."),
        new(
            "RMP1012",
            """
            hostNetwork: true
            securityContext:
              windowsOptions: {hostProcess: true}
            """,
            """
            securityContext:
              windowsOptions: {hostProcess: false}
            """,
            "Agents that administer a Windows node."),
        new(
            "RMP1013",
            """
            containers:
            - name: app
              securityContext: {allowPrivilegeEscalation: true}
            """,
            """
            containers:
            - name: app
              securityContext: {allowPrivilegeEscalation: false}
            """,
            "Programs that call sudo, su or ping with a setuid bit."),
        new(
            "RMP1014",
            """
            containers:
            - name: app
              securityContext:
                capabilities: {drop: [NET_RAW]}
            """,
            """
            containers:
            - name: app
              securityContext:
                capabilities: {drop: [ALL]}
            """,
            "Programs that start as root to change owners of files or to switch users, as many official images do."),
        new(
            "RMP1015",
            """
            containers:
            - name: app
              securityContext: {procMount: Unmasked}
            """,
            """
            containers:
            - name: app
              securityContext: {procMount: Default}
            """,
            "Building images or running containers in the pod."),
        new(
            "RMP1016",
            """
            volumes:
            - name: data
              nfs: {server: nfs.example.com, path: /data}
            """,
            """
            volumes:
            - name: data
              persistentVolumeClaim: {claimName: data}
            """,
            "Data behind the old volume: move it to a claim first."),
        new(
            "RMP1017",
            """
            securityContext:
              runAsNonRoot: false
            """,
            """
            securityContext:
              runAsNonRoot: true
            """,
            "Images that start as root: the kubelet refuses to start the container. Give them a user."),
        new(
            "RMP1018",
            """
            securityContext:
              runAsUser: 0
            """,
            """
            securityContext:
              runAsUser: 65532
            """,
            "Files in the image or on volumes that only root may read or write."),
        new(
            "RMP1019",
            """
            securityContext:
              runAsNonRoot: true
            """,
            """
            securityContext:
              runAsNonRoot: true
              seccompProfile: {type: RuntimeDefault}
            """,
            "Programs that use system calls outside of the runtime's list, such as debuggers and some sandboxes."),
        new(
            "RMP1101",
            """
            containers:
            - name: app
              securityContext: {readOnlyRootFilesystem: false}
            """,
            """
            containers:
            - name: app
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: tmp, mountPath: /tmp}]
            volumes: [{name: tmp, emptyDir: {sizeLimit: 64Mi}}]
            """,
            "Programs that write beside their files: caches, logs, PID files. Mount an emptyDir at each such path."),
        new(
            "RMP1102",
            """
            kind: Namespace
            metadata:
              name: shop
            """,
            """
            kind: Namespace
            metadata:
              name: shop
              labels: {pod-security.kubernetes.io/enforce: restricted}
            """,
            "New pods that violate the level are rejected, running ones stay. Try it with the labels warn and audit first."),
        new(
            "RMP1103",
            """
            kind: Namespace
            metadata:
              name: shop
              labels: {pod-security.kubernetes.io/enforce: strict}
            """,
            """
            kind: Namespace
            metadata:
              name: shop
              labels: {pod-security.kubernetes.io/enforce: restricted}
            """),
        new(
            "RMP1104",
            """
            kind: Namespace
            metadata:
              name: shop
              labels: {pod-security.kubernetes.io/enforce: restricted}
            """,
            """
            kind: Namespace
            metadata:
              name: shop
              labels:
                pod-security.kubernetes.io/enforce: restricted
                pod-security.kubernetes.io/enforce-version: v1.36
            """,
            "New checks no longer apply by an upgrade of the cluster alone: raise the version with it."),
        new(
            "RMP1105",
            """
            kind: Namespace
            metadata:
              name: shop
              labels: {pod-security.kubernetes.io/enforce: restricted}
            """,
            """
            kind: Namespace
            metadata:
              name: shop
              labels:
                pod-security.kubernetes.io/enforce: restricted
                pod-security.kubernetes.io/audit: restricted
                pod-security.kubernetes.io/audit-version: latest
                pod-security.kubernetes.io/warn: restricted
                pod-security.kubernetes.io/warn-version: latest
            """),
        new(
            "RMP1106",
            """
            securityContext:
              runAsNonRoot: true
            """,
            """
            securityContext:
              runAsNonRoot: true
              runAsUser: 65532
              runAsGroup: 65532
            """,
            "Files that belong to the image's own user; OpenShift rejects users outside of the namespace's range."),
        new(
            "RMP1107",
            """
            securityContext:
              runAsUser: 1000
              runAsGroup: 1000
            """,
            """
            securityContext:
              runAsUser: 65532
              runAsGroup: 65532
            """,
            "Files in the image or on volumes that belong to the old user."),
        new(
            "RMP1108",
            """
            securityContext:
              fsGroup: 0
            """,
            """
            securityContext:
              fsGroup: 65532
            """,
            "Files that only the group 0 may read."),
        new(
            "RMP1109",
            """
            securityContext: {runAsUser: 65532, runAsGroup: 65532}
            volumes:
            - name: data
              persistentVolumeClaim: {claimName: data}
            """,
            """
            securityContext: {runAsUser: 65532, runAsGroup: 65532, fsGroup: 65532}
            volumes:
            - name: data
              persistentVolumeClaim: {claimName: data}
            """,
            "The kubelet changes the group of every file on the volume, which takes time on large ones."),
        new(
            "RMP1110",
            """
            securityContext:
              fsGroup: 65532
            volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
            """,
            """
            securityContext:
              fsGroup: 65532
              fsGroupChangePolicy: OnRootMismatch
            volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
            """,
            "Files deep in the volume with another group stay as they are once its root has the right one."),
        new(
            "RMP1111",
            """
            containers:
            - name: app
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
            """,
            """
            securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
            """),
        new(
            "RMP1112",
            """
            securityContext: {runAsNonRoot: true}
            containers:
            - name: app
            """,
            """
            securityContext: {runAsNonRoot: true}
            containers:
            - name: app
              securityContext: {runAsNonRoot: true}
            """),
        new(
            "RMP1113",
            """
            securityContext:
              runAsNonRoot: true
            """,
            """
            securityContext:
              runAsNonRoot: true
              appArmorProfile: {type: RuntimeDefault}
            """,
            "Nodes without AppArmor reject the pod."),
        new(
            "RMP1114",
            """
            kind: Pod
            metadata:
              name: app
              annotations: {container.apparmor.security.beta.kubernetes.io/app: runtime/default}
            spec:
              containers: [{name: app}]
            """,
            """
            kind: Pod
            metadata:
              name: app
            spec:
              securityContext: {appArmorProfile: {type: RuntimeDefault}}
              containers: [{name: app}]
            """,
            "Clusters before 1.30, which know the annotation only."),
        new(
            "RMP1115",
            """
            securityContext:
              appArmorProfile: {type: Localhost}
            """,
            """
            securityContext:
              appArmorProfile: {type: Localhost, localhostProfile: shop-app}
            """),
        new(
            "RMP1116",
            """
            securityContext:
              seLinuxOptions: {level: "s0:c1,c2"}
            ---
            kind: Pod
            metadata: {name: other, namespace: shop}
            spec:
              securityContext: {seLinuxOptions: {level: "s0:c1,c2"}}
              containers: [{name: other}]
            """,
            """
            securityContext:
              seLinuxOptions: {type: container_t}
            """,
            "Pods that share a volume by a common level; give them one storage that relabels."),
        new(
            "RMP1117",
            """
            securityContext:
              seccompProfile: {type: Localhost}
            """,
            """
            securityContext:
              seccompProfile: {type: Localhost, localhostProfile: profiles/app.json}
            """),
        new(
            "RMP1118",
            """
            kind: Pod
            metadata:
              name: app
              annotations: {seccomp.security.alpha.kubernetes.io/pod: runtime/default}
            spec:
              containers: [{name: app}]
            """,
            """
            kind: Pod
            metadata:
              name: app
            spec:
              securityContext: {seccompProfile: {type: RuntimeDefault}}
              containers: [{name: app}]
            """),
        new(
            "RMP1119",
            """
            hostUsers: true
            """,
            """
            hostUsers: false
            """,
            "Nodes whose kernel, runtime or file systems lack support: the pod does not start there."),
        new(
            "RMP1120",
            """
            hostUsers: false
            hostNetwork: true
            """,
            """
            hostUsers: false
            """),
        new(
            "RMP1121",
            """
            containers:
            - name: app
              securityContext: {privileged: true, allowPrivilegeEscalation: false}
            """,
            """
            containers:
            - name: app
              securityContext: {allowPrivilegeEscalation: false}
            """),
        new(
            "RMP1122",
            """
            enableServiceLinks: true
            """,
            """
            enableServiceLinks: false
            """,
            "Programs that find services by variables such as SHOP_SERVICE_HOST instead of DNS."),
        new(
            "RMP1123",
            """
            hostAliases:
            - {ip: 10.0.0.1, hostnames: [db.internal]}
            """,
            """
            enableServiceLinks: false
            """,
            "Names that only the alias knew."),
        new(
            "RMP1124",
            """
            shareProcessNamespace: true
            """,
            """
            shareProcessNamespace: false
            """,
            "Sidecars that signal or trace processes of other containers."),
        new(
            "RMP1125",
            """
            containers:
            - name: app
              securityContext: {readOnlyRootFilesystem: true}
            """,
            """
            containers:
            - name: app
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: tmp, mountPath: /tmp}]
            volumes: [{name: tmp, emptyDir: {sizeLimit: 64Mi}}]
            """),
        new(
            "RMP1126",
            """
            containers:
            - name: app
              volumeMounts: [{name: temp, mountPath: /tmp}]
            volumes: [{name: tmp, emptyDir: {}}]
            """,
            """
            containers:
            - name: app
              volumeMounts: [{name: tmp, mountPath: /tmp}]
            volumes: [{name: tmp, emptyDir: {}}]
            """),
        new(
            "RMP1127",
            """
            containers:
            - name: app
              ports: [{containerPort: 80}]
            """,
            """
            containers:
            - name: app
              ports: [{containerPort: 8080}]
            """,
            "Clients that reach the pod without its Service, by the old port."),
        new(
            "RMP1128",
            """
            containers:
            - name: app
              ports: [{containerPort: 22}]
            """,
            """
            containers:
            - name: app
              ports: [{containerPort: 8080}]
            """,
            "People and jobs that log in by SSH."),
        new(
            "RMP1129",
            """
            containers:
            - name: app
              env: [{name: LEVEL, value: info}, {name: LEVEL, value: debug}]
            """,
            """
            containers:
            - name: app
              env: [{name: LEVEL, value: debug}]
            """,
            "The last entry holds today: keep that one."),
        new(
            "RMP1130",
            """
            volumes:
            - name: cache
              emptyDir: {sizeLimit: 64Mi}
            """,
            """
            containers:
            - name: app
              volumeMounts: [{name: cache, mountPath: /cache}]
            volumes: [{name: cache, emptyDir: {sizeLimit: 64Mi}}]
            """),
        new(
            "RMP1131",
            """
            containers:
            - name: app
              env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
            """,
            """
            containers:
            - name: app
              env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
            """),
    ];
}
