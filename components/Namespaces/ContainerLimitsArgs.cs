using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

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

    [Input("default")]
    private InputMap<string>? _default;

    [Input("defaultRequest")]
    private InputMap<string>? _defaultRequest;

    [Input("min")]
    private InputMap<string>? _min;

    [Input("max")]
    private InputMap<string>? _max;

    /// <summary>
    /// Limits of a container that names none. Given, they replace <see cref="DefaultCpu"/> and <see cref="DefaultMemory"/>.
    /// </summary>
    public InputMap<string> Default { get => _default ??= []; set => _default = value; }

    /// <summary>
    /// Requests of a container that names none. Given, they replace <see cref="DefaultRequestCpu"/> and
    /// <see cref="DefaultRequestMemory"/>.
    /// </summary>
    public InputMap<string> DefaultRequest { get => _defaultRequest ??= []; set => _defaultRequest = value; }

    /// <summary>Smallest requests. Given, they replace <see cref="MinCpu"/> and <see cref="MinMemory"/>.</summary>
    public InputMap<string> Min { get => _min ??= []; set => _min = value; }

    /// <summary>Largest limits. Given, they replace <see cref="MaxCpu"/> and <see cref="MaxMemory"/>.</summary>
    public InputMap<string> Max { get => _max ??= []; set => _max = value; }

    internal LimitRangeItemArgs Item() => new()
    {
        Type = "Container",
        Default = _default ?? Pair(DefaultCpu, DefaultMemory),
        DefaultRequest = _defaultRequest ?? Pair(DefaultRequestCpu, DefaultRequestMemory),
        Min = _min ?? Pair(MinCpu, MinMemory),
        Max = _max ?? Pair(MaxCpu, MaxMemory),
    };

    private static InputMap<string> Pair(string cpu, string memory) => new() { ["cpu"] = cpu, ["memory"] = memory };
}
