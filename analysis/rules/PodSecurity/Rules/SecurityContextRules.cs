using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about security contexts.</summary>
internal static class SecurityContextRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP1111", "pod-defaults", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "The pod, not only its containers, says runAsNonRoot and seccompProfile, so containers that are injected or debug it inherit them.",
            Allowed = "runAsNonRoot true and seccompProfile at the pod",
            Fix = "set securityContext.runAsNonRoot and seccompProfile at the pod too",
            Guide = "Pod-Level Security Context",
            OtherIds = ["checkov:CKV_K8S_29", "trivy:KSV-0118"],
            Point = ChecklistPoint.PodSecurityStandards,
            Example = new(
                """
                containers:
                - name: app
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                """,
                """
                securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                """),
            Check = static (workload, inspection) =>
            {
                FieldAt context = inspection.At(workload)["securityContext"];
                if (context["runAsNonRoot"].IsUnset && AllSay(workload, "runAsNonRoot"))
                {
                    context["runAsNonRoot"].Report("only the containers say runAsNonRoot, so others that join the pod may run as root");
                }

                if (!workload.IsWindows() && context["seccompProfile"].IsUnset && AllSay(workload, "seccompProfile"))
                {
                    context["seccompProfile"].Report("only the containers say seccompProfile, so others that join the pod have none");
                }
            },
        },
        new ContainerRule("RMP1112", "container-security-context", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Every container says runAsNonRoot itself, so it still holds when the container moves to another pod or the pod's context changes.",
            Allowed = "runAsNonRoot at the container too",
            Fix = "set securityContext.runAsNonRoot to true at the container",
            Guide = "Container-Level Security Context",
            OtherIds = ["checkov:CKV_K8S_30", "trivy:KSV-0118"],
            Point = ChecklistPoint.NonRootContainers,
            Example = new(
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
            Check = static (container, inspection) =>
            {
                FieldAt own = inspection.At(container)["securityContext"]["runAsNonRoot"];

                // Where the pod says nothing either, the standard speaks.
                if (!own.IsUnset || container.Workload.PodSpec["securityContext"]["runAsNonRoot"].Flag == Flag.True)
                {
                    own.ReportIf(Is.NoBoolean, $"{container} leaves runAsNonRoot to the pod");
                }
            },
        },
        new ContainerRule("RMP1121", "privilege-contradiction", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                "No container is privileged, or adds CAP_SYS_ADMIN, and forbids privilege escalation as well: the API server rejects the contradiction.",
            Allowed = "allowPrivilegeEscalation false without privileged and without CAP_SYS_ADMIN",
            Fix = "remove privileged and CAP_SYS_ADMIN",
            Guide = "Container-Level Security Context",
            Example = new(
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
            Check = CheckPrivilegeContradiction,
        },
        new WorkloadRule("RMP1123", "no-host-aliases", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "Pods do not bend names: an entry in /etc/hosts sends a program elsewhere without a trace in DNS.",
            Allowed = "no hostAliases",
            Fix = "remove hostAliases and use DNS",
            OtherIds = ["kubesec:HostAliases", "trivy:KSV-0007"],
            Example = new(
                """
                hostAliases:
                - {ip: 10.0.0.1, hostnames: [db.internal]}
                """,
                """
                enableServiceLinks: false
                """,
                "Names that only the alias knew."),
            Check = static (workload, inspection) => inspection.At(workload)["hostAliases"].ReportIf(Is.NotEmpty, "the pod resolves names by hostAliases"),
        },
        new WorkloadRule("RMP1124", "no-shared-processes", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Containers of a pod do not see each other's processes, through which they would reach each other's memory, environment and files.",
            Allowed = "shareProcessNamespace false or unset",
            Fix = "remove shareProcessNamespace",
            Example = new(
                """
                shareProcessNamespace: true
                """,
                """
                shareProcessNamespace: false
                """,
                "Sidecars that signal or trace processes of other containers."),
            Check = static (workload, inspection) =>
                inspection.At(workload)["shareProcessNamespace"].ReportIf(Is.True, "the containers of the pod see each other's processes"),
        },
        new ContainerRule("RMP1127", "unprivileged-ports", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "Containers listen on ports from 1024, for which they need neither root nor a capability; a Service can offer any port.",
            Allowed = "containerPort from 1024",
            Fix = "let the program listen on a port from 1024 and keep the old one as the port of the Service",
            OtherIds = ["kube-linter:privileged-ports", "trivy:KSV-0117"],
            Example = new(
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
            Check = CheckUnprivilegedPorts,
        },
        new ContainerRule("RMP1128", "no-ssh-port", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "No container listens on port 22: a shell from outside goes past the API server and its audit log.",
            Allowed = "any containerPort but 22",
            Fix = "remove the SSH server and use kubectl exec or kubectl debug",
            OtherIds = ["kube-linter:ssh-port"],
            Example = new(
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
            Check = CheckSshPort,
        },
    ];

    // Where a container says nothing either, the standard speaks.
    private static bool AllSay(Workload workload, string field)
    {
        foreach (Container container in workload.Containers)
        {
            Field own = container["securityContext"][field];
            if (own.IsUnset || own.IsUnknown)
            {
                return false;
            }
        }

        return workload.Containers.Count > 0;
    }

    private static void CheckPrivilegeContradiction(Container container, Inspection inspection)
    {
        FieldAt context = inspection.At(container)["securityContext"];
        if (context["allowPrivilegeEscalation"].Flag != Flag.False)
        {
            return;
        }

        if (context["privileged"].Flag == Flag.True)
        {
            context["privileged"].Report($"{container} is privileged though allowPrivilegeEscalation is false");
        }

        FieldAt added = context["capabilities"]["add"];
        foreach (FieldAt capability in added.Items)
        {
            // The API server compares with this literal only; the usual spelling without CAP_ gets through.
            if (capability.Text == "CAP_SYS_ADMIN")
            {
                added.Report($"{container} adds CAP_SYS_ADMIN though allowPrivilegeEscalation is false", capability.Shown);
            }
        }
    }

    private static void CheckUnprivilegedPorts(Container container, Inspection inspection)
    {
        foreach (FieldAt item in inspection.At(container)["ports"].ReadItems())
        {
            FieldAt port = item["containerPort"];

            // Port 22 has a rule of its own.
            if (port.Field.TryGetInteger(out double number) && number is > 0 and < 1024 and not 22)
            {
                port.Report($"{container} listens on port {port.Shown}, which is below 1024");
            }
        }
    }

    private static void CheckSshPort(Container container, Inspection inspection)
    {
        foreach (FieldAt item in inspection.At(container)["ports"].ReadItems())
        {
            FieldAt port = item["containerPort"];
            if (port.Field.TryGetInteger(out double number) && number == 22)
            {
                port.Report($"{container} listens on port 22, that of SSH");
            }
        }
    }
}
