using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>A rule about the subjects and the role of a RoleBinding or ClusterRoleBinding.</summary>
internal sealed class BindingRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    /// <summary>Checks a binding.</summary>
    public required Action<KubernetesObject, Inspection> Check { get; init; }

    internal override void Run(Inspection inspection)
    {
        Run(inspection.Objects.OfKind(Permission.Group, "RoleBinding"), inspection);
        Run(inspection.Objects.OfKind(Permission.Group, "ClusterRoleBinding"), inspection);
    }

    private void Run(IReadOnlyList<KubernetesObject> bindings, Inspection inspection)
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
