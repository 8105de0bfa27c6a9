using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5011: roles do not let make pods.</summary>
internal sealed class WorkloadRightsRule()
    : RightsRule("RMP5011", "role-no-pod-creation", DiagnosticSeverity.Warning)
{
    private static readonly (string Group, string[] Resources)[] Kinds =
    [
        ("", ["pods", "replicationcontrollers"]),
        ("apps", ["deployments", "statefulsets", "daemonsets", "replicasets"]),
        ("batch", ["jobs", "cronjobs"]),
    ];

    private static readonly string[] Create = ["create"];

    private static readonly string[] Change = ["update", "patch"];

    public override string Summary =>
        "Roles do not let anybody make pods, or change what they run: they can run as any account of the namespace and mount any of its secrets.";

    public override string Allowed => "no create, update or patch on pods and on kinds that make pods";

    public override string Fix => "remove create, update and patch, or waive it for programs whose task it is";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:access-to-create-pods", "kubescape:C-0188", "kubescape:C-0267", "trivy:KSV-0048"];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        if (Find(permission, Create) is { } make)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows to make {make.Resource}", make.ResourceText);
        }
        else if (Find(permission, Change) is { } change)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows to change {change.Resource}", change.ResourceText);
        }
    }

    private static Right? Find(in Permission permission, string[] verbs)
    {
        foreach ((string group, string[] resources) in Kinds)
        {
            if (permission.FindRight(group, resources, verbs) is { } right)
            {
                return right;
            }
        }

        return null;
    }
}
