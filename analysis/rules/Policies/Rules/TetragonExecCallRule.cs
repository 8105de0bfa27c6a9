using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6405: started programs are watched where none goes past.</summary>
internal sealed class TetragonExecCallRule()
    : TracingPolicyRule("RMP6405", "tetragon-exec-call", DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Policies about started programs hook security_bprm_check; a program may use another call, and change the name after it was read.";

    public override string Allowed => "security_bprm_check, or the LSM hook bprm_check_security";

    public override string Fix => "hook security_bprm_check with an argument of type linux_binprm";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        FieldItems hooks = ItemsOf(item.Spec, "kprobes");
        for (int i = 0; i < hooks.Count; i++)
        {
            Field call = hooks[i]["call"];
            if (IsExecCall(call.Text))
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"spec.kprobes[{i}].call");
                inspection.Broken(item, path, $"{call.Shown} does not see all programs that are started", call.Shown);
            }
        }
    }
}
