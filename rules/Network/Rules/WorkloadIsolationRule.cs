using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5203: every pod is guarded by a policy.</summary>
internal sealed class WorkloadIsolationRule()
    : Rule("RMP5203", "workload-isolated", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "Where a namespace has policies, one selects every pod in both directions: what none selects may talk to everybody.";

    public override string Allowed => "a NetworkPolicy that selects the pods for Ingress and one for Egress";

    public override string Fix => "add a NetworkPolicy for the pods, or one that denies by default";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV2_K8S_6", "kube-linter:non-isolated-pod", "kube-score:pod-networkpolicy", "kubescape:C-0030", "kubescape:C-0260",
        "polaris:missingNetworkPolicy",
    ];

    internal override void Check(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection);
        if (policies.HasOthers)
        {
            return;
        }

        foreach (Workload workload in inspection.Objects.Workloads)
        {
            // Of a namespace without policies the rule about the default speaks once.
            if (!NetworkPolicies.Guard(workload) || policies.In(workload.Object.Place).Count == 0)
            {
                continue;
            }

            Flag ingress = policies.Isolates(workload, PolicyDirection.Ingress), egress = policies.Isolates(workload, PolicyDirection.Egress);
            string? what = (ingress, egress) switch
            {
                (Flag.False, Flag.False) => "ingress and egress",
                (Flag.False, _) => "ingress",
                (_, Flag.False) => "egress",
                _ => null,
            };
            if (what is not null)
            {
                inspection.Broken(workload.Object, $"{workload.MetadataPath}.labels", $"no policy of the namespace selects the pods for {what}");
            }
            else if (ingress == Flag.Unknown || egress == Flag.Unknown)
            {
                inspection.Unknown(workload.Object, $"{workload.MetadataPath}.labels", "may be selected by policies of which too little is known");
            }
        }
    }
}
