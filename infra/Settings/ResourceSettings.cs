using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.SpiceDb;
using Rampart.Rules.Resources;
using ContainerDefaults = Rampart.Components.Workloads.ContainerResources;

namespace Rampart.Infra.Settings;

/// <summary>Requests and limits of one container.</summary>
/// <param name="Requests">What is reserved.</param>
/// <param name="Limits">What is allowed at most.</param>
public sealed record ResourceSettings(Amounts Requests, Amounts Limits)
{
    /// <summary>Default of SpiceDB's own container.</summary>
    public static ResourceSettings SpiceDb => new(
        Amounts.Of(
            (ResourceList.Cpu, SpiceDbArgs.DefaultCpuRequest),
            (ResourceList.Memory, SpiceDbArgs.DefaultMemory),
            (ResourceList.EphemeralStorage, ContainerDefaults.EphemeralStorageRequest)),
        Amounts.Of(
            (ResourceList.Cpu, SpiceDbArgs.DefaultCpuLimit),
            (ResourceList.Memory, SpiceDbArgs.DefaultMemory),
            (ResourceList.EphemeralStorage, ContainerDefaults.EphemeralStorageLimit)));

    /// <summary>Default of any other container.</summary>
    public static ResourceSettings Container => new(
        Amounts.Of(
            (ResourceList.Cpu, ContainerDefaults.CpuRequest),
            (ResourceList.Memory, ContainerDefaults.MemoryRequest),
            (ResourceList.EphemeralStorage, ContainerDefaults.EphemeralStorageRequest)),
        Amounts.Of(
            (ResourceList.Cpu, ContainerDefaults.CpuLimit),
            (ResourceList.Memory, ContainerDefaults.MemoryLimit),
            (ResourceList.EphemeralStorage, ContainerDefaults.EphemeralStorageLimit)));

    internal ResourceRequirements Requirements => new(Requests.Quantities, Limits.Quantities);

    internal ResourceRequirementsArgs ToArgs() => new() { Requests = Requests.ToInput(), Limits = Limits.ToInput() };
}
