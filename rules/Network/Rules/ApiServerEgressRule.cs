using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Identity;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5205: pods that ask the API server reach it.</summary>
internal sealed class ApiServerEgressRule()
    : Rule("RMP5205", "api-server-egress", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    // The service's port, and those on which API servers listen: usually, and on a local cluster.
    private static readonly double[] Ports = [443, 6443, 8443];

    public override bool NeedsOtherObjects => true;

    public override string Summary =>
        "Pods with a token and rights may connect to the API server, which is no pod: only a rule for addresses, or for everywhere, lets them.";

    public override string Allowed => "egress to an ipBlock, or to everywhere, on port 443 or 6443";

    public override string Fix => "allow egress to the API server's address by ipBlock on ports 443 and 6443";

    internal override void Check(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection);
        if (policies.HasOthers || inspection.Objects.OfKind(NetworkPolicies.Group, "NetworkPolicy").Count == 0)
        {
            return;
        }

        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            if (NetworkPolicies.Guard(workload)
                && AsksApiServer(workload, bound, inspection.Objects)
                && policies.Isolates(workload, PolicyDirection.Egress) == Flag.True
                && !policies.MayAllow(workload, PolicyDirection.Egress, Ports, Allows))
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.MetadataPath}.labels",
                    "the pods have a token and rights, but their egress is denied and no policy lets them reach the API server");
            }
        }
    }

    private static bool AsksApiServer(Workload workload, BoundAccounts bound, ObjectSet objects) =>
        PodAccount.TryGetName(workload, out string name)
        && bound.Has(workload.Object.Place, name) == Flag.True
        && (PodAccount.MountsToken(objects, workload) == Flag.True || ProjectedToken.Find(workload) >= 0);

    private static Flag Allows(Field rule, double[] ports)
    {
        Flag everywhere = PolicyRule.IsAll(rule["to"]);
        if (everywhere == Flag.Unknown)
        {
            return everywhere;
        }

        bool reaches = everywhere == Flag.True;
        rule["to"].TryGetItems(out FieldItems peers);
        foreach (Field peer in peers)
        {
            reaches |= !peer["ipBlock"].IsUnset;
        }

        if (reaches)
        {
            foreach (double port in ports)
            {
                if (PolicyRule.AllowsPort(rule, port, "TCP", null) is var allows and not Flag.False)
                {
                    return allows;
                }
            }
        }

        return Flag.False;
    }
}
