using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Rampart.Components.Network;

/// <summary>The other side of a connection, as network policies name it.</summary>
public static class NetworkPeers
{
    /// <summary>All pods of the namespace that is called <paramref name="name"/>.</summary>
    /// <param name="name">Name of the namespace; the API server keeps it in the label <see cref="ClusterDns.NamespaceNameLabel"/>.</param>
    public static NetworkPolicyPeerArgs Namespace(Input<string> name) => new()
    {
        NamespaceSelector = new LabelSelectorArgs
        {
            MatchLabels = new InputMap<string> { [ClusterDns.NamespaceNameLabel] = name },
        },
    };

    /// <summary>All pods of the policy's own namespace.</summary>
    public static NetworkPolicyPeerArgs OwnNamespace() => new() { PodSelector = new LabelSelectorArgs() };

    /// <summary>Pods of the policy's own namespace.</summary>
    /// <param name="selector">Which pods.</param>
    public static NetworkPolicyPeerArgs Pods(Input<LabelSelectorArgs> selector) => new() { PodSelector = selector };

    /// <summary>Addresses outside the pod network, or of pods where the network keeps their addresses.</summary>
    /// <param name="cidr">A block such as <c>10.0.0.0/16</c> or <c>fd00::/64</c>.</param>
    public static NetworkPolicyPeerArgs Addresses(Input<string> cidr) => new() { IpBlock = new IPBlockArgs { Cidr = cidr } };

    /// <summary>A TCP port.</summary>
    /// <param name="port">The port that the receiving pod listens on, from 1 to 65535.</param>
    public static NetworkPolicyPortArgs Tcp(int port) => new() { Protocol = "TCP", Port = port };

    /// <summary>A TCP port that is known later.</summary>
    /// <param name="port">The port that the receiving pod listens on, from 1 to 65535.</param>
    public static NetworkPolicyPortArgs Tcp(Input<int> port) => new() { Protocol = "TCP", Port = port };
}
