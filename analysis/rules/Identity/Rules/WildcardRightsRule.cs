using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5007: roles have no wildcards.</summary>
internal sealed class WildcardRightsRule()
    : RightsRule("RMP5007", "role-no-wildcards", DiagnosticSeverity.Warning)
{
    private static readonly (string List, string What)[] Lists =
        [("verbs", "every verb"), ("resources", "every resource"), ("apiGroups", "every API group"), ("nonResourceURLs", "every URL")];

    public override string Summary => "Roles name what they allow: a wildcard also allows what a later version of the cluster or a new custom resource adds.";

    public override string Allowed => "names, not *";

    public override string Fix => "name the API groups, resources and verbs that are needed";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0035", "kubescape:C-0187", "trivy:KSV-0045", "trivy:KSV-0046",
        "trivy:KSV-0112",
    ];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        foreach ((string list, string what) in Lists)
        {
            if (permission.Has(list, "*"))
            {
                inspection.Broken(permission.Role, $"{permission.Path}.{list}", $"{permission} allows {what}", "*");
            }
            else if (list == "resources" && permission.FindStart(list, "*/") is { } subresource)
            {
                inspection.Broken(permission.Role, $"{permission.Path}.{list}", $"{permission} allows '{subresource}', a subresource of every resource", subresource);
            }
        }
    }
}
