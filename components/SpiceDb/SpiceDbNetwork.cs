using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Rampart.Components.Network;

namespace Rampart.Components.SpiceDb;

/// <summary>Whom SpiceDB's pods talk to, as the rules of their network policies.</summary>
internal sealed class SpiceDbNetwork(SpiceDbArgs args)
{
    // The service's port and the one that the API server itself listens on: networks differ in which of them they see.
    private static readonly int[] ApiServerPorts = [443, 6443];

    private readonly SpiceDbNetworkArgs _network = args.Network;

    /// <summary>The pods that serve.</summary>
    /// <param name="pods">Selects the serving pods, which dispatch to each other.</param>
    public NetworkAccessArgs Serving(Input<LabelSelectorArgs> pods)
    {
        NetworkAccessArgs access = new() { Dns = _network.Dns, Ingress = { Clients() } };
        if (_network.MonitoringNamespace is { } monitoring)
        {
            access.Ingress.Add(new NetworkPolicyIngressRuleArgs
            {
                From = NetworkPeers.Namespace(monitoring),
                Ports = NetworkPeers.Tcp(SpiceDbPorts.Metrics),
            });
        }

        if (args.Dispatch)
        {
            access.Ingress.Add(new NetworkPolicyIngressRuleArgs
            {
                From = NetworkPeers.Pods(pods),
                Ports = NetworkPeers.Tcp(SpiceDbPorts.Dispatch),
            });
            access.Egress.Add(
                new NetworkPolicyEgressRuleArgs
                {
                    To = NetworkPeers.Pods(pods),
                    Ports = NetworkPeers.Tcp(SpiceDbPorts.Dispatch),
                },
                ApiServer());
        }

        if (args.Datastore != SpiceDbDatastore.Memory)
        {
            access.Egress.Add(Datastore());
        }

        return access;
    }

    /// <summary>The pod that migrates the datastore.</summary>
    public NetworkAccessArgs Migrating() => new() { Dns = _network.Dns, Egress = { Datastore() } };

    private NetworkPolicyIngressRuleArgs Clients()
    {
        InputList<NetworkPolicyPortArgs> ports = NetworkPeers.Tcp(SpiceDbPorts.Grpc);
        if (args.HttpGateway)
        {
            ports = ports.Concat(NetworkPeers.Tcp(SpiceDbPorts.Http));
        }

        return new NetworkPolicyIngressRuleArgs
        {
            From = _network.ClientNamespacesOrNull is { } namespaces
                ? Peers(namespaces, NetworkPeers.Namespace)
                : NetworkPeers.OwnNamespace(),
            Ports = ports,
        };
    }

    private NetworkPolicyEgressRuleArgs Datastore()
    {
        InputList<NetworkPolicyPeerArgs> peers;
        if (_network.DatastoreCidrsOrNull is { } cidrs)
        {
            peers = Peers(cidrs, NetworkPeers.Addresses);
            if (_network.DatastoreNamespace is { } place)
            {
                peers = peers.Concat(NetworkPeers.Namespace(place));
            }
        }
        else
        {
            peers = _network.DatastoreNamespace is { } place ? NetworkPeers.Namespace(place) : Anywhere();
        }

        return new NetworkPolicyEgressRuleArgs
        {
            To = peers,
            Ports = NetworkPeers.Tcp(_network.DatastorePort ?? SpiceDbNetworkArgs.DefaultDatastorePort),
        };
    }

    private NetworkPolicyEgressRuleArgs ApiServer()
    {
        NetworkPolicyEgressRuleArgs rule = new()
        {
            To = _network.ApiServerCidrsOrNull is { } cidrs ? Peers(cidrs, NetworkPeers.Addresses) : Anywhere(),
        };
        foreach (int port in ApiServerPorts)
        {
            rule.Ports.Add(NetworkPeers.Tcp(port));
        }

        return rule;
    }

    private static InputList<NetworkPolicyPeerArgs> Anywhere() => new()
    {
        NetworkPeers.Addresses(SpiceDbNetworkArgs.AnyIPv4),
        NetworkPeers.Addresses(SpiceDbNetworkArgs.AnyIPv6),
    };

    private static InputList<NetworkPolicyPeerArgs> Peers(InputList<string> names, Func<Input<string>, NetworkPolicyPeerArgs> peer)
        => names.Apply(known =>
        {
            ImmutableArray<NetworkPolicyPeerArgs>.Builder peers = ImmutableArray.CreateBuilder<NetworkPolicyPeerArgs>(known.Length);
            foreach (string name in known)
            {
                peers.Add(peer(name));
            }

            return peers.MoveToImmutable();
        });
}
