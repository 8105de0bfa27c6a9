using Rampart.Components.Namespaces;

namespace Rampart.Infra.Settings;

/// <summary>The setting <c>limitRange</c>: what a container gets where it names nothing, and what it may name.</summary>
public sealed record LimitRangeSettings
{
    /// <summary>Limits of a container that names none. The default is that of <see cref="ContainerLimitsArgs"/>.</summary>
    public Amounts Default { get; init; } = Amounts.Of(("cpu", ContainerLimitsArgs.DefaultCpu), ("memory", ContainerLimitsArgs.DefaultMemory));

    /// <summary>Requests of a container that names none. The default is that of <see cref="ContainerLimitsArgs"/>.</summary>
    public Amounts DefaultRequest { get; init; } =
        Amounts.Of(("cpu", ContainerLimitsArgs.DefaultRequestCpu), ("memory", ContainerLimitsArgs.DefaultRequestMemory));

    /// <summary>Smallest requests. The default is that of <see cref="ContainerLimitsArgs"/>.</summary>
    public Amounts Min { get; init; } = Amounts.Of(("cpu", ContainerLimitsArgs.MinCpu), ("memory", ContainerLimitsArgs.MinMemory));

    /// <summary>Largest limits. The default is that of <see cref="ContainerLimitsArgs"/>.</summary>
    public Amounts Max { get; init; } = Amounts.Of(("cpu", ContainerLimitsArgs.MaxCpu), ("memory", ContainerLimitsArgs.MaxMemory));
}
