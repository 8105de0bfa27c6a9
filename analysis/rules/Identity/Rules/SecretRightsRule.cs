using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5008: roles do not open all secrets.</summary>
internal sealed class SecretRightsRule()
    : RightsRule("RMP5008", "role-no-secrets", DiagnosticSeverity.Warning)
{
    private static readonly string[] Resources = ["secrets"];

    private static readonly string[] Verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    public override string Summary => "Roles allow access to single secrets at most: to list or watch them is to read all of them.";

    public override string Allowed => "secrets with resourceNames, or none";

    public override string Fix => "remove secrets from the role, mount the one that is needed, or name it in resourceNames";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV2_K8S_5", "kube-linter:access-to-secrets", "kubescape:C-0015", "kubescape:C-0186", "kubescape:C-0267", "trivy:KSV-0041",
        "trivy:KSV-0113",
    ];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        if (!permission.IsLimitedByName && permission.FindRight("", Resources, Verbs) is { } right)
        {
            inspection.Broken(
                permission.Role, $"{permission.Path}.resources", $"{permission} allows '{right.VerbText}' on all secrets", right.ResourceText);
        }
    }
}
