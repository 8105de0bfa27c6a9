using System.Globalization;
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

    /// <summary>Looks at a policy.</summary>
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

    /// <summary>The hooks of a policy with their paths.</summary>
    public static List<(string Path, Field Hook)> HooksOf(KubernetesObject item)
    {
        List<(string Path, Field Hook)> hooks = [];
        foreach (string list in HookLists)
        {
            _ = item.Spec[list].TryGetItems(out FieldItems items);
            for (int i = 0; i < items.Count; i++)
            {
                hooks.Add((string.Create(CultureInfo.InvariantCulture, $"spec.{list}[{i}]"), items[i]));
            }
        }

        return hooks;
    }

    /// <summary>The items of a list below a hook or selector; none while they are not known.</summary>
    public static FieldItems ItemsOf(Field parent, string list)
    {
        _ = parent[list].TryGetItems(out FieldItems items);
        return items;
    }

    /// <summary>Whether a hook is the call by which a program starts another.</summary>
    public static bool IsExecCall(string call) =>
        call is "sys_execve" or "sys_execveat" or "__x64_sys_execve" or "__x64_sys_execveat" or "__arm64_sys_execve" or "__arm64_sys_execveat";
}
