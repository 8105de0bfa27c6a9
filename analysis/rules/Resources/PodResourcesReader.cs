using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Reads what a pod requests from its manifest.</summary>
public static class PodResourcesReader
{
    /// <summary>Reads the requests and limits of a workload's pods, as they are written.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="pod">The resources; null when one of them cannot be counted.</param>
    /// <param name="unknown">The field that is not known yet, not a quantity, negative, or a secret, which a sum would reveal.</param>
    public static bool TryRead(Workload workload, [NotNullWhen(true)] out PodResources? pod, out UnknownField unknown)
    {
        ArgumentNullException.ThrowIfNull(workload);
        PodResourcesReading reading = workload.Remember(Read);
        unknown = reading.Unknown;
        pod = reading.Pod;
        return pod is not null;
    }

    private static PodResourcesReading Read(Workload workload) =>
        TryReadContainers(workload, out PodResources? pod, out UnknownField unknown) ? new PodResourcesReading(pod, default) : new PodResourcesReading(null, unknown);

    private static bool TryReadContainers(Workload workload, [NotNullWhen(true)] out PodResources? pod, out UnknownField unknown)
    {
        pod = null;
        List<ContainerResources> containers = [], initContainers = [];
        foreach (Container container in workload.Containers)
        {
            if (container.Kind == ContainerKind.Ephemeral)
            {
                continue;
            }

            if (container.Body.IsUnknown)
            {
                unknown = new UnknownField(container.Path, "is not known yet");
                return false;
            }

            if (!TryRead(new LocatedField(container.Path, container.Body)["resources"], out ResourceRequirements? resources, out unknown))
            {
                return false;
            }

            (container.Kind == ContainerKind.Normal ? containers : initContainers).Add(
                new ContainerResources(container.Name, resources) { IsSidecar = container.Kind == ContainerKind.Sidecar });
        }

        LocatedField spec = new(workload.SpecPath, workload.PodSpec);
        if (!TryRead(spec["resources"], out ResourceRequirements? podLevel, out unknown)
            || !QuantityField.TryReadList(spec["overhead"], out ResourceList overhead, out unknown))
        {
            return false;
        }

        pod = new PodResources(containers, initContainers) { PodLevel = spec["resources"].Field.IsUnset ? null : podLevel, Overhead = overhead };
        return true;
    }

    private static bool TryRead(LocatedField resources, [NotNullWhen(true)] out ResourceRequirements? requirements, out UnknownField unknown)
    {
        requirements = null;
        if (!QuantityField.TryReadList(resources["requests"], out ResourceList requests, out unknown)
            || !QuantityField.TryReadList(resources["limits"], out ResourceList limits, out unknown))
        {
            return false;
        }

        requirements = new ResourceRequirements(requests, limits);
        return true;
    }
}

/// <summary>What a workload's pods request, or why that is not known.</summary>
/// <param name="Pod">The resources; null when one of them cannot be counted.</param>
/// <param name="Unknown">The field that is not known.</param>
internal sealed record PodResourcesReading(PodResources? Pod, UnknownField Unknown);
