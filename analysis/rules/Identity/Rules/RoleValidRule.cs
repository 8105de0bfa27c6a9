using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5017: the API server takes what roles say.</summary>
internal sealed class RoleValidRule()
    : RoleRule("RMP5017", "role-valid", DiagnosticSeverity.Error)
{
    public override string Summary => "Every entry of a role has verbs, and resources with API groups or URLs: the API server rejects all else.";

    public override string Allowed => "verbs with apiGroups and resources, or with nonResourceURLs in a ClusterRole";

    public override string Fix => "complete the entry; the core group is the empty text";

    protected override void Check(in Permission permission, Inspection inspection)
    {
        if (permission.IsEmpty("verbs"))
        {
            inspection.Broken(permission.Role, $"{permission.Path}.verbs", $"an entry of {permission} has no verbs");
        }

        if (!permission.IsEmpty("nonResourceURLs"))
        {
            return;
        }

        if (permission.IsEmpty("resources"))
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"an entry of {permission} has no resources");
        }

        if (permission.IsEmpty("apiGroups"))
        {
            inspection.Broken(permission.Role, $"{permission.Path}.apiGroups", $"an entry of {permission} has no API groups");
        }
    }
}
