using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5001: pods that do not ask the API server have no token for it.</summary>
internal sealed class ServiceAccountTokenRule()
    : Rule("RMP5001", "service-account-token", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "Pods whose account has no rights of its own mount no token, which an intruder could use against the API server.";

    public override string Allowed => "automountServiceAccountToken false at the pod, or at its account";

    public override string Fix => "set automountServiceAccountToken to false, or bind a role to the account if the program asks the API server";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_38", "kubescape:C-0034", "kubescape:C-0190", "kubesec:AutomountServiceAccountToken",
        "polaris:automountServiceAccountToken", "trivy:KSV-0036",
    ];

    internal override void Check(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            Flag mounts = PodAccount.MountsToken(inspection.Objects, workload);
            if (mounts == Flag.False)
            {
                continue;
            }

            string path = PathPool.Field(workload.SpecPath, "automountServiceAccountToken");
            Flag needs = PodAccount.TryGetName(workload, out string name) ? bound.Has(workload.Object.Place, name) : Flag.Unknown;
            if (mounts == Flag.Unknown || needs == Flag.Unknown)
            {
                inspection.Unknown(workload.Object, path, "and what the account may do cannot be told yet");
            }
            else if (needs == Flag.False)
            {
                bool isStated = workload.PodSpec["automountServiceAccountToken"].Flag == Flag.True;
                inspection.Broken(workload.Object, path, $"the token of service account '{PodAccount.Show(workload, name)}' is mounted in every container", isStated ? "true" : "");
            }
        }
    }
}
