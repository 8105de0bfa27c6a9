using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5008: roles do not open all secrets.</summary>
internal sealed class SecretRightsRule()
    : RoleRule("RMP5008", "role-no-secrets", DiagnosticSeverity.Warning)
{
    public override string Summary => "Roles allow access to single secrets at most: to list or watch them is to read all of them.";

    public override string Allowed => "secrets with resourceNames, or none";

    public override string Fix => "remove secrets from the role, mount the one that is needed, or name it in resourceNames";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV2_K8S_5", "kube-linter:access-to-secrets", "kubescape:C-0015", "kubescape:C-0186", "kubescape:C-0267", "trivy:KSV-0041",
        "trivy:KSV-0113",
    ];

    protected override void Check(in Permission permission, Inspection inspection)
    {
        if (permission.Has("resources", "secrets") && permission.Find("apiGroups", "", "*") is not null && !permission.IsLimitedByName
            && permission.Find("verbs", "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "*") is { } verb)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows '{verb}' on all secrets", "secrets");
        }
    }
}
