using Rampart.Protocol.Values;
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
                "Pods name an AppArmor profile or SELinux options where nodes have either; what nobody names is whatever the node does by default.",
            Allowed = "appArmorProfile or seLinuxOptions at the pod or at every container",
            Fix = "set securityContext.appArmorProfile.type to RuntimeDefault; not on nodes without AppArmor, which would reject the pod",
            Guide = "AppArmor and SELinux",
            OtherIds = ["kubescape:C-0211", "kubesec:ApparmorAny", "polaris:linuxHardening"],
            Point = ChecklistPoint.AppArmorOrSELinux,
            Check = CheckAppArmorOrSELinux,
        },
        new WorkloadRule("RMP1114", "apparmor-annotation", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary =
                "AppArmor profiles are in securityContext.appArmorProfile; the annotation is deprecated since Kubernetes 1.30 and covers one container only.",
            Allowed = "the field appArmorProfile",
            Fix = "set securityContext.appArmorProfile at the pod and remove the annotation",
            Guide = "AppArmor and SELinux",
            Point = ChecklistPoint.AppArmorOrSELinux,
            Check = CheckAppArmorAnnotation,
        },
        AppArmorProfileValidRule.Descriptor,
        new WorkloadRule("RMP1116", "selinux-level-not-fixed", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "No pod has fixed SELinux categories: the runtime gives each pod its own, and pods that share a pair can read each other's files.",
            Allowed = "no seLinuxOptions.level, or one that no other workload has",
            Fix = "remove seLinuxOptions.level and let the container runtime choose",
            Guide = "AppArmor and SELinux",
            Check = static (workload, inspection) =>
            {
                CheckLevel(workload, workload.PodSpec["securityContext"], null, inspection);
                foreach (Container container in workload.Containers)
                {
                    CheckLevel(workload, container["securityContext"], container, inspection);
                }
            },
        },
        new WorkloadRule("RMP1117", "seccomp-profile-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary = "A seccomp profile names a file exactly when its type is Localhost, by a relative path: the API server rejects all else.",
            Allowed = "localhostProfile, a path below the kubelet's seccomp folder, exactly with type Localhost",
            Fix = "set localhostProfile with type Localhost, and remove it with every other type",
            Guide = "Pod-Level Security Context",
            Point = ChecklistPoint.SeccompProfile,
            Check = static (workload, inspection) =>
            {
                CheckSeccomp(workload, workload.PodSpec["securityContext"]["seccompProfile"], null, inspection);
                foreach (Container container in workload.Containers)
                {
                    CheckSeccomp(workload, container["securityContext"]["seccompProfile"], container, inspection);
                }
            },
        },
        new WorkloadRule("RMP1118", "seccomp-annotation", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "Seccomp profiles are in securityContext.seccompProfile; since Kubernetes 1.27 the annotations do nothing.",
            Allowed = "the field seccompProfile",
            Fix = "set securityContext.seccompProfile and remove the annotation",
            Guide = "Pod-Level Security Context",
            Point = ChecklistPoint.SeccompProfile,
            Check = CheckSeccompAnnotation,
        },
    ];

    private static void CheckAppArmorOrSELinux(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        if (workload.IsWindows() || Says(context) == Flag.True)
        {
            return;
        }

        Field annotations = workload.PodMetadata["annotations"];
        Flag all = Says(context) == Flag.Unknown || annotations.Presence == Flag.Unknown ? Flag.Unknown : Flag.False;
        foreach (Container container in workload.Containers)
        {
            Flag own = Says(container["securityContext"]);
            if (own == Flag.Unset && (annotations.IsUnset || annotations[AppArmorAnnotation.Prefix + container.Name].IsUnset))
            {
                if (all != Flag.Unknown)
                {
                    inspection.Broken(
                        workload.Object,
                        $"{workload.SpecPath}.securityContext.appArmorProfile",
                        $"neither appArmorProfile nor seLinuxOptions is set for {container}");
                    return;
                }
            }
            else if (own == Flag.Unknown)
            {
                all = Flag.Unknown;
            }
        }

        if (all == Flag.Unknown)
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.appArmorProfile");
        }
    }

    private static Flag Says(Field context)
    {
        Flag appArmor = context["appArmorProfile"].Presence, selinux = context["seLinuxOptions"].Presence;
        return appArmor == Flag.True || selinux == Flag.True ? Flag.True
            : appArmor == Flag.Unknown || selinux == Flag.Unknown ? Flag.Unknown
            : Flag.Unset;
    }

    private static void CheckAppArmorAnnotation(Workload workload, Inspection inspection)
    {
        Field annotations = workload.PodMetadata["annotations"];
        if (!annotations.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            inspection.Unknown(workload.Object, $"{workload.MetadataPath}.annotations");
        }

        foreach (Property property in properties)
        {
            if (property.Name.StartsWith(AppArmorAnnotation.Prefix, StringComparison.Ordinal))
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.MetadataPath}.annotations[{property.Name}]",
                    "the annotation is deprecated since Kubernetes 1.30; the field appArmorProfile took its place",
                    annotations.Below(property.Value).Shown);
            }
        }
    }

    private static void CheckLevel(Workload workload, Field context, Container? container, Inspection inspection)
    {
        Field level = context["seLinuxOptions"]["level"];
        if (level.IsUnset)
        {
            return;
        }

        string path = $"{container?.Path ?? workload.SpecPath}.securityContext.seLinuxOptions.level";
        if (!level.TryGetText(out string text))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (text.Contains(':', StringComparison.Ordinal))
        {
            inspection.Broken(workload.Object, path, $"the SELinux level '{level.Shown}' is fixed: all pods that have it share their files", level.Shown);
        }
    }

    private static void CheckSeccomp(Workload workload, Field profile, Container? container, Inspection inspection)
    {
        if (profile.IsUnset)
        {
            return;
        }

        string path = PathPool.Field(container?.Path ?? workload.SpecPath, "securityContext.seccompProfile");
        Field file = profile["localhostProfile"];
        if (profile.Presence == Flag.Unknown || !profile["type"].TryGetText(out string type) || !file.TryGetText(out string text))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (profile["type"].IsUnset)
        {
            inspection.Broken(workload.Object, $"{path}.type", $"the seccomp profile of {Who()} has no type");
        }
        else if (type != "Localhost")
        {
            if (!file.IsUnset)
            {
                inspection.Broken(
                    workload.Object, $"{path}.localhostProfile", $"the seccomp profile of {Who()} names a file though its type is {profile["type"].Shown}", file.Shown);
            }
        }
        else if (text.Length == 0)
        {
            inspection.Broken(workload.Object, $"{path}.localhostProfile", $"the seccomp profile of {Who()} is of type Localhost but names no file");
        }
        else if (text[0] == '/' || HasParent(text))
        {
            inspection.Broken(workload.Object, $"{path}.localhostProfile", $"the seccomp profile of {Who()} is no path below the kubelet's folder: '{file.Shown}'", file.Shown);
        }

        string Who() => container?.ToString() ?? "the pod";
    }

    private static bool HasParent(string path)
    {
        foreach (Range part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "..")
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckSeccompAnnotation(Workload workload, Inspection inspection)
    {
        Field annotations = workload.PodMetadata["annotations"];
        if (!annotations.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            inspection.Unknown(workload.Object, $"{workload.MetadataPath}.annotations");
        }

        foreach (Property property in properties)
        {
            if (property.Name == PodAnnotation || property.Name.StartsWith(ContainerPrefix, StringComparison.Ordinal))
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.MetadataPath}.annotations[{property.Name}]",
                    "the annotation does nothing since Kubernetes 1.27; the field seccompProfile took its place",
                    annotations.Below(property.Value).Shown);
            }
        }
    }
}
