using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>A rule about what one entry of a Role or ClusterRole allows.</summary>
internal abstract class RoleRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Identity, severity)
{
    private static readonly string[] Lists = ["verbs", "apiGroups", "resources"];

    internal sealed override void Check(Inspection inspection)
    {
        Check(inspection.Objects.OfKind(Permission.Group, "Role"), inspection);
        Check(inspection.Objects.OfKind(Permission.Group, "ClusterRole"), inspection);
    }

    /// <summary>Looks at an entry; values that are not known are in none of its lists.</summary>
    protected abstract void Check(in Permission permission, Inspection inspection);

    private void Check(IReadOnlyList<KubernetesObject> roles, Inspection inspection)
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

                Check(permission, inspection);
            }
        }
    }
}
