using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5011: roles do not let make pods.</summary>
internal sealed class WorkloadRightsRule()
    : RoleRule("RMP5011", "role-no-pod-creation", DiagnosticSeverity.Warning)
{
    public override string Summary => "Roles do not let anybody make pods, which can run as any account of the namespace and mount any of its secrets.";

    public override string Allowed => "no create on pods and on kinds that make pods";

    public override string Fix => "remove create, or waive it for programs whose task it is";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:access-to-create-pods", "kubescape:C-0188", "kubescape:C-0267", "trivy:KSV-0048"];

    protected override void Check(in Permission permission, Inspection inspection)
    {
        if (permission.Find("verbs", "create", "*") is not null
            && permission.Find("apiGroups", "", "apps", "batch", "*") is not null
            && permission.Find(
                "resources", "pods", "replicationcontrollers", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs") is { } resource)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows to make {resource}", resource);
        }
    }
}
