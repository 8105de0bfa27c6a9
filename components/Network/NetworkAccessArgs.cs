using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Rampart.Components.Network;

/// <summary>Who may reach a workload's pods and whom they may reach; everything else is refused.</summary>
public sealed class NetworkAccessArgs : ResourceArgs
{
    [Input("ingress")]
    private InputList<NetworkPolicyIngressRuleArgs>? _ingress;

    [Input("egress")]
    private InputList<NetworkPolicyEgressRuleArgs>? _egress;

    /// <summary>Connections that the pods accept. The default is none; a kubelet's probes of its own pods need no rule.</summary>
    public InputList<NetworkPolicyIngressRuleArgs> Ingress { get => _ingress ??= []; set => _ingress = value; }

    /// <summary>Connections that the pods open, beside DNS. The default is none.</summary>
    public InputList<NetworkPolicyEgressRuleArgs> Egress { get => _egress ??= []; set => _egress = value; }

    /// <summary>
    /// The cluster's DNS, which the pods may ask; <see langword="null"/> for a pod that resolves no name. The default is
    /// <see cref="ClusterDns.KubeDns"/>.
    /// </summary>
    public ClusterDns? Dns { get; set; } = ClusterDns.KubeDns;

    internal InputList<NetworkPolicyIngressRuleArgs>? IngressOrNull => _ingress;

    internal InputList<NetworkPolicyEgressRuleArgs>? EgressOrNull => _egress;
}
