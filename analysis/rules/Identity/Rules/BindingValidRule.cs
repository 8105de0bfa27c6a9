using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5018: the API server takes what bindings say.</summary>
internal sealed class BindingValidRule()
    : BindingRule("RMP5018", "binding-valid", DiagnosticSeverity.Error)
{
    private static readonly string[] RoleFields = ["kind", "name"];

    public override string Summary => "Bindings name a role and, with kind and name, who has it: the API server rejects all else.";

    public override string Allowed => "roleRef, of a ClusterRole in a ClusterRoleBinding, and subjects with kind and name; accounts in a ClusterRoleBinding with namespace";

    public override string Fix => "complete roleRef and subjects";

    protected override void Check(KubernetesObject binding, Inspection inspection)
    {
        foreach (string field in RoleFields)
        {
            if (binding["roleRef"][field].IsUnset)
            {
                inspection.Broken(binding, $"roleRef.{field}", $"the role that {binding.Kind} '{binding.Name}' gives has no {field}");
            }
        }

        Field kind = binding["roleRef"]["kind"];
        if (kind.Text.Length > 0 && kind.Text != "ClusterRole" && !(kind.Text == "Role" && binding.Kind == "RoleBinding"))
        {
            inspection.Broken(binding, "roleRef.kind", $"{binding.Kind} '{binding.Name}' gives a {kind.Shown}, which it cannot", kind.Shown);
        }

        binding["subjects"].TryGetItems(out FieldItems subjects);
        for (int i = 0; i < subjects.Count; i++)
        {
            Field subject = subjects[i];
            string? missing = subject["kind"].IsUnset ? "kind"
                : subject["name"].IsUnset ? "name"
                : binding.Kind == "ClusterRoleBinding" && subject["kind"].Text == "ServiceAccount" && subject["namespace"].IsUnset ? "namespace"
                : null;
            if (missing is not null)
            {
                inspection.Broken(
                    binding,
                    string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].{missing}"),
                    $"a subject of {binding.Kind} '{binding.Name}' has no {missing}");
            }
        }
    }
}
