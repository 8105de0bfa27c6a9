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
        },
        new PodSecurityRule(
            "RMP1005",
            "No container takes a port of the node, which network policies do not guard.",
            "hostPort 0 or unset",
            "remove hostPort and let a Service reach the container")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kubescape:C-0044", "checkov:CKV_K8S_26", "trivy:KSV-0024", "polaris:hostPortSet"],
        },
        new PodSecurityRule(
            "RMP1006",
            "No probe or lifecycle hook names a host: the kubelet would send requests wherever the pod says.",
            "host unset in httpGet and tcpSocket",
            "remove host; the kubelet then asks the pod itself")
        {
            Point = ChecklistPoint.PodSecurityStandards,
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
        },
        new PodSecurityRule(
            "RMP1008",
            "Every container has the usual, masked /proc.",
            "procMount Default or unset",
            "remove securityContext.procMount")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kube-linter:unsafe-proc-mount", "trivy:KSV-0027", "polaris:procMount"],
        },
        new PodSecurityRule(
            "RMP1009",
            "No pod chooses an SELinux user, role or type that is not one of containers.",
            "type container_t, container_init_t, container_kvm_t or container_engine_t; user and role unset; any level",
            "remove user and role, and use one of the container types")
        {
            Point = ChecklistPoint.AppArmorOrSELinux,
            OtherIds = ["trivy:KSV-0025"],
        },
        new PodSecurityRule(
            "RMP1010",
            "No pod switches the filter of system calls off.",
            "RuntimeDefault, Localhost or unset",
            "set securityContext.seccompProfile.type to RuntimeDefault")
        {
            Point = ChecklistPoint.SeccompProfile,
            OtherIds = ["kubesec:SeccompUnconfined", "trivy:KSV-0104"],
        },
        new PodSecurityRule(
            "RMP1011",
            "Pods set only those sysctls that stay inside the pod.",
            "the sysctls that Kubernetes lists as safe",
            "remove the sysctl from securityContext.sysctls")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kube-linter:unsafe-sysctls", "kubescape:C-0211", "trivy:KSV-0026"],
        },
        new PodSecurityRule(
            "RMP1012",
            "No Windows container runs as a process of the node.",
            "hostProcess false or unset",
            "remove securityContext.windowsOptions.hostProcess")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kubescape:C-0211", "polaris:hostProcess", "trivy:KSV-0103"],
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
        },
        new PodSecurityRule(
            "RMP1015",
            "Every container has the usual, masked /proc, in a user namespace too.",
            "procMount Default or unset",
            "remove securityContext.procMount")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["kube-linter:unsafe-proc-mount", "polaris:procMount", "trivy:KSV-0027"],
        },
        new PodSecurityRule(
            "RMP1016",
            "Volumes are of the types that bring no access to the node or to a storage network.",
            "configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected and secret",
            "use one of the allowed volume types")
        {
            Point = ChecklistPoint.PodSecurityStandards,
            OtherIds = ["trivy:KSV-0028"],
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
        },
        new PodSecurityRule(
            "RMP1018",
            "No container asks for user 0.",
            "any runAsUser but 0, or unset",
            "set securityContext.runAsUser to a user other than 0, e.g. 65532")
        {
            Point = ChecklistPoint.NonRootContainers,
            OtherIds = ["trivy:KSV-0105", "kubescape:C-0013", "kube-linter:run-as-non-root", "polaris:runAsRootAllowed"],
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
        },
    ];
}
