using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5012: nobody is bound to cluster-admin.</summary>
internal sealed class ClusterAdminBindingRule()
    : BindingRule("RMP5012", "no-cluster-admin", DiagnosticSeverity.Error)
{
    public override string Summary => "No binding gives the role cluster-admin, which allows everything and can be taken from nobody quietly.";

    public override string Allowed => "any other role";

    public override string Fix => "bind a role that names what is needed";

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
        else if (text == "cluster-admin" && binding["roleRef"]["kind"].Text is "ClusterRole" or "")
        {
            inspection.Broken(binding, "roleRef.name", $"{binding.Kind} '{binding.Name}' gives the role cluster-admin", name.Shown);
        }
    }
}
