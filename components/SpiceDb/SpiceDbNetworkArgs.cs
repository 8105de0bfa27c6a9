using Pulumi;
using Rampart.Components.Configuration;
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

    /// <summary>
    /// Namespaces whose pods may use the API. Given, they are all; SpiceDB's own is among them only by name. The default, and
    /// what an empty list means, is SpiceDB's own namespace.
    /// </summary>
    [Input("clientNamespaces")]
    [Setting<NamespaceNameForm>]
    public InputList<string>? ClientNamespaces { get; set; }

    /// <summary>Namespace whose pods may read the metrics. The default is none.</summary>
    [Input("monitoringNamespace")]
    [Setting<NamespaceNameForm>]
    public Input<string>? MonitoringNamespace { get; set; }

    /// <summary>
    /// Addresses of the datastore, as blocks such as <c>10.0.0.0/16</c>. The default, where <see cref="DatastoreNamespace"/>
    /// is not given either, is every address.
    /// </summary>
    [Input("datastoreCidrs")]
    [Setting<AddressBlockForm>]
    public InputList<string>? DatastoreCidrs { get; set; }

    /// <summary>Namespace of a datastore that runs in the cluster.</summary>
    [Input("datastoreNamespace")]
    [Setting<NamespaceNameForm>]
    public Input<string>? DatastoreNamespace { get; set; }

    /// <summary>Port of the datastore, from 1 to 65535. The default is <see cref="DefaultDatastorePort"/>.</summary>
    [Input("datastorePort")]
    [Setting(Minimum = 1, Maximum = 65535, Default = DefaultDatastorePort)]
    public Input<int>? DatastorePort { get; set; }

    /// <summary>
    /// Addresses of the API server, which dispatch asks for the other replicas. It is no pod, so that only addresses can
    /// name it. The default is every address, on the ports 443 and 6443 only.
    /// </summary>
    [Input("apiServerCidrs")]
    [Setting<AddressBlockForm>]
    public InputList<string>? ApiServerCidrs { get; set; }

    /// <summary>The cluster's DNS. The default is <see cref="ClusterDns.KubeDns"/>.</summary>
    public ClusterDns Dns { get; set; } = ClusterDns.KubeDns;
}
