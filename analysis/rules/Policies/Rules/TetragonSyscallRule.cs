using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6404: hooks of Tetragon say whether they are system calls.</summary>
internal sealed class TetragonSyscallRule()
    : TracingPolicyRule("RMP6404", "tetragon-syscall-unset", DiagnosticSeverity.Info)
{
    public override string Summary =>
        "A kprobe says whether its function is a system call; the default is true, and arguments of other functions would be read wrongly.";

    public override string Allowed => "syscall set";

    public override string Fix => "set syscall to true for functions that start with sys_, and to false for all others";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        FieldItems hooks = ItemsOf(item.Spec, "kprobes");
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
    }
}
