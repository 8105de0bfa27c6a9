using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Configuration;

namespace Rampart.Components.Namespaces;

/// <summary>What a container of a namespace gets where it names no resources, and what it may name.</summary>
/// <remarks>
/// The defaults are for containers that others bring in, such as Jobs, debug containers and injected sidecars; hardened
/// workloads name their own. <see href="https://kubernetes.io/docs/concepts/policy/limit-range/"/>.
/// </remarks>
public sealed class ContainerLimitsArgs : ResourceArgs
{
    /// <summary>Limit of processor time for a container that names none, in cores.</summary>
    public const string DefaultCpu = "500m";

    /// <summary>Limit of memory for a container that names none.</summary>
    public const string DefaultMemory = "512Mi";

    /// <summary>Request of processor time for a container that names none, in cores.</summary>
    public const string DefaultRequestCpu = "100m";

    /// <summary>Request of memory for a container that names none.</summary>
    public const string DefaultRequestMemory = "128Mi";

    /// <summary>Smallest request of processor time, in cores.</summary>
    public const string MinCpu = "10m";

    /// <summary>Smallest request of memory: below it a container's own processes do not start.</summary>
    public const string MinMemory = "16Mi";

    /// <summary>Largest limit of processor time, in cores.</summary>
    public const string MaxCpu = "4";

    /// <summary>Largest limit of memory.</summary>
    public const string MaxMemory = "8Gi";

    /// <summary>
    /// Limits of a container that names none. Given, they replace <see cref="DefaultCpu"/> and <see cref="DefaultMemory"/>.
    /// </summary>
    [Input("default")]
    [Setting<QuantityForm>(Default = $$"""{"cpu":"{{DefaultCpu}}","memory":"{{DefaultMemory}}"}""")]
    public InputMap<string>? Default { get; set; }

    /// <summary>
    /// Requests of a container that names none. Given, they replace <see cref="DefaultRequestCpu"/> and
    /// <see cref="DefaultRequestMemory"/>.
    /// </summary>
    [Input("defaultRequest")]
    [Setting<QuantityForm>(Default = $$"""{"cpu":"{{DefaultRequestCpu}}","memory":"{{DefaultRequestMemory}}"}""")]
    public InputMap<string>? DefaultRequest { get; set; }

    /// <summary>Smallest requests. Given, they replace <see cref="MinCpu"/> and <see cref="MinMemory"/>.</summary>
    [Input("min")]
    [Setting<QuantityForm>(Default = $$"""{"cpu":"{{MinCpu}}","memory":"{{MinMemory}}"}""")]
    public InputMap<string>? Min { get; set; }

    /// <summary>Largest limits. Given, they replace <see cref="MaxCpu"/> and <see cref="MaxMemory"/>.</summary>
    [Input("max")]
    [Setting<QuantityForm>(Default = $$"""{"cpu":"{{MaxCpu}}","memory":"{{MaxMemory}}"}""")]
    public InputMap<string>? Max { get; set; }

    internal LimitRangeItemArgs Item() => new()
    {
        Type = "Container",
        Default = Default ?? Pair(DefaultCpu, DefaultMemory),
        DefaultRequest = DefaultRequest ?? Pair(DefaultRequestCpu, DefaultRequestMemory),
        Min = Min ?? Pair(MinCpu, MinMemory),
        Max = Max ?? Pair(MaxCpu, MaxMemory),
    };

    private static InputMap<string> Pair(string cpu, string memory) => new() { ["cpu"] = cpu, ["memory"] = memory };
}
