using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5002: pods say themselves that no token is mounted, and project one where they need it.</summary>
internal sealed class TokenProjectedRule()
    : Rule("RMP5002", "token-projected", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Pods say automountServiceAccountToken false themselves; who needs a token projects one, with an expiry, into the container that uses it.";

    public override string Allowed => "automountServiceAccountToken false at the pod, and a projected serviceAccountToken where one is needed";

    public override string Fix => "set automountServiceAccountToken to false at the pod, and project a serviceAccountToken volume if the program asks the API server";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_38", "kubescape:C-0034", "kubescape:C-0190", "kubescape:C-0261", "kubesec:AutomountServiceAccountToken",
        "polaris:automountServiceAccountToken", "trivy:KSV-0036",
    ];

    internal override void Check(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            Flag stated = workload.PodSpec["automountServiceAccountToken"].Flag;
            if (stated is Flag.False or Flag.Unknown || !PodAccount.TryGetName(workload, out string name))
            {
                continue;
            }

            string path = PathPool.Field(workload.SpecPath, "automountServiceAccountToken");
            if (PodAccount.MountsToken(inspection.Objects, workload) == Flag.False)
            {
                inspection.Broken(workload.Object, path, $"the pod leaves it to service account '{PodAccount.Show(workload, name)}' whether its token is mounted");
            }
            else if (bound.Has(workload.Object.Place, name) == Flag.True)
            {
                inspection.Broken(workload.Object, path, $"the token of service account '{PodAccount.Show(workload, name)}' is mounted in every container, not projected where it is needed");
            }
        }
    }
}
