using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Rampart.Components.Network;

/// <summary>One network policy for one workload's pods, in both directions.</summary>
internal static class WorkloadNetworkPolicy
{
    public static NetworkPolicy Define(
        string name, Input<ObjectMetaArgs> metadata, Input<LabelSelectorArgs> pods, NetworkAccessArgs access, CustomResourceOptions options)
    {
        NetworkPolicySpecArgs spec = new()
        {
            PodSelector = pods,
            PolicyTypes = { "Ingress", "Egress" },
        };
        if (access.IngressOrNull is { } ingress)
        {
            spec.Ingress = ingress;
        }

        InputList<NetworkPolicyEgressRuleArgs>? egress = access.EgressOrNull;
        if (access.Dns is { } dns)
        {
            InputList<NetworkPolicyEgressRuleArgs> names = dns.Egress();
            egress = egress is null ? names : names.Concat(egress);
        }

        if (egress is not null)
        {
            spec.Egress = egress;
        }

        return new NetworkPolicy(name, new NetworkPolicyArgs { Metadata = metadata, Spec = spec }, options);
    }
}
