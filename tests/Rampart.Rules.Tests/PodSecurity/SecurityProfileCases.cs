using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>The cases of the rules about AppArmor, SELinux and seccomp.</summary>
internal static class SecurityProfileCases
{
    private const string Pod = "spec.template.spec.securityContext";
    private const string Container = "spec.template.spec.containers[0].securityContext";
    private const string Annotations = "spec.template.metadata.annotations";
    private const string AppArmor = $"{Annotations}[container.apparmor.security.beta.kubernetes.io/app]";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP1113", "AppArmor at the pod", [Hardened.Deployment()]),
        new("RMP1113", "SELinux at the pod", [Hardened.Deployment(($"{Pod}.appArmorProfile", "null"), ($"{Pod}.seLinuxOptions", "{'type': 'container_t'}"))]),
        new("RMP1113", "AppArmor at the container", [Hardened.Deployment((Pod, "null"), ($"{Container}.appArmorProfile", "{'type': 'RuntimeDefault'}"))]),
        new("RMP1113", "annotation", [Hardened.Deployment((Pod, "null"), (AppArmor, "'runtime/default'"))]),
        new("RMP1113", "neither", [Hardened.Pod("securityContext.appArmorProfile", "null")],
            $"{Pod}.appArmorProfile: neither appArmorProfile nor seLinuxOptions is set for container 'app'"),
        new("RMP1113", "not the init container", [Hardened.Deployment((Pod, "null"), (AppArmor, "'runtime/default'"), ("spec.template.spec.initContainers", "[{'name': 'migrate'}]"))],
            $"{Pod}.appArmorProfile: neither appArmorProfile nor seLinuxOptions is set for init container 'migrate'"),
        new("RMP1113", "unknown", [Hardened.Pod("securityContext.appArmorProfile", "'?'")], $"? {Pod}.appArmorProfile is not known yet"),
        new("RMP1113", "unknown annotations", [Hardened.Deployment((Pod, "null"), (Annotations, "'?'"))], $"? {Pod}.appArmorProfile is not known yet"),
        new("RMP1113", "Windows", [Hardened.Deployment((Pod, "null"), ("spec.template.spec.os", "{'name': 'windows'}"))]),
        new("RMP1114", "field", [Hardened.Deployment()]),
        new("RMP1114", "the guide's annotation", [Hardened.Deployment((AppArmor, "'runtime/default'"))],
            $"{AppArmor}: the annotation is deprecated since Kubernetes 1.30; use the field appArmorProfile"),
        new("RMP1114", "unknown", [Hardened.Deployment((Annotations, "'?'"))], $"? {Annotations} is not known yet"),
        new("RMP1115", "RuntimeDefault", [Hardened.Deployment((AppArmor, "'runtime/default'"))]),
        new("RMP1115", "nothing", [Hardened.Pod("securityContext", "null")]),
        new("RMP1115", "Localhost with its profile", [Hardened.Container("securityContext.appArmorProfile", "{'type': 'Localhost', 'localhostProfile': 'app'}")]),
        new("RMP1115", "Localhost without profile", [Hardened.Container("securityContext.appArmorProfile", "{'type': 'Localhost', 'localhostProfile': ' '}")],
            $"{Container}.appArmorProfile.localhostProfile: the AppArmor profile of container 'app' has the type Localhost but names no profile"),
        new("RMP1115", "profile with RuntimeDefault", [Hardened.Pod("securityContext.appArmorProfile.localhostProfile", "'app'")],
            $"{Pod}.appArmorProfile.localhostProfile: the AppArmor profile of the pod names a file though its type is RuntimeDefault"),
        new("RMP1115", "no type", [Hardened.Pod("securityContext.appArmorProfile", "{}")], $"{Pod}.appArmorProfile.type: the AppArmor profile of the pod has no type"),
        new("RMP1115", "annotation of another container", [Hardened.Deployment(($"{Annotations}[container.apparmor.security.beta.kubernetes.io/zzz]", "'runtime/default'"))],
            $"{Annotations}[container.apparmor.security.beta.kubernetes.io/zzz]: the annotation names container 'zzz', which the pod does not have"),
        new("RMP1115", "annotation that is no profile", [Hardened.Deployment((AppArmor, "'default'"))], $"{AppArmor}: 'default' is not an AppArmor profile"),
        new("RMP1115", "annotation and field differ",
            [Hardened.Deployment((AppArmor, "'unconfined'"), ($"{Container}.appArmorProfile", "{'type': 'RuntimeDefault'}"))],
            $"{AppArmor}: the annotation is 'unconfined' but the field of container 'app' is 'RuntimeDefault'"),
        new("RMP1115", "annotation and field agree",
            [Hardened.Deployment((AppArmor, "'localhost/app'"), ($"{Container}.appArmorProfile", "{'type': 'Localhost', 'localhostProfile': 'app'}"))]),
        new("RMP1115", "unknown name", [Hardened.Deployment((AppArmor, "'runtime/default'"), ("spec.template.spec.containers[0].name", "'?'"))],
            "? spec.template.spec.containers[0].name is not known yet"),
        new("RMP1115", "unknown", [Hardened.Pod("securityContext.appArmorProfile", "'?'")], $"? {Pod}.appArmorProfile is not known yet"),
        new("RMP1115", "unknown annotation", [Hardened.Deployment((AppArmor, "'?'"))], $"? {AppArmor} is not known yet"),
        new("RMP1116", "unset", [Hardened.Deployment()]),
        new("RMP1116", "no categories", [Hardened.Pod("securityContext.seLinuxOptions", "{'level': 's0'}")]),
        new("RMP1116", "the guide's level", [Hardened.Pod("securityContext.seLinuxOptions", "{'level': 's0:c123,c456'}")],
            $"{Pod}.seLinuxOptions.level: the SELinux level 's0:c123,c456' is fixed: all pods that have it share their files"),
        new("RMP1116", "container", [Hardened.Container("securityContext.seLinuxOptions", "{'level': 's0:c1,c2'}")],
            $"{Container}.seLinuxOptions.level: the SELinux level 's0:c1,c2' is fixed: all pods that have it share their files"),
        new("RMP1116", "unknown", [Hardened.Pod("securityContext.seLinuxOptions", "'?'")], $"? {Pod}.seLinuxOptions.level is not known yet"),
        new("RMP1117", "RuntimeDefault", [Hardened.Deployment()]),
        new("RMP1117", "nothing", [Hardened.Pod("securityContext", "null")]),
        new("RMP1117", "Localhost with its file", [Hardened.Pod("securityContext.seccompProfile", "{'type': 'Localhost', 'localhostProfile': 'profiles/..app.json'}")]),
        new("RMP1117", "Localhost without file", [Hardened.Pod("securityContext.seccompProfile", "{'type': 'Localhost'}")],
            $"{Pod}.seccompProfile.localhostProfile: the seccomp profile of the pod has the type Localhost but names no file"),
        new("RMP1117", "absolute path", [Hardened.Container("securityContext.seccompProfile", "{'type': 'Localhost', 'localhostProfile': '/etc/app.json'}")],
            $"{Container}.seccompProfile.localhostProfile: the seccomp profile of container 'app' is not a path below the kubelet's folder: '/etc/app.json'"),
        new("RMP1117", "path that leaves the folder", [Hardened.Container("securityContext.seccompProfile", "{'type': 'Localhost', 'localhostProfile': 'a/../../app.json'}")],
            $"{Container}.seccompProfile.localhostProfile: the seccomp profile of container 'app' is not a path below the kubelet's folder: 'a/../../app.json'"),
        new("RMP1117", "file with RuntimeDefault", [Hardened.Pod("securityContext.seccompProfile.localhostProfile", "'app.json'")],
            $"{Pod}.seccompProfile.localhostProfile: the seccomp profile of the pod names a file though its type is RuntimeDefault"),
        new("RMP1117", "no type", [Hardened.Pod("securityContext.seccompProfile", "{}")], $"{Pod}.seccompProfile.type: the seccomp profile of the pod has no type"),
        new("RMP1117", "unknown", [Hardened.Pod("securityContext.seccompProfile", "'?'")], $"? {Pod}.seccompProfile is not known yet"),
        new("RMP1118", "field", [Hardened.Deployment()]),
        new("RMP1118", "annotations", [Hardened.Deployment(
                ($"{Annotations}[seccomp.security.alpha.kubernetes.io/pod]", "'runtime/default'"),
                ($"{Annotations}[container.seccomp.security.alpha.kubernetes.io/app]", "'unconfined'"))],
            $"{Annotations}[container.seccomp.security.alpha.kubernetes.io/app]: the annotation has no effect since Kubernetes 1.27; use the field seccompProfile",
            $"{Annotations}[seccomp.security.alpha.kubernetes.io/pod]: the annotation has no effect since Kubernetes 1.27; use the field seccompProfile"),
        new("RMP1118", "unknown", [Hardened.Deployment((Annotations, "'?'"))], $"? {Annotations} is not known yet"),
    ];
}
