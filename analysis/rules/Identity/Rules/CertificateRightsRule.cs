using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5022: roles do not let approve certificates.</summary>
internal sealed class CertificateRightsRule()
    : RightsRule("RMP5022", "role-no-certificate-approval", DiagnosticSeverity.Warning)
{
    private static readonly string[] Resources = ["certificatesigningrequests/approval"];

    private static readonly string[] Verbs = ["update", "patch"];

    public override string Summary =>
        "Roles do not let anybody approve certificate signing requests: a certificate is a login as the user and groups that the request names, until it expires.";

    public override string Allowed => "neither update nor patch on certificatesigningrequests/approval";

    public override string Fix => "remove the subresource from the role, or waive it for a program whose task it is and that may approve for certain signers only";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_156", "kubescape:C-0280"];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        if (permission.FindRight("certificates.k8s.io", Resources, Verbs) is { } right)
        {
            inspection.Broken(
                permission.Role, $"{permission.Path}.resources", $"{permission} allows to approve certificate signing requests", right.ResourceText);
        }
    }
}
