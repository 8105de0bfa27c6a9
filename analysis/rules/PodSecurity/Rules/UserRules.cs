using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about users and groups.</summary>
internal static class UserRules
{
    /// <summary>The lowest number that no scanner reports.</summary>
    public const int Lowest = 10001;

    private static readonly string[] HostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP1106", "user-and-group-set", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods set the user and the group that they run as, so that neither depends on the image; a group that is not set is often that of root.",
            Allowed = "runAsUser and runAsGroup at the pod or at every container; neither on OpenShift, which assigns them",
            Fix = "set securityContext.runAsUser and runAsGroup, e.g. to 65532",
            Guide = "Pod-Level Security Context",
            OtherIds =
            [
                "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubescape:C-0013", "kubesec:RunAsGroup",
                "kubesec:RunAsUser", "trivy:KSV-0020", "trivy:KSV-0021",
            ],
            Point = ChecklistPoint.NonRootContainers,
            Example = new(
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
                "Users and groups have numbers above 10000, where nodes have no accounts of their own: a process that breaks out is then nobody on the node.",
            Allowed = "numbers from 10001",
            Fix = "use a number from 10001, e.g. 65532",
            Guide = "Pod-Level Security Context",
            OtherIds =
            [
                "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubescape:C-0013", "kubesec:RunAsGroup",
                "kubesec:RunAsUser", "trivy:KSV-0020", "trivy:KSV-0021", "trivy:KSV-0116",
            ],
            Point = ChecklistPoint.NonRootContainers,
            Example = new(
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
            Example = new(
                """
                securityContext:
                  fsGroup: 0
                """,
                """
                securityContext:
                  fsGroup: 65532
                """,
                "Files that only the group 0 may read."),
            Check = CheckRootGroups,
        },
        new WorkloadRule("RMP1109", "fs-group-set", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods with volumes set the group that the files belong to, so that a program can read them without root and without permissions for everyone.",
            Allowed = "any fsGroup; none on OpenShift, which assigns it",
            Fix = "set securityContext.fsGroup to the group of runAsGroup",
            Guide = "Pod-Level Security Context",
            OtherIds = ["kubescape:C-0211"],
            Example = new(
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
            Check = CheckFsGroupSet,
        },
        new WorkloadRule("RMP1110", "fs-group-change-policy", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods that set fsGroup also set OnRootMismatch; otherwise the kubelet changes every file of a persistent volume at each start.",
            Allowed = "OnRootMismatch where fsGroup is set",
            Fix = "set securityContext.fsGroupChangePolicy to OnRootMismatch",
            Guide = "Pod-Level Security Context",
            OtherIds = ["kubescape:C-0211"],
            Example = new(
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
            Check = CheckFsGroupChangePolicy,
        },
        new WorkloadRule("RMP1119", "user-namespace", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "Pods have a user namespace of their own, in which every user, even root, is nobody on the node.",
            Allowed = "hostUsers false, where runtime and kernel support it",
            Fix = "set hostUsers to false where nodes support user namespaces (generally available since Kubernetes 1.36)",
            OtherIds = ["kubesec:HostUsers"],
            Example = new(
                """
                hostUsers: true
                """,
                """
                hostUsers: false
                """,
                "Nodes whose kernel, runtime or file systems lack support: the pod does not start there."),
            Check = static (workload, inspection) =>
            {
                if (!workload.IsWindows())
                {
                    inspection.At(workload)["hostUsers"].ReportIf(Is.NotFalse, "the pod shares the node's users: hostUsers is not false");
                }
            },
        },
        new WorkloadRule("RMP1120", "user-namespace-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                "A pod with its own user namespace shares no other namespace of the node, and only such a pod can have an unmasked /proc; the API server rejects any other.",
            Allowed = "hostUsers false without hostNetwork, hostPID and hostIPC; procMount Unmasked only with it",
            Fix = "remove hostNetwork, hostPID and hostIPC, or hostUsers",
            Example = new(
                """
                hostUsers: false
                hostNetwork: true
                """,
                """
                hostUsers: false
                """),
            Check = CheckUserNamespaceValid,
        },
    ];

    private static void CheckSet(Workload workload, string name, string consequence, Inspection inspection)
    {
        FieldAt ofPod = inspection.At(workload)["securityContext"][name];
        if (!ofPod.IsUnset)
        {
            ofPod.ReportIfUnknown();
            return;
        }

        foreach (Container container in workload.Containers)
        {
            FieldAt own = inspection.At(container)["securityContext"][name];
            if (own.IsUnset)
            {
                ofPod.Report($"{name} is not set: {container} {consequence}");
                return;
            }

            own.ReportIfUnknown();
        }
    }

    private static void CheckHigh(Workload workload, string name, string noun, Inspection inspection)
    {
        bool isInherited = workload.Containers.Count == 0;
        foreach (Container container in workload.Containers)
        {
            FieldAt own = inspection.At(container)["securityContext"][name];
            isInherited |= own.IsUnset;
            own.ReportIf(Is.LessThan(Lowest), $"{container} runs as {noun} {own.Shown}, which is below {Lowest}");
        }

        // Where every container has a number of its own, nothing runs with the pod's.
        if (isInherited)
        {
            FieldAt ofPod = inspection.At(workload)["securityContext"][name];
            ofPod.ReportIf(Is.LessThan(Lowest), $"the pod runs as {noun} {ofPod.Shown}, which is below {Lowest}");
        }
    }

    private static void CheckRootGroups(Workload workload, Inspection inspection)
    {
        FieldAt context = inspection.At(workload)["securityContext"];
        context["fsGroup"].ReportIf(Is.Number(0), "fsGroup is 0, the group of root");
        foreach (FieldAt group in context["supplementalGroups"].ReadItems())
        {
            group.ReportIf(Is.Number(0), "supplementalGroups has 0, the group of root");
        }
    }

    private static void CheckFsGroupSet(Workload workload, Inspection inspection)
    {
        FieldAt pod = inspection.At(workload), fsGroup = pod["securityContext"]["fsGroup"];
        if (workload.IsWindows() || (!fsGroup.IsUnset && !fsGroup.Field.IsUnknown))
        {
            return;
        }

        if (pod["volumes"].ReadItems().Count > 0)
        {
            fsGroup.ReportIf(Is.NoNumber, "fsGroup is not set: the files of volumes keep the group that they are created with");
        }
    }

    private static void CheckFsGroupChangePolicy(Workload workload, Inspection inspection)
    {
        FieldAt context = inspection.At(workload)["securityContext"], policy = context["fsGroupChangePolicy"];
        if (!context["fsGroup"].IsUnset)
        {
            policy.ReportIf(Is.NotText("OnRootMismatch"), $"fsGroupChangePolicy is {(policy.IsUnset ? "not set" : $"'{policy.Shown}'")}, not 'OnRootMismatch'");
        }
    }

    private static void CheckUserNamespaceValid(Workload workload, Inspection inspection)
    {
        FieldAt pod = inspection.At(workload);
        Flag hostUsers = pod["hostUsers"].Flag;
        if (hostUsers == Flag.False)
        {
            foreach (string name in HostNamespaces)
            {
                if (pod[name].Flag == Flag.True)
                {
                    pod[name].Report($"{name} is true though hostUsers is false");
                }
            }
        }
        else if (hostUsers != Flag.Unknown)
        {
            foreach (Container container in workload.Containers)
            {
                FieldAt procMount = inspection.At(container)["securityContext"]["procMount"];
                if (procMount.Text == "Unmasked")
                {
                    procMount.Report(
                        $"{container} has procMount Unmasked though hostUsers is not false", allowed: "Default", fix: "remove procMount, or set hostUsers to false");
                }
            }
        }
    }
}
