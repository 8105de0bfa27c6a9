using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>A rule about what one entry of a Role or ClusterRole allows.</summary>
internal sealed class RoleRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    private static readonly string[] Lists = ["verbs", "apiGroups", "resources"];

    /// <summary>Looks at an entry; values that are not known are in none of its lists.</summary>
    public delegate void Test(in Permission permission, Inspection inspection);

    /// <summary>Whether an entry that gives all rights is none of its concern, but RMP5006's. The default is that it is looked at.</summary>
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

            if (!role["rules"].TryGetItems(out FieldItems items))
            {
                inspection.Unknown(role, "rules");
            }

            for (int i = 0; i < items.Count; i++)
            {
                Permission permission = new(role, string.Create(CultureInfo.InvariantCulture, $"rules[{i}]"), items[i]);
                foreach (string list in Lists)
                {
                    if (!permission.IsKnown(list))
                    {
                        inspection.Unknown(role, $"{permission.Path}.{list}");
                    }
                }

                if (!LeavesOutAllRights || !permission.AllowsEverything)
                {
                    Check(permission, inspection);
                }
            }
        }
    }
}
