using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5010: roles do not let anybody become somebody else.</summary>
internal sealed class EscalationRightsRule()
    : RightsRule("RMP5010", "role-no-escalation", DiagnosticSeverity.Error)
{
    private static readonly string[] Verbs = ["escalate", "bind", "impersonate"];

    private static readonly string[] Roles = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"];

    private static readonly string[] OnRoles = ["escalate", "bind"];

    private static readonly string[] Identities = ["users", "groups", "serviceaccounts"];

    private static readonly string[] OnIdentities = ["impersonate"];

    private static readonly string[] Tokens = ["serviceaccounts/token"];

    private static readonly string[] OnTokens = ["create"];

    public override string Summary => "No role lets its holder gain rights that it does not have: by roles, by bindings, as another user, or with another account's token.";

    public override string Allowed => "neither escalate, bind nor impersonate, and no serviceaccounts/token";

    public override string Fix => "remove the verb or the resource from the role";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV2_K8S_1", "checkov:CKV2_K8S_3", "checkov:CKV_K8S_157", "checkov:CKV_K8S_158", "kubescape:C-0065", "kubescape:C-0191",
        "kubescape:C-0282", "trivy:KSV-0043", "trivy:KSV-0050", "trivy:KSV-0051", "trivy:KSV-0052",
    ];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        // By name these verbs are of no use for anything else; in a wildcard they count where they have an effect.
        Right? right = permission.FindRight(Permission.Group, Roles, OnRoles) ?? permission.FindRight("", Identities, OnIdentities);
        if ((permission.Find("verbs", Verbs) ?? right?.Verb) is { } verb)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.verbs", $"{permission} allows '{verb}'", permission.Find("verbs", Verbs) ?? right!.Value.VerbText);
        }

        if (!permission.IsLimitedByName && permission.FindRight("", Tokens, OnTokens) is { } token)
        {
            inspection.Broken(
                permission.Role, $"{permission.Path}.resources", $"{permission} allows to make a token of every service account", token.ResourceText);
        }
    }
}
