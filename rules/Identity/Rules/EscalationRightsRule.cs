using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5010: roles do not let anybody become somebody else.</summary>
internal sealed class EscalationRightsRule()
    : RoleRule("RMP5010", "role-no-escalation", DiagnosticSeverity.Error)
{
    public override string Summary => "No role lets its holder gain rights that it does not have: by roles, by bindings, as another user, or with another account's token.";

    public override string Allowed => "neither escalate, bind nor impersonate, and no serviceaccounts/token";

    public override string Fix => "remove the verb or the resource from the role";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV2_K8S_1", "checkov:CKV2_K8S_3", "checkov:CKV_K8S_157", "checkov:CKV_K8S_158", "kubescape:C-0065", "kubescape:C-0191",
        "kubescape:C-0282", "trivy:KSV-0043", "trivy:KSV-0050", "trivy:KSV-0051", "trivy:KSV-0052",
    ];

    protected override void Check(in Permission permission, Inspection inspection)
    {
        if (permission.Find("verbs", "escalate", "bind", "impersonate") is { } verb)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.verbs", $"{permission} allows '{verb}'", verb);
        }

        if (permission.Has("resources", "serviceaccounts/token") && permission.Find("verbs", "create", "*") is not null && !permission.IsLimitedByName)
        {
            inspection.Broken(
                permission.Role, $"{permission.Path}.resources", $"{permission} allows to make a token of every service account", "serviceaccounts/token");
        }
    }
}
