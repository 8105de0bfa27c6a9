using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>A rule about whom a RoleBinding or ClusterRoleBinding gives rights, and which.</summary>
internal abstract class BindingRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    internal sealed override void Check(Inspection inspection)
    {
        Check(inspection.Objects.OfKind(Permission.Group, "RoleBinding"), inspection);
        Check(inspection.Objects.OfKind(Permission.Group, "ClusterRoleBinding"), inspection);
    }

    /// <summary>Looks at a binding.</summary>
    protected abstract void Check(KubernetesObject binding, Inspection inspection);

    private void Check(IReadOnlyList<KubernetesObject> bindings, Inspection inspection)
    {
        foreach (KubernetesObject binding in bindings)
        {
            if (!BuiltInRoles.IsBuiltIn(binding))
            {
                Check(binding, inspection);
            }
        }
    }
}
