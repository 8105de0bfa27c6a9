using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about policies of Tetragon.</summary>
internal static class TetragonRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new TracingPolicyRule("RMP6401", "tetragon-namespace", DiagnosticSeverity.Error)
        {
            Summary =
                "The namespaces that Tetragon matches are those of Linux; the API server rejects the name of a Kubernetes namespace there.",
            Allowed = "Uts, Ipc, Mnt, Pid, PidForChildren, Net, Time, TimeForChildren, Cgroup or User, with values",
            Fix = "use a TracingPolicyNamespaced in the namespace, or podSelector, and remove matchNamespaces",
            Check = static (item, inspection) =>
            {
                foreach ((string path, Field hook) in TracingPolicyRule.HooksOf(item))
                {
                    FieldItems selectors = TracingPolicyRule.ItemsOf(hook, "selectors");
                    for (int i = 0; i < selectors.Count; i++)
                    {
                        FieldItems matches = TracingPolicyRule.ItemsOf(selectors[i], "matchNamespaces");
                        for (int j = 0; j < matches.Count; j++)
                        {
                            CheckMatch(item, string.Create(CultureInfo.InvariantCulture, $"{path}.selectors[{i}].matchNamespaces[{j}]"), matches[j], inspection);
                        }
                    }
                }
            },
        },
        new TracingPolicyRule("RMP6402", "tetragon-filters-caller", DiagnosticSeverity.Warning)
        {
            Summary =
                "A policy about programs that are started compares the file that is started; matchBinaries is about the one that calls, so an "
                + "intruder's program goes past NotIn.",
            Allowed = "matchArgs on the file of security_bprm_check",
            Fix = "hook security_bprm_check and list the allowed files in matchArgs with NotEqual",
            Check = CheckTetragonCaller,
        },
        new TracingPolicyRule("RMP6403", "tetragon-whole-node", DiagnosticSeverity.Warning)
        {
            Summary =
                "A TracingPolicy says which pods it is about; without a selector it is about every process of the node, those of the node itself too.",
            Allowed = "a TracingPolicyNamespaced, or podSelector, containerSelector or hostSelector",
            Fix = "use a TracingPolicyNamespaced with a podSelector",
            Check = CheckTetragonWholeNode,
        },
        new TracingPolicyRule("RMP6404", "tetragon-syscall-unset", DiagnosticSeverity.Info)
        {
            Summary =
                "A kprobe says whether its function is a system call; the default is true, and arguments of other functions would be read wrongly.",
            Allowed = "syscall set",
            Fix = "set syscall to true for functions that start with sys_, and to false for all others",
            Check = static (item, inspection) =>
            {
                FieldItems hooks = TracingPolicyRule.ItemsOf(item.Spec, "kprobes");
                for (int i = 0; i < hooks.Count; i++)
                {
                    if (hooks[i]["syscall"].IsUnset)
                    {
                        inspection.Broken(
                            item,
                            string.Create(CultureInfo.InvariantCulture, $"spec.kprobes[{i}].syscall"),
                            $"the kprobe on {hooks[i]["call"].Shown} does not say whether it is a system call");
                    }
                }
            },
        },
        new TracingPolicyRule("RMP6405", "tetragon-exec-call", DiagnosticSeverity.Info)
        {
            Summary =
                "Policies about started programs hook security_bprm_check; a program may use another call, and change the name after it was read.",
            Allowed = "security_bprm_check, or the LSM hook bprm_check_security",
            Fix = "hook security_bprm_check with an argument of type linux_binprm",
            Check = static (item, inspection) =>
            {
                FieldItems hooks = TracingPolicyRule.ItemsOf(item.Spec, "kprobes");
                for (int i = 0; i < hooks.Count; i++)
                {
                    Field call = hooks[i]["call"];
                    if (TracingPolicyRule.IsExecCall(call.Text))
                    {
                        string path = string.Create(CultureInfo.InvariantCulture, $"spec.kprobes[{i}].call");
                        inspection.Broken(item, path, $"{call.Shown} does not see all programs that are started", call.Shown);
                    }
                }
            },
        },
        new TracingPolicyRule("RMP6406", "tetragon-host-selector", DiagnosticSeverity.Error)
        {
            Summary = "A TracingPolicyNamespaced is about the pods of its namespace; Tetragon refuses one with a hostSelector.",
            Allowed = "no hostSelector in a TracingPolicyNamespaced",
            Fix = "remove hostSelector, or use a TracingPolicy",
            Check = static (item, inspection) =>
            {
                if (item.Kind == "TracingPolicyNamespaced" && !item.Spec["hostSelector"].IsUnset)
                {
                    inspection.Broken(item, "spec.hostSelector", $"{item} may not select nodes");
                }
            },
        },
    ];

    private static void CheckMatch(KubernetesObject item, string path, Field match, Inspection inspection)
    {
        Field name = match["namespace"];
        if (name.TryGetText(out string text)
            && text is not ("Uts" or "Ipc" or "Mnt" or "Pid" or "PidForChildren" or "Net" or "Time" or "TimeForChildren" or "Cgroup" or "User"))
        {
            inspection.Broken(
                item, $"{path}.namespace", $"'{name.Shown}' is no kind of Linux namespace; matchNamespaces does not know those of Kubernetes", name.Shown);
        }

        if (match["values"].TryGetItems(out FieldItems values) && values.Count == 0)
        {
            inspection.Broken(item, $"{path}.values", "matchNamespaces has no values");
        }
    }

    private static void CheckTetragonCaller(KubernetesObject item, Inspection inspection)
    {
        foreach ((string path, Field hook) in TracingPolicyRule.HooksOf(item))
        {
            string call = hook["call"].Text;
            if (!TracingPolicyRule.IsExecCall(call) && call != "security_bprm_check")
            {
                continue;
            }

            FieldItems selectors = TracingPolicyRule.ItemsOf(hook, "selectors");
            for (int i = 0; i < selectors.Count; i++)
            {
                FieldItems binaries = TracingPolicyRule.ItemsOf(selectors[i], "matchBinaries");
                for (int j = 0; j < binaries.Count && selectors[i]["matchArgs"].IsUnset; j++)
                {
                    if (binaries[j]["operator"].Text is "NotIn" or "NotPrefix" or "NotPostfix")
                    {
                        inspection.Broken(
                            item,
                            string.Create(CultureInfo.InvariantCulture, $"{path}.selectors[{i}].matchBinaries[{j}]"),
                            $"matchBinaries is about the program that calls {call}, so what an allowed program starts goes past",
                            binaries[j]["operator"].Shown);
                    }
                }
            }
        }
    }

    private static void CheckTetragonWholeNode(KubernetesObject item, Inspection inspection)
    {
        if (item.Kind != "TracingPolicy"
            || !item.Spec["podSelector"].IsUnset
            || !item.Spec["containerSelector"].IsUnset
            || !item.Spec["hostSelector"].IsUnset)
        {
            return;
        }

        foreach ((_, Field hook) in TracingPolicyRule.HooksOf(item))
        {
            FieldItems selectors = TracingPolicyRule.ItemsOf(hook, "selectors");
            bool isNarrowed = selectors.Count > 0;
            foreach (Field selector in selectors)
            {
                isNarrowed &= !selector["matchWorkloads"].IsUnset || NamesLinuxNamespaces(selector);
            }

            if (!isNarrowed)
            {
                inspection.Broken(item, "spec.podSelector", $"{item} is about every process of every node");
                return;
            }
        }
    }

    private static bool NamesLinuxNamespaces(Field selector)
    {
        FieldItems matches = TracingPolicyRule.ItemsOf(selector, "matchNamespaces");
        bool hasValues = matches.Count > 0;
        foreach (Field match in matches)
        {
            hasValues &= match["values"].TryGetItems(out FieldItems values) && values.Count > 0;
        }

        return hasValues;
    }
}
