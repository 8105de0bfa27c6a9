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
            From = Peers(_network.ClientNamespaces, NetworkPeers.Namespace, [NetworkPeers.OwnNamespace()]),
            Ports = ports,
        };
    }

    private NetworkPolicyEgressRuleArgs Datastore()
    {
        NetworkPolicyPeerArgs[] place = _network.DatastoreNamespace is { } name ? [NetworkPeers.Namespace(name)] : [];
        return new NetworkPolicyEgressRuleArgs
        {
            To = Peers(_network.DatastoreCidrs, NetworkPeers.Addresses, Anywhere(), place),
            Ports = _network.DatastorePort is { } port ? NetworkPeers.Tcp(port) : NetworkPeers.Tcp(SpiceDbNetworkArgs.DefaultDatastorePort),
        };
    }

    private NetworkPolicyEgressRuleArgs ApiServer()
    {
        NetworkPolicyEgressRuleArgs rule = new()
        {
            To = Peers(_network.ApiServerCidrs, NetworkPeers.Addresses, Anywhere()),
        };
        foreach (int port in ApiServerPorts)
        {
            rule.Ports.Add(NetworkPeers.Tcp(port));
        }

        return rule;
    }

    private static NetworkPolicyPeerArgs[] Anywhere() =>
    [
        NetworkPeers.Addresses(SpiceDbNetworkArgs.AnyIPv4),
        NetworkPeers.Addresses(SpiceDbNetworkArgs.AnyIPv6),
    ];

    // A rule without peers lets everybody through, so that no names must mean the fallback, and never nothing.
    private static InputList<NetworkPolicyPeerArgs> Peers(
        InputList<string>? names,
        Func<Input<string>, NetworkPolicyPeerArgs> peer,
        NetworkPolicyPeerArgs[] fallback,
        params NetworkPolicyPeerArgs[] more)
    {
        if (names is null)
        {
            return more.Length > 0 ? more : fallback;
        }

        return names.Apply(known =>
        {
            List<NetworkPolicyPeerArgs> peers = new(known.Length + more.Length);
            foreach (string name in known)
            {
                peers.Add(peer(name));
            }

            peers.AddRange(more);
            return peers.Count > 0 ? [.. peers] : fallback;
        });
    }
}
