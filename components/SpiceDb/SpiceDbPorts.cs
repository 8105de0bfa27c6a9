namespace Rampart.Components.SpiceDb;

/// <summary>The ports of SpiceDB, in its containers and at its service: the program's own defaults.</summary>
public static class SpiceDbPorts
{
    /// <summary>The gRPC API.</summary>
    public const int Grpc = 50051;

    /// <summary>The HTTP gateway to the API, where it is enabled.</summary>
    public const int Http = 8443;

    /// <summary>Prometheus metrics and profiles, which ask for no key.</summary>
    public const int Metrics = 9090;

    /// <summary>What the replicas send to each other, where dispatch is enabled.</summary>
    public const int Dispatch = 50053;

    internal const string GrpcName = "grpc";
    internal const string HttpName = "http";
    internal const string MetricsName = "metrics";
    internal const string DispatchName = "dispatch";
}
