using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>A rule about one policy of Tetragon at a time.</summary>
internal abstract class TracingPolicyRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Policies, severity)
{
    private const string Group = "cilium.io";

    private static readonly string[] HookLists = ["fentries", "kprobes", "lsmhooks", "tracepoints", "uprobes", "usdts"];

    public sealed override string Guide => "Tetragon Policies";

    internal sealed override void Check(Inspection inspection)
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

    /// <summary>Looks at a policy.</summary>
    protected abstract void Check(KubernetesObject item, Inspection inspection);

    /// <summary>The hooks of a policy with their paths.</summary>
    private protected static List<(string Path, Field Hook)> HooksOf(KubernetesObject item)
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
    private protected static FieldItems ItemsOf(Field parent, string list)
    {
        _ = parent[list].TryGetItems(out FieldItems items);
        return items;
    }

    /// <summary>Whether a hook is the call by which a program starts another.</summary>
    private protected static bool IsExecCall(string call) =>
        call is "sys_execve" or "sys_execveat" or "__x64_sys_execve" or "__x64_sys_execveat" or "__arm64_sys_execve" or "__arm64_sys_execveat";
}
