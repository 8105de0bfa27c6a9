using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5006: no role allows everything.</summary>
internal sealed class AllRightsRule()
    : RoleRule("RMP5006", "role-not-all", DiagnosticSeverity.Error)
{
    public override string Summary => "No role allows everything: whoever has it, or takes over a pod that has it, owns the namespace or the cluster.";

    public override string Allowed => "the verbs and resources that the program uses";

    public override string Fix => "name the API groups, resources and verbs that are needed";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0035", "kubescape:C-0187", "kubescape:C-0272",
        "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole", "polaris:rolebindingClusterAdminRole",
        "trivy:KSV-0044",
    ];

    protected override void Check(in Permission permission, Inspection inspection)
    {
        if (permission.AllowsEverything)
        {
            inspection.Broken(permission.Role, permission.Path, $"{permission} allows everything", "*");
        }
    }
}
