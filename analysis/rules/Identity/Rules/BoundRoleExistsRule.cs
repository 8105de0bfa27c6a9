using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5019: bindings give roles that exist, to somebody.</summary>
internal sealed class BoundRoleExistsRule()
    : Rule("RMP5019", "bound-role-exists", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override string Summary => "The Role that a binding gives is declared with it, and somebody has it: otherwise the binding does nothing, until somebody else makes the role.";

    public override string Allowed => "a Role with rules among the objects, and at least one subject";

    public override string Fix => "add the Role, correct roleRef or add the subject";

    internal override void Check(Inspection inspection)
    {
        foreach (KubernetesObject binding in inspection.Objects.OfKind(Permission.Group, "RoleBinding"))
        {
            // The control plane has roles of its own that others bind, e.g. to read the configuration of authentication.
            if (BuiltInRoles.IsBuiltIn(binding) || KubernetesNamespaces.IsOfControlPlane(binding.Place))
            {
                continue;
            }

            Field name = binding["roleRef"]["name"];
            if (binding["roleRef"]["kind"].Text == "Role" && name.Text.Length > 0)
            {
                KubernetesObject? role = inspection.Objects.Find(Permission.Group, "Role", binding.Place, name.Text);
                if (role is null && inspection.Objects.MayHoldMore(Permission.Group, "Role", binding.Place))
                {
                    inspection.UnknownNamespace(binding, "roleRef.name");
                }
                else if (role is null)
                {
                    inspection.Broken(binding, "roleRef.name", $"Role '{name.Shown}', which RoleBinding '{binding.Name}' gives, is not in these objects", name.Shown);
                }
                else if (role["rules"].TryGetItems(out FieldItems rules) && rules.Count == 0)
                {
                    inspection.Broken(binding, "roleRef.name", $"Role '{name.Shown}', which RoleBinding '{binding.Name}' gives, allows nothing", name.Shown);
                }
            }

            if (binding["subjects"].TryGetItems(out FieldItems subjects) && subjects.Count == 0)
            {
                inspection.Broken(binding, "subjects", $"RoleBinding '{binding.Name}' gives its role to nobody");
            }
        }
    }
}
