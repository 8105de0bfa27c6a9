using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about users and groups.</summary>
internal static class UserRules
{
    /// <summary>The lowest number that no scanner objects to.</summary>
    public const int Lowest = 10001;

    private static readonly string[] HostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP1106", "user-and-group-set", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods say the user and the group that they run as, so neither depends on the image; a group that nobody says is often that of root.",
            Allowed = "runAsUser and runAsGroup at the pod or at every container; neither on OpenShift, which assigns them",
            Fix = "set securityContext.runAsUser and runAsGroup, e.g. to 65532",
            Guide = "Pod-Level Security Context",
            OtherIds =
            [
                "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubescape:C-0013", "kubesec:RunAsGroup",
                "kubesec:RunAsUser", "trivy:KSV-0020", "trivy:KSV-0021",
            ],
            Point = ChecklistPoint.NonRootContainers,
            Check = static (workload, inspection) =>
            {
                if (!workload.IsWindows())
                {
                    CheckSet(workload, "runAsUser", "runs as the user that its image names", inspection);
                    CheckSet(workload, "runAsGroup", "runs in the group that its image names, or in root's", inspection);
                }
            },
        },
        new WorkloadRule("RMP1107", "high-user-and-group", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary =
                "Users and groups have numbers above 10000, where nodes have no accounts of their own: who breaks out is then nobody there.",
            Allowed = "numbers from 10001",
            Fix = "use a number from 10001, e.g. 65532",
            Guide = "Pod-Level Security Context",
            OtherIds =
            [
                "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubescape:C-0013", "kubesec:RunAsGroup",
                "kubesec:RunAsUser", "trivy:KSV-0020", "trivy:KSV-0021", "trivy:KSV-0116",
            ],
            Point = ChecklistPoint.NonRootContainers,
            Check = static (workload, inspection) =>
            {
                CheckHigh(workload, "runAsUser", "user", inspection);
                CheckHigh(workload, "runAsGroup", "group", inspection);
            },
        },
        new WorkloadRule("RMP1108", "no-root-groups", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "No pod joins group 0, which many files of nodes and images belong to.",
            Allowed = "fsGroup and supplementalGroups other than 0",
            Fix = "use a group from 10001, or remove the field",
            Guide = "Pod-Level Security Context",
            OtherIds = ["kubescape:C-0211", "trivy:KSV-0116"],
            Point = ChecklistPoint.NonRootContainers,
            Check = CheckRootGroups,
        },
        new WorkloadRule("RMP1109", "fs-group-set", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods with volumes say the group that the files belong to, so they can be read without root and without permissions for all.",
            Allowed = "any fsGroup; none on OpenShift, which assigns it",
            Fix = "set securityContext.fsGroup to the group of runAsGroup",
            Guide = "Pod-Level Security Context",
            OtherIds = ["kubescape:C-0211"],
            Check = CheckFsGroupSet,
        },
        new WorkloadRule("RMP1110", "fs-group-change-policy", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods that say fsGroup also say OnRootMismatch: otherwise each start walks through all files of persistent volumes.",
            Allowed = "OnRootMismatch where fsGroup is set",
            Fix = "set securityContext.fsGroupChangePolicy to OnRootMismatch",
            Guide = "Pod-Level Security Context",
            OtherIds = ["kubescape:C-0211"],
            Check = CheckFsGroupChangePolicy,
        },
        new WorkloadRule("RMP1119", "user-namespace", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "Pods have a user namespace of their own, in which every user, root too, is nobody on the node.",
            Allowed = "hostUsers false, where runtime and kernel support it",
            Fix = "set hostUsers to false where nodes support user namespaces (generally available since Kubernetes 1.36)",
            OtherIds = ["kubesec:HostUsers"],
            Check = CheckUserNamespace,
        },
        new WorkloadRule("RMP1120", "user-namespace-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                "A pod with its own user namespace shares no other one of the node, and only such a pod has an unmasked /proc: the API server rejects all else.",
            Allowed = "hostUsers false without hostNetwork, hostPID and hostIPC; procMount Unmasked only with it",
            Fix = "remove hostNetwork, hostPID and hostIPC, or hostUsers",
            Check = CheckUserNamespaceValid,
        },
    ];

    private static void CheckSet(Workload workload, string field, string consequence, Inspection inspection)
    {
        Field ofPod = workload.PodSpec["securityContext"][field];
        if (!ofPod.IsUnset)
        {
            if (ofPod.IsUnknown)
            {
                inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.{field}");
            }

            return;
        }

        foreach (Container container in workload.Containers)
        {
            Field own = container["securityContext"][field];
            if (own.IsUnset)
            {
                inspection.Broken(workload.Object, $"{workload.SpecPath}.securityContext.{field}", $"{field} is not set: {container} {consequence}");
                return;
            }

            if (own.IsUnknown)
            {
                inspection.Unknown(workload.Object, $"{container.Path}.securityContext.{field}");
            }
        }
    }

    private static void CheckHigh(Workload workload, string name, string noun, Inspection inspection)
    {
        bool isTaken = workload.Containers.Count == 0;
        foreach (Container container in workload.Containers)
        {
            isTaken |= container["securityContext"][name].IsUnset;
            CheckHigh(workload, container["securityContext"], container, name, noun, inspection);
        }

        // Where every container has a number of its own, the pod's is nobody's.
        if (isTaken)
        {
            CheckHigh(workload, workload.PodSpec["securityContext"], null, name, noun, inspection);
        }
    }

    private static void CheckHigh(Workload workload, Field context, Container? container, string name, string noun, Inspection inspection)
    {
        Field field = context[name];
        if (field.IsUnset || (field.TryGetInteger(out double number) && number >= Lowest))
        {
            return;
        }

        string path = $"{container?.Path ?? workload.SpecPath}.securityContext.{name}";
        if (field.TryGetInteger(out number))
        {
            string who = container is null ? "the pod" : container.ToString();
            inspection.Broken(
                workload.Object, path, string.Create(CultureInfo.InvariantCulture, $"{who} runs as {noun} {field.Shown}, which is below {Lowest}"), field.Shown);
        }
        else
        {
            inspection.Unknown(workload.Object, path);
        }
    }

    private static void CheckRootGroups(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        Field fsGroup = context["fsGroup"];
        if (!fsGroup.TryGetInteger(out double number))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.fsGroup");
        }
        else if (number == 0 && !fsGroup.IsUnset)
        {
            inspection.Broken(workload.Object, $"{workload.SpecPath}.securityContext.fsGroup", "fsGroup is 0, the group of root", fsGroup.Shown);
        }

        if (!context["supplementalGroups"].TryGetItems(out FieldItems groups))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.securityContext.supplementalGroups");
        }

        for (int i = 0; i < groups.Count; i++)
        {
            if (groups[i].TryGetInteger(out double group) && group != 0)
            {
                continue;
            }

            string path = PathPool.Item(workload.SpecPath, "securityContext.supplementalGroups", i);
            if (groups[i].IsUnset || !groups[i].TryGetInteger(out _))
            {
                inspection.Unknown(workload.Object, path);
            }
            else
            {
                inspection.Broken(workload.Object, path, "supplementalGroups has 0, the group of root", groups[i].Shown);
            }
        }
    }

    private static void CheckFsGroupSet(Workload workload, Inspection inspection)
    {
        Field fsGroup = workload.PodSpec["securityContext"]["fsGroup"];
        if (workload.IsWindows() || (!fsGroup.IsUnset && !fsGroup.IsUnknown))
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "securityContext.fsGroup");
        if (!workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.volumes");
        }
        else if (volumes.Count > 0)
        {
            if (fsGroup.IsUnknown)
            {
                inspection.Unknown(workload.Object, path);
            }
            else
            {
                inspection.Broken(workload.Object, path, "fsGroup is not set: the files of volumes keep the group that they are made with");
            }
        }
    }

    private static void CheckFsGroupChangePolicy(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        if (context["fsGroup"].IsUnset)
        {
            return;
        }

        Field policy = context["fsGroupChangePolicy"];
        string text = policy.Text;
        if (text == "OnRootMismatch")
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "securityContext.fsGroupChangePolicy");
        if (!policy.TryGetText(out _))
        {
            inspection.Unknown(workload.Object, path);
        }
        else
        {
            string value = policy.IsUnset ? "not set" : $"'{policy.Shown}'";
            inspection.Broken(workload.Object, path, $"fsGroupChangePolicy is {value}, not 'OnRootMismatch'", policy.Shown);
        }
    }

    private static void CheckUserNamespace(Workload workload, Inspection inspection)
    {
        if (workload.IsWindows())
        {
            return;
        }

        switch (workload.PodSpec["hostUsers"].Flag)
        {
            case Flag.Unknown:
                inspection.Unknown(workload.Object, $"{workload.SpecPath}.hostUsers");
                break;
            case Flag.True:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.hostUsers", "the pod shares the node's users: hostUsers is true", "true");
                break;
            case Flag.Unset:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.hostUsers", "the pod shares the node's users: hostUsers is not false");
                break;
        }
    }

    private static void CheckUserNamespaceValid(Workload workload, Inspection inspection)
    {
        Flag hostUsers = workload.PodSpec["hostUsers"].Flag;
        if (hostUsers == Flag.False)
        {
            foreach (string name in HostNamespaces)
            {
                if (workload.PodSpec[name].Flag == Flag.True)
                {
                    inspection.Broken(workload.Object, $"{workload.SpecPath}.{name}", $"{name} is true though hostUsers is false", "true");
                }
            }
        }
        else if (hostUsers != Flag.Unknown)
        {
            foreach (Container container in workload.Containers)
            {
                if (container["securityContext"]["procMount"].Text == "Unmasked")
                {
                    inspection.Broken(
                        workload.Object, $"{container.Path}.securityContext.procMount", $"{container} has procMount Unmasked though hostUsers is not false", "Unmasked",
                        "Default", "remove procMount, or set hostUsers to false");
                }
            }
        }
    }
}
