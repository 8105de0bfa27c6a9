using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about profiles of seccomp, AppArmor and SELinux.</summary>
internal static class ProfileRules
{
    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";

    private const string ContainerPrefix = "container.seccomp.security.alpha.kubernetes.io/";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP1113", "apparmor-or-selinux", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods set an AppArmor profile or SELinux options where nodes have either; without them the node's default applies.",
            Allowed = "appArmorProfile or seLinuxOptions at the pod or at every container",
            Fix = "set securityContext.appArmorProfile.type to RuntimeDefault, except on nodes without AppArmor, which reject the pod",
            Guide = "AppArmor and SELinux",
            OtherIds = ["kubescape:C-0211", "kubesec:ApparmorAny", "polaris:linuxHardening"],
            Point = ChecklistPoint.AppArmorOrSELinux,
            Example = new(
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
            Check = CheckAppArmorOrSELinux,
        },
        new WorkloadRule("RMP1114", "apparmor-annotation", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary =
                "AppArmor profiles are set in securityContext.appArmorProfile; the annotation is deprecated since Kubernetes 1.30 and covers only one container.",
            Allowed = "the field appArmorProfile",
            Fix = "set securityContext.appArmorProfile at the pod and remove the annotation",
            Guide = "AppArmor and SELinux",
            Point = ChecklistPoint.AppArmorOrSELinux,
            Example = new(
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
            Check = CheckAppArmorAnnotation,
        },
        AppArmorProfileValidRule.Descriptor,
        new WorkloadRule("RMP1116", "selinux-level-not-fixed", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "No pod has fixed SELinux categories: the runtime gives each pod its own, and pods with the same pair can read each other's files.",
            Allowed = "no seLinuxOptions.level, or one that no other workload has",
            Fix = "remove seLinuxOptions.level, so that the container runtime selects one",
            Guide = "AppArmor and SELinux",
            Example = new(
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
            Check = static (workload, inspection) =>
            {
                CheckSELinuxLevel(inspection.At(workload)["securityContext"]);
                foreach (Container container in workload.Containers)
                {
                    CheckSELinuxLevel(inspection.At(container)["securityContext"]);
                }
            },
        },
        new WorkloadRule("RMP1117", "seccomp-profile-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary = "A seccomp profile names a file, by a relative path, if and only if its type is Localhost; the API server rejects any other.",
            Allowed = "localhostProfile, a path below the kubelet's seccomp folder, only with type Localhost",
            Fix = "set localhostProfile with type Localhost, and remove it with every other type",
            Guide = "Pod-Level Security Context",
            Point = ChecklistPoint.SeccompProfile,
            Example = new(
                """
                securityContext:
                  seccompProfile: {type: Localhost}
                """,
                """
                securityContext:
                  seccompProfile: {type: Localhost, localhostProfile: profiles/app.json}
                """),
            Check = static (workload, inspection) =>
            {
                CheckSeccomp(inspection.At(workload)["securityContext"]["seccompProfile"], "the pod");
                foreach (Container container in workload.Containers)
                {
                    if (!container["securityContext"]["seccompProfile"].IsUnset)
                    {
                        CheckSeccomp(inspection.At(container)["securityContext"]["seccompProfile"], container.ToString());
                    }
                }
            },
        },
        new WorkloadRule("RMP1118", "seccomp-annotation", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "Seccomp profiles are set in securityContext.seccompProfile; the annotations have no effect since Kubernetes 1.27.",
            Allowed = "the field seccompProfile",
            Fix = "set securityContext.seccompProfile and remove the annotation",
            Guide = "Pod-Level Security Context",
            Point = ChecklistPoint.SeccompProfile,
            Example = new(
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
            Check = CheckSeccompAnnotation,
        },
    ];

    private static void CheckAppArmorOrSELinux(Workload workload, Inspection inspection)
    {
        FieldAt context = inspection.At(workload)["securityContext"];
        Flag isSet = IsSet(context.Field);
        if (workload.IsWindows() || isSet == Flag.True)
        {
            return;
        }

        Field annotations = workload.PodMetadata["annotations"];
        bool isKnown = isSet != Flag.Unknown && annotations.Presence != Flag.Unknown;
        foreach (Container container in workload.Containers)
        {
            Flag own = IsSet(container["securityContext"]);
            if (isKnown && own == Flag.Unset && annotations[AppArmorAnnotation.Prefix + container.Name].IsUnset)
            {
                context["appArmorProfile"].Report($"neither appArmorProfile nor seLinuxOptions is set for {container}");
                return;
            }

            isKnown &= own != Flag.Unknown;
        }

        if (!isKnown)
        {
            context["appArmorProfile"].ReportUnknown();
        }
    }

    private static Flag IsSet(Field context)
    {
        Flag appArmor = context["appArmorProfile"].Presence, selinux = context["seLinuxOptions"].Presence;
        return appArmor == Flag.True || selinux == Flag.True ? Flag.True
            : appArmor == Flag.Unknown || selinux == Flag.Unknown ? Flag.Unknown
            : Flag.Unset;
    }

    private static void CheckAppArmorAnnotation(Workload workload, Inspection inspection)
    {
        foreach (FieldAt annotation in inspection.AtMetadata(workload)["annotations"].ReadMapEntries())
        {
            if (annotation.Name.StartsWith(AppArmorAnnotation.Prefix, StringComparison.Ordinal))
            {
                annotation.Report("the annotation is deprecated since Kubernetes 1.30; use the field appArmorProfile");
            }
        }
    }

    private static void CheckSELinuxLevel(FieldAt context)
    {
        FieldAt level = context["seLinuxOptions"]["level"];
        if (level.TryRead(out string text) && text.Contains(':', StringComparison.Ordinal))
        {
            level.Report($"the SELinux level '{level.Shown}' is fixed: all pods that have it share their files");
        }
    }

    private static void CheckSeccomp(FieldAt profile, string owner)
    {
        FieldAt type = profile["type"], file = profile["localhostProfile"];
        if (profile.IsUnset)
        {
            return;
        }

        if (profile.Presence == Flag.Unknown || !type.Field.TryGetText(out _) || !file.Field.TryGetText(out string path))
        {
            profile.ReportUnknown();
        }
        else if (type.IsUnset)
        {
            type.Report($"the seccomp profile of {owner} has no type");
        }
        else if (type.Text != "Localhost")
        {
            if (!file.IsUnset)
            {
                file.Report($"the seccomp profile of {owner} names a file though its type is {type.Shown}");
            }
        }
        else if (path.Length == 0)
        {
            file.Report($"the seccomp profile of {owner} has the type Localhost but names no file");
        }
        else if (path[0] == '/' || path.Split('/').Contains(".."))
        {
            file.Report($"the seccomp profile of {owner} is not a path below the kubelet's folder: '{file.Shown}'");
        }
    }

    private static void CheckSeccompAnnotation(Workload workload, Inspection inspection)
    {
        foreach (FieldAt annotation in inspection.AtMetadata(workload)["annotations"].ReadMapEntries())
        {
            if (annotation.Name == PodAnnotation || annotation.Name.StartsWith(ContainerPrefix, StringComparison.Ordinal))
            {
                annotation.Report("the annotation has no effect since Kubernetes 1.27; use the field seccompProfile");
            }
        }
    }
}
