using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5012: nobody is bound to cluster-admin.</summary>
internal sealed class ClusterAdminBindingRule()
    : BindingRule("RMP5012", "no-cluster-admin", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "No binding gives the role cluster-admin, which allows everything, nor admin or edit in all namespaces: with them anybody can read all secrets, and take any account's rights in kube-system.";

    public override string Allowed => "any other role, and admin or edit by a RoleBinding";

    public override string Fix => "bind a role that names what is needed, or make a RoleBinding in the namespace that is meant";

    public override IReadOnlyList<string> OtherIds =>
    [
        "kube-linter:cluster-admin-role-binding", "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole",
        "trivy:KSV-0111",
    ];

    protected override void Check(KubernetesObject binding, Inspection inspection)
    {
        Field name = binding["roleRef"]["name"];
        if (!name.TryGetText(out string text))
        {
            inspection.Unknown(binding, "roleRef.name");
        }
        else if (binding["roleRef"]["kind"].Text is not ("ClusterRole" or ""))
        {
            return;
        }
        else if (text == "cluster-admin")
        {
            inspection.Broken(binding, "roleRef.name", $"{binding.Kind} '{binding.Name}' gives the role cluster-admin", name.Shown);
        }
        else if (text is "admin" or "edit" && binding.Kind == "ClusterRoleBinding")
        {
            inspection.Broken(
                binding, "roleRef.name", $"{binding.Kind} '{binding.Name}' gives the role {name.Shown} in every namespace, kube-system too", name.Shown);
        }
    }
}
