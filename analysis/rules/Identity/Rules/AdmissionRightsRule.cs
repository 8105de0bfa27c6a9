using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5023: roles do not let change what admits objects.</summary>
internal sealed class AdmissionRightsRule()
    : RightsRule("RMP5023", "role-no-admission-control", DiagnosticSeverity.Warning)
{
    private static readonly string[] Resources =
    [
        "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings",
        "validatingadmissionpolicies", "validatingadmissionpolicybindings",
    ];

    private static readonly string[] Verbs = ["create", "update", "patch", "delete", "deletecollection"];

    public override string Summary =>
        "Roles do not let anybody change webhooks and policies of admission: a webhook sees all objects, secrets too, and changes them; without its webhook a policy holds no longer.";

    public override string Allowed => "get, list and watch";

    public override string Fix => "remove the verbs that change, or waive it for programs that install webhooks of their own";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_155", "kubescape:C-0281", "trivy:KSV-0114"];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        if (permission.FindRight("admissionregistration.k8s.io", Resources, Verbs) is { } right)
        {
            inspection.Broken(
                permission.Role, $"{permission.Path}.resources", $"{permission} allows '{right.VerbText}' on {right.Resource}", right.ResourceText);
        }
    }
}
