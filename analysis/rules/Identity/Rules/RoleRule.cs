using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>A rule about what one entry of a Role or ClusterRole allows.</summary>
internal sealed class RoleRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    private static readonly string[] Lists = ["verbs", "apiGroups", "resources"];

    /// <summary>Checks an entry; values that are not known are in none of its lists.</summary>
    public delegate void Test(in Permission permission, FieldAt entry);

    /// <summary>Whether the rule skips an entry that gives all rights, which RMP5006 reports. The default is false.</summary>
    public bool LeavesOutAllRights { get; init; }

    /// <inheritdoc cref="Test"/>
    public required Test Check { get; init; }

    internal override void Run(Inspection inspection)
    {
        Run(inspection.Objects.OfKind(Permission.Group, "Role"), inspection);
        Run(inspection.Objects.OfKind(Permission.Group, "ClusterRole"), inspection);
    }

    private void Run(IReadOnlyList<KubernetesObject> roles, Inspection inspection)
    {
        foreach (KubernetesObject role in roles)
        {
            if (BuiltInRoles.IsBuiltIn(role))
            {
                continue;
            }

            foreach (FieldAt entry in inspection.At(role)["rules"].ReadItems())
            {
                Permission permission = new(role, entry.Field);
                foreach (string list in Lists)
                {
                    if (!permission.IsKnown(list))
                    {
                        entry[list].ReportUnknown();
                    }
                }

                if (!LeavesOutAllRights || !permission.AllowsEverything)
                {
                    Check(permission, entry);
                }
            }
        }
    }
}
