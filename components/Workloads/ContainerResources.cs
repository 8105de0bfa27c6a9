using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.Workloads;

/// <summary>Requests and limits of a container whose author named neither.</summary>
/// <remarks>
/// They are small on purpose: enough for a start, low enough to show in a graph that nobody thought about them. A
/// container that names any resources gets nothing from here, since a default beside a given value may contradict it.
/// </remarks>
public static class ContainerResources
{
    /// <summary>Processor time that is reserved: a tenth of a core.</summary>
    public const string CpuRequest = "100m";

    /// <summary>Processor time at most: half a core.</summary>
    public const string CpuLimit = "500m";

    /// <summary>Memory that is reserved.</summary>
    public const string MemoryRequest = "128Mi";

    /// <summary>Memory at most; the kernel ends a container that asks for more.</summary>
    public const string MemoryLimit = "256Mi";

    /// <summary>Node disk that is reserved for logs and empty directories.</summary>
    public const string EphemeralStorageRequest = "64Mi";

    /// <summary>Node disk at most; the kubelet evicts a pod that fills more.</summary>
    public const string EphemeralStorageLimit = "256Mi";

    /// <summary>All of them, as the default of a setting.</summary>
    internal const string Json =
        $$$"""
        {"requests":{"cpu":"{{{CpuRequest}}}","memory":"{{{MemoryRequest}}}","ephemeral-storage":"{{{EphemeralStorageRequest}}}"},
        "limits":{"cpu":"{{{CpuLimit}}}","memory":"{{{MemoryLimit}}}","ephemeral-storage":"{{{EphemeralStorageLimit}}}"}}
        """;

    internal static ResourceRequirementsArgs Default() => new()
    {
        Requests = new InputMap<string>
        {
            ["cpu"] = CpuRequest,
            ["memory"] = MemoryRequest,
            ["ephemeral-storage"] = EphemeralStorageRequest,
        },
        Limits = new InputMap<string>
        {
            ["cpu"] = CpuLimit,
            ["memory"] = MemoryLimit,
            ["ephemeral-storage"] = EphemeralStorageLimit,
        },
    };
}
