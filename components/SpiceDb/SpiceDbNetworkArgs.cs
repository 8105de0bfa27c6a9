using Pulumi;
using Rampart.Components.Network;

namespace Rampart.Components.SpiceDb;

/// <summary>Who may reach SpiceDB, and where it finds its datastore and the API server.</summary>
public sealed class SpiceDbNetworkArgs : ResourceArgs
{
    /// <summary>Every IPv4 address: default of <see cref="DatastoreCidrs"/> and <see cref="ApiServerCidrs"/>, with <see cref="AnyIPv6"/>.</summary>
    public const string AnyIPv4 = "0.0.0.0/0";

    /// <summary>Every IPv6 address.</summary>
    public const string AnyIPv6 = "::/0";

    /// <summary>Default of <see cref="DatastorePort"/>: PostgreSQL's own.</summary>
    public const int DefaultDatastorePort = 5432;

    [Input("clientNamespaces")]
    private InputList<string>? _clientNamespaces;

    [Input("datastoreCidrs")]
    private InputList<string>? _datastoreCidrs;

    [Input("apiServerCidrs")]
    private InputList<string>? _apiServerCidrs;

    /// <summary>
    /// Namespaces whose pods may use the API. Given, they are all; SpiceDB's own is among them only by name. The default is
    /// SpiceDB's own namespace.
    /// </summary>
    public InputList<string> ClientNamespaces { get => _clientNamespaces ??= []; set => _clientNamespaces = value; }

    /// <summary>Namespace whose pods may read the metrics. The default is none.</summary>
    [Input("monitoringNamespace")]
    public Input<string>? MonitoringNamespace { get; set; }

    /// <summary>
    /// Addresses of the datastore, as blocks such as <c>10.0.0.0/16</c>. The default, where <see cref="DatastoreNamespace"/>
    /// is not given either, is every address.
    /// </summary>
    public InputList<string> DatastoreCidrs { get => _datastoreCidrs ??= []; set => _datastoreCidrs = value; }

    /// <summary>Namespace of a datastore that runs in the cluster.</summary>
    [Input("datastoreNamespace")]
    public Input<string>? DatastoreNamespace { get; set; }

    /// <summary>Port of the datastore, from 1 to 65535. The default is <see cref="DefaultDatastorePort"/>.</summary>
    [Input("datastorePort")]
    public Input<int>? DatastorePort { get; set; }

    /// <summary>
    /// Addresses of the API server, which dispatch asks for the other replicas. It is no pod, so that only addresses can
    /// name it. The default is every address, on the ports 443 and 6443 only.
    /// </summary>
    public InputList<string> ApiServerCidrs { get => _apiServerCidrs ??= []; set => _apiServerCidrs = value; }

    /// <summary>The cluster's DNS. The default is <see cref="ClusterDns.KubeDns"/>.</summary>
    public ClusterDns Dns { get; set; } = ClusterDns.KubeDns;

    internal InputList<string>? ClientNamespacesOrNull => _clientNamespaces;

    internal InputList<string>? DatastoreCidrsOrNull => _datastoreCidrs;

    internal InputList<string>? ApiServerCidrsOrNull => _apiServerCidrs;
}
