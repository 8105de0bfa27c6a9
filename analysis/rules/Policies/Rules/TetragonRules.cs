using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about Tetragon policies.</summary>
internal static class TetragonRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new TracingPolicyRule("RMP6401", "tetragon-namespace", DiagnosticSeverity.Error)
        {
            Summary =
                "The namespaces that Tetragon matches are Linux namespaces; the API server rejects the name of a Kubernetes namespace there.",
            Allowed = "Uts, Ipc, Mnt, Pid, PidForChildren, Net, Time, TimeForChildren, Cgroup or User, with values",
            Fix = "use a TracingPolicyNamespaced in the namespace, or podSelector, and remove matchNamespaces",
            Check = static (item, inspection) =>
            {
                TracingPolicyRule.VisitHooks(item, inspection, static hook =>
                {
                    foreach (FieldAt selector in hook["selectors"].Items)
                    {
                        foreach (FieldAt match in selector["matchNamespaces"].Items)
                        {
                            CheckMatch(match);
                        }
                    }

                    return true;
                });
            },
        },
        new TracingPolicyRule("RMP6402", "tetragon-filters-caller", DiagnosticSeverity.Warning)
        {
            Summary =
                "A policy about started programs compares the file that starts; matchBinaries selects the calling program, so that NotIn "
                + "misses an intruder's program.",
            Allowed = "matchArgs on the file of security_bprm_check",
            Fix = "hook security_bprm_check and list the allowed files in matchArgs with NotEqual",
            Check = CheckTetragonCaller,
        },
        new TracingPolicyRule("RMP6403", "tetragon-whole-node", DiagnosticSeverity.Warning)
        {
            Summary =
                "A TracingPolicy selects its pods; without a selector it applies to every process of the node, even the node's own.",
            Allowed = "a TracingPolicyNamespaced, or podSelector, containerSelector or hostSelector",
            Fix = "use a TracingPolicyNamespaced with a podSelector",
            Check = CheckTetragonWholeNode,
        },
        new TracingPolicyRule("RMP6404", "tetragon-syscall-unset", DiagnosticSeverity.Info)
        {
            Summary =
                "A kprobe sets whether its function is a system call; the default is true, and Tetragon misreads the arguments of other functions.",
            Allowed = "syscall set",
            Fix = "set syscall to true for functions that start with sys_, and to false for all others",
            Check = static (item, inspection) =>
            {
                foreach (FieldAt hook in inspection.At(item)["spec"]["kprobes"].Items)
                {
                    if (hook["syscall"].IsUnset)
                    {
                        hook["syscall"].Report($"the kprobe on {hook["call"].Shown} does not set syscall");
                    }
                }
            },
        },
        new TracingPolicyRule("RMP6405", "tetragon-exec-call", DiagnosticSeverity.Info)
        {
            Summary =
                "Policies about started programs hook security_bprm_check; a program can use another system call, and change the name after Tetragon reads it.",
            Allowed = "security_bprm_check, or the LSM hook bprm_check_security",
            Fix = "hook security_bprm_check with an argument of type linux_binprm",
            Check = static (item, inspection) =>
            {
                foreach (FieldAt hook in inspection.At(item)["spec"]["kprobes"].Items)
                {
                    FieldAt call = hook["call"];
                    if (TracingPolicyRule.IsExecCall(call.Text))
                    {
                        call.Report($"{call.Shown} does not see every program that starts");
                    }
                }
            },
        },
        new TracingPolicyRule("RMP6406", "tetragon-host-selector", DiagnosticSeverity.Error)
        {
            Summary = "A TracingPolicyNamespaced selects pods of its namespace; Tetragon rejects one with a hostSelector.",
            Allowed = "no hostSelector in a TracingPolicyNamespaced",
            Fix = "remove hostSelector, or use a TracingPolicy",
            Check = static (item, inspection) =>
            {
                if (item.Kind == "TracingPolicyNamespaced" && !item.Spec["hostSelector"].IsUnset)
                {
                    inspection.At(item)["spec"]["hostSelector"].Report($"{item} cannot select nodes");
                }
            },
        },
    ];

    private static void CheckMatch(FieldAt match)
    {
        FieldAt name = match["namespace"];
        if (name.Field.TryGetText(out string text)
            && text is not ("Uts" or "Ipc" or "Mnt" or "Pid" or "PidForChildren" or "Net" or "Time" or "TimeForChildren" or "Cgroup" or "User"))
        {
            name.Report($"'{name.Shown}' is not a kind of Linux namespace; matchNamespaces does not select namespaces of Kubernetes");
        }

        if (Is.Empty.Ask(match["values"].Field) == Flag.True)
        {
            match["values"].Report("matchNamespaces has no values");
        }
    }

    private static void CheckTetragonCaller(KubernetesObject item, Inspection inspection) => TracingPolicyRule.VisitHooks(item, inspection, static hook =>
    {
        string call = hook["call"].Text;
        foreach (FieldAt selector in hook["selectors"].Items)
        {
            foreach (FieldAt binary in selector["matchBinaries"].Items)
            {
                FieldAt comparison = binary["operator"];
                if ((TracingPolicyRule.IsExecCall(call) || call == "security_bprm_check")
                    && selector["matchArgs"].IsUnset
                    && comparison.Text is "NotIn" or "NotPrefix" or "NotPostfix")
                {
                    binary.Report($"matchBinaries selects the program that calls {call}, so the programs that an allowed program starts are missed", comparison.Shown);
                }
            }
        }

        return true;
    });

    private static void CheckTetragonWholeNode(KubernetesObject item, Inspection inspection)
    {
        if (item.Kind != "TracingPolicy"
            || !item.Spec["podSelector"].IsUnset
            || !item.Spec["containerSelector"].IsUnset
            || !item.Spec["hostSelector"].IsUnset)
        {
            return;
        }

        TracingPolicyRule.VisitHooks(item, inspection, hook =>
        {
            bool isNarrowed = hook["selectors"].Items.Count > 0;
            foreach (FieldAt selector in hook["selectors"].Items)
            {
                isNarrowed &= !selector["matchWorkloads"].IsUnset || NamesLinuxNamespaces(selector["matchNamespaces"].Items);
            }

            if (!isNarrowed)
            {
                inspection.At(item)["spec"]["podSelector"].Report($"{item} selects every process of every node");
            }

            return isNarrowed;
        });
    }

    private static bool NamesLinuxNamespaces(FieldAt.ItemsAt matches)
    {
        bool hasValues = matches.Count > 0;
        foreach (FieldAt match in matches)
        {
            hasValues &= match["values"].Items.Count > 0;
        }

        return hasValues;
    }
}
