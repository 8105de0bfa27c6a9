using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5204: pods whose egress is denied reach DNS.</summary>
internal sealed class DnsEgressRule()
    : Rule("RMP5204", "dns-egress", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    public override string Summary => "Pods whose egress is denied by default may still ask DNS, by UDP and for long answers by TCP: otherwise every name fails.";

    public override string Allowed => "egress to port 53, UDP and TCP";

    public override string Fix => "allow egress to the cluster's DNS on port 53, UDP and TCP";

    internal override void Check(Inspection inspection)
    {
        NetworkPolicies policies = NetworkPolicies.Of(inspection);
        if (policies.HasOthers)
        {
            return;
        }

        foreach (Workload workload in inspection.Objects.Workloads)
        {
            if (!NetworkPolicies.Guard(workload)
                || workload.PodSpec["dnsPolicy"].Text == "None"
                || policies.Isolates(workload, PolicyDirection.Egress) != Flag.True)
            {
                continue;
            }

            bool hasUdp = policies.MayAllow(workload, PolicyDirection.Egress, "UDP", Allows);
            bool hasTcp = policies.MayAllow(workload, PolicyDirection.Egress, "TCP", Allows);
            if (!hasUdp || !hasTcp)
            {
                string protocols = hasUdp ? "TCP" : hasTcp ? "UDP" : "UDP and TCP";
                inspection.Broken(
                    workload.Object, $"{workload.MetadataPath}.labels", $"egress of the pods is denied and no policy lets them ask DNS on port 53 by {protocols}");
            }
        }
    }

    // Behind the service's port 53 OpenShift's DNS listens on 5353, which is what policies see.
    private static Flag Allows(Field rule, string protocol)
    {
        Flag all = PolicyRule.IsAll(rule["ports"]);
        if (all == Flag.Unknown)
        {
            return all;
        }

        if (all == Flag.False)
        {
            Flag usual = PolicyRule.AllowsPort(rule, 53, protocol, null);
            return usual == Flag.False ? PolicyRule.AllowsPort(rule, 5353, protocol, null) : usual;
        }

        // DNS is in another namespace, so a rule for all ports of pods of the same one does not reach it.
        if (PolicyRule.IsAll(rule["to"]) is var everywhere and not Flag.False)
        {
            return everywhere;
        }

        rule["to"].TryGetItems(out FieldItems peers);
        foreach (Field peer in peers)
        {
            if (!peer["namespaceSelector"].IsUnset || !peer["ipBlock"].IsUnset)
            {
                return Flag.Unknown;
            }
        }

        return Flag.False;
    }
}
