using Pulumi;
using Rampart.Components.SpiceDb;

namespace Rampart.Infra.Settings;

/// <summary>The setting <c>datastore</c>: where SpiceDB keeps its relationships, and how to get there.</summary>
public sealed record DatastoreSettings
{
    /// <summary><c>memory</c> or <c>postgres</c>. The default is <c>memory</c>.</summary>
    public SpiceDbDatastore Engine { get; init; }

    /// <summary>Address of the database with user and password, a secret. Required with <c>postgres</c>.</summary>
    public Output<string>? Uri { get; init; }

    /// <summary>Port of the database, from 1 to 65535. The default is <see cref="SpiceDbNetworkArgs.DefaultDatastorePort"/>.</summary>
    public int Port { get; init; } = SpiceDbNetworkArgs.DefaultDatastorePort;

    /// <summary>Addresses of the database, as blocks. The default, without <see cref="Namespace"/>, is every address.</summary>
    public IReadOnlyList<string> Cidrs { get; init; } = [];

    /// <summary>Namespace of a database in the cluster; <see langword="null"/>, the default, for one outside.</summary>
    public string? Namespace { get; init; }
}
