using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one policy of Tetragon at a time.</summary>
internal sealed class TracingPolicyRule : Rule
{
    private const string Group = "cilium.io";

    private static readonly string[] HookLists = ["fentries", "kprobes", "lsmhooks", "tracepoints", "uprobes", "usdts"];

    public TracingPolicyRule(string id, string name, DiagnosticSeverity severity)
        : base(id, name, RuleCategory.Policies, severity) => Guide = "Tetragon Policies";

    /// <summary>Checks a policy.</summary>
    public required Action<KubernetesObject, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind(Group, "TracingPolicy"))
        {
            Check(item, inspection);
        }

        foreach (KubernetesObject item in inspection.Objects.OfKind(Group, "TracingPolicyNamespaced"))
        {
            Check(item, inspection);
        }
    }

    /// <summary>Checks the hooks of a policy, each with its path.</summary>
    /// <param name="item">The policy.</param>
    /// <param name="inspection">What the rule reports to.</param>
    /// <param name="visit">The check; false ends the visit.</param>
    public static void VisitHooks(KubernetesObject item, Inspection inspection, Func<FieldAt, bool> visit)
    {
        foreach (string list in HookLists)
        {
            foreach (FieldAt hook in inspection.At(item)["spec"][list].Items)
            {
                if (!visit(hook))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Whether a hook is a system call that starts a program.</summary>
    public static bool IsExecCall(string call) =>
        call is "sys_execve" or "sys_execveat" or "__x64_sys_execve" or "__x64_sys_execveat" or "__arm64_sys_execve" or "__arm64_sys_execveat";
}
