using Rampart.Rules.Findings;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The checks of the Pod Security Standards as rules.</summary>
internal static class PodSecurityStandardRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PodSecurityRule(
            "RMP1001",
            "No pod takes the AppArmor profile away that the container runtime gives it.",
            "RuntimeDefault or Localhost, or nothing",
            "set securityContext.appArmorProfile.type to RuntimeDefault, or leave it out")
        {
            Point = ChecklistPoint.AppArmorOrSELinux,
            OtherIds = ["trivy:KSV-0002", "kubesec:ApparmorUnconfined"],
            Example = new(
                """
                securityContext:
                  appArmorProfile: {type: Unconfined}
                """,
                """
                securityContext:
                  appArmorProfile: {type: RuntimeDefault}
                """,
                "Programs that mount file systems or trace other processes: the runtime's profile denies both."),
        },
        new PodSecurityRule(
            "RMP1002",
            "No container adds a capability beyond those that container runtimes give by default.",
            "AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT",
            "remove the capability from securityContext.capabilities.add")
        {
            Point = ChecklistPoint.CapabilitiesDropped,
            OtherIds =
            [
                "polaris:dangerousCapabilities", "checkov:CKV_K8S_25", "checkov:CKV_K8S_39", "trivy:KSV-0005", "trivy:KSV-0022", "trivy:KSV-0119",
                "trivy:KSV-0120", "kubescape:C-0046", "kubescape:C-0057", "kubesec:CapSysAdmin",
            ],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1003",
            "No pod shares the node's network, process or IPC namespace, through which it would see what others do.",
            "hostNetwork, hostPID and hostIPC false or unset",
            "remove hostNetwork, hostPID and hostIPC")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds =
            [
                "kube-linter:host-ipc", "kube-linter:host-network", "kube-linter:host-pid", "polaris:hostIPCSet", "polaris:hostNetworkSet",
                "polaris:hostPIDSet", "checkov:CKV_K8S_17", "checkov:CKV_K8S_18", "checkov:CKV_K8S_19", "kubescape:C-0038", "kubescape:C-0041",
                "kubescape:C-0275", "kubescape:C-0276", "trivy:KSV-0008", "trivy:KSV-0009", "trivy:KSV-0010", "kubesec:HostIPC",
                "kubesec:HostNetwork", "kubesec:HostPID",
            ],
            Example = new(
                """
                hostNetwork: true
                hostPID: true
                """,
                """
                hostNetwork: false
                """,
                "Agents that watch the node itself; they belong into a namespace of their own with a waiver."),
        },
        new PodSecurityRule(
            "RMP1004",
            "No volume is a path of the node, through which a pod would reach the node's files.",
            "every volume type but hostPath",
            "use an emptyDir, a claim or a projected volume")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds =
            [
                "checkov:CKV_K8S_27", "kube-linter:docker-sock", "kube-linter:sensitive-host-mounts", "kube-linter:writable-host-mount",
                "kubescape:C-0020", "kubescape:C-0045", "kubescape:C-0048", "kubescape:C-0074", "kubesec:DockerSock", "kubesec:ProcMount",
                "polaris:hostPathSet", "trivy:KSV-0006", "trivy:KSV-0023", "trivy:KSV-0121",
            ],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1005",
            "No container takes a port of the node, which network policies do not guard.",
            "hostPort 0 or unset",
            "remove hostPort and let a Service reach the container")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kubescape:C-0044", "checkov:CKV_K8S_26", "trivy:KSV-0024", "polaris:hostPortSet"],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1006",
            "No probe or lifecycle hook names a host: the kubelet would send requests wherever the pod says.",
            "host unset in httpGet and tcpSocket",
            "remove host; the kubelet then asks the pod itself")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1007",
            "No container runs privileged, which switches almost all isolation off.",
            "privileged false or unset",
            "remove securityContext.privileged")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds =
            [
                "kube-linter:privileged-container", "polaris:runAsPrivileged", "checkov:CKV_K8S_16", "kubescape:C-0057", "trivy:KSV-0017",
                "kube-score:container-security-context-privileged", "kubesec:Privileged",
            ],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1008",
            "Every container has the usual, masked /proc.",
            "procMount Default or unset",
            "remove securityContext.procMount")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kube-linter:unsafe-proc-mount", "trivy:KSV-0027", "polaris:procMount"],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1009",
            "No pod chooses an SELinux user, role or type that is not one of containers.",
            "type container_t, container_init_t, container_kvm_t or container_engine_t; user and role unset; any level",
            "remove user and role, and use one of the container types")
        {
            Point = ChecklistPoint.AppArmorOrSELinux,
            OtherIds = ["trivy:KSV-0025"],
            Example = new(
                """
                securityContext:
                  seLinuxOptions: {type: spc_t}
                """,
                """
                securityContext:
                  seLinuxOptions: {type: container_t}
                """,
                "What the custom type allowed; nodes with SELinux may then deny access to volumes."),
        },
        new PodSecurityRule(
            "RMP1010",
            "No pod switches the filter of system calls off.",
            "RuntimeDefault, Localhost or unset",
            "set securityContext.seccompProfile.type to RuntimeDefault")
        {
            Point = ChecklistPoint.SeccompProfile,
            OtherIds = ["kubesec:SeccompUnconfined", "trivy:KSV-0104"],
            Example = new(
                """
                securityContext:
                  seccompProfile: {type: Unconfined}
                """,
                """
                securityContext:
                  seccompProfile: {type: RuntimeDefault}
                """,
                "Programs that use system calls outside of the runtime's list, such as debuggers and some sandboxes."),
        },
        new PodSecurityRule(
            "RMP1011",
            "Pods set only those sysctls that stay inside the pod.",
            "the sysctls that Kubernetes lists as safe",
            "remove the sysctl from securityContext.sysctls")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kube-linter:unsafe-sysctls", "kubescape:C-0211", "trivy:KSV-0026"],
            Example = new(
                """
                securityContext:
                  sysctls: [{name: kernel.msgmax, value: "65536"}]
                """,
                """
                securityContext:
                  sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]
                """,
                "Programs that were tuned by the sysctl."),
        },
        new PodSecurityRule(
            "RMP1012",
            "No Windows container runs as a process of the node.",
            "hostProcess false or unset",
            "remove securityContext.windowsOptions.hostProcess")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kubescape:C-0211", "polaris:hostProcess", "trivy:KSV-0103"],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1013",
            "No process gains more privileges than the one that started it.",
            "allowPrivilegeEscalation false",
            "set securityContext.allowPrivilegeEscalation to false")
        {
            Point = ChecklistPoint.NonRootContainers,
            OtherIds =
            [
                "kube-linter:privilege-escalation-container", "polaris:privilegeEscalationAllowed", "checkov:CKV_K8S_20", "kubescape:C-0016",
                "trivy:KSV-0001", "kubesec:AllowPrivilegeEscalation",
            ],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1014",
            "Every container drops all capabilities; it may add the one to bind ports below 1024.",
            "drop ALL; add nothing but NET_BIND_SERVICE",
            "set securityContext.capabilities.drop to [ALL] and add nothing")
        {
            Point = ChecklistPoint.CapabilitiesDropped,
            OtherIds =
            [
                "kube-linter:drop-net-raw-capability", "polaris:insecureCapabilities", "checkov:CKV_K8S_25", "checkov:CKV_K8S_28",
                "checkov:CKV_K8S_37", "trivy:KSV-0003", "trivy:KSV-0004", "trivy:KSV-0022", "trivy:KSV-0106", "kubescape:C-0046",
                "kubescape:C-0211", "kubesec:CapDropAll", "kubesec:CapDropAny",
            ],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1015",
            "Every container has the usual, masked /proc, in a user namespace too.",
            "procMount Default or unset",
            "remove securityContext.procMount")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kube-linter:unsafe-proc-mount", "polaris:procMount", "trivy:KSV-0027"],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1016",
            "Volumes are of the types that bring no access to the node or to a storage network.",
            "configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected and secret",
            "use one of the allowed volume types")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["trivy:KSV-0028"],
            Example = new(
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
        },
        new PodSecurityRule(
            "RMP1017",
            "No container may start as root, whatever user its image names.",
            "runAsNonRoot true at the pod or at every container, and false nowhere",
            "set securityContext.runAsNonRoot to true")
        {
            Point = ChecklistPoint.NonRootContainers,
            OtherIds =
            [
                "kube-linter:run-as-non-root", "polaris:runAsRootAllowed", "checkov:CKV_K8S_23", "kubescape:C-0013", "trivy:KSV-0012",
                "kubesec:RunAsNonRoot",
            ],
            Example = new(
                """
                securityContext:
                  runAsNonRoot: false
                """,
                """
                securityContext:
                  runAsNonRoot: true
                """,
                "Images that start as root: the kubelet refuses to start the container. Give them a user."),
        },
        new PodSecurityRule(
            "RMP1018",
            "No container asks for user 0.",
            "any runAsUser but 0, or unset",
            "set securityContext.runAsUser to a user other than 0, e.g. 65532")
        {
            Point = ChecklistPoint.NonRootContainers,
            OtherIds = ["trivy:KSV-0105", "kubescape:C-0013", "kube-linter:run-as-non-root", "polaris:runAsRootAllowed"],
            Example = new(
                """
                securityContext:
                  runAsUser: 0
                """,
                """
                securityContext:
                  runAsUser: 65532
                """,
                "Files in the image or on volumes that only root may read or write."),
        },
        new PodSecurityRule(
            "RMP1019",
            "Every container has the runtime's filter of system calls, or one of its own.",
            "RuntimeDefault or Localhost at the pod or at every container",
            "set securityContext.seccompProfile.type to RuntimeDefault")
        {
            Point = ChecklistPoint.SeccompProfile,
            OtherIds =
            [
                "kube-score:container-seccomp-profile", "polaris:linuxHardening", "checkov:CKV_K8S_31", "kubescape:C-0055", "kubescape:C-0210",
                "trivy:KSV-0030", "trivy:KSV-0104", "kubesec:SeccompAny",
            ],
            Example = new(
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
        },
    ];
}
