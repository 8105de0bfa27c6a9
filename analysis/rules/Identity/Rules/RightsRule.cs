using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>A rule about certain rights that an entry of a Role or ClusterRole gives; one that gives all of them is RMP5006's.</summary>
internal abstract class RightsRule(string id, string name, DiagnosticSeverity severity)
    : RoleRule(id, name, severity)
{
    protected sealed override void Check(in Permission permission, Inspection inspection)
    {
        if (!permission.AllowsEverything)
        {
            CheckRights(permission, inspection);
        }
    }

    /// <summary>Looks at an entry that does not allow everything.</summary>
    protected abstract void CheckRights(in Permission permission, Inspection inspection);
}
