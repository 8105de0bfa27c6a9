namespace Rampart.Rules.Resources;

/// <summary>How soon the kubelet evicts a pod when its node runs out of memory.</summary>
public enum QualityOfServiceClass
{
    /// <summary>No container requests cpu or memory: the first to be evicted.</summary>
    BestEffort,

    /// <summary>Something is requested, but not everything that <see cref="Guaranteed"/> needs.</summary>
    Burstable,

    /// <summary>Each container has limits for cpu and memory, and the requests are the same: the last to go.</summary>
    Guaranteed,
}

/// <summary>The quality of service of a pod, as the API server writes it into the pod's status and the kubelet acts on it.</summary>
/// <remarks>
/// Only cpu and memory count, and a quantity of zero is none. Resources of the pod itself, where it has them, decide alone;
/// init containers count like the others.
/// </remarks>
public static class QualityOfService
{
    /// <summary>The class of a pod.</summary>
    /// <param name="pod">The pod as it is written; the requests that the API server adds are taken into account.</param>
    public static QualityOfServiceClass Of(PodResources pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        PodResources defaulted = pod.Defaulted();
        Sums sums = new();
        if (defaulted.PodLevel is { } podLevel)
        {
            sums.Add(podLevel);
        }
        else
        {
            sums.Add(defaulted.Containers);
            sums.Add(defaulted.InitContainers);
        }

        return sums.Class;
    }

    private struct Sums()
    {
        private Quantity _cpuRequests, _cpuLimits, _memoryRequests, _memoryLimits;
        private bool _isLimited = true;

        public readonly QualityOfServiceClass Class =>
            (_cpuRequests.IsZero && _cpuLimits.IsZero && _memoryRequests.IsZero && _memoryLimits.IsZero) ? QualityOfServiceClass.BestEffort
            : _isLimited && _cpuRequests == _cpuLimits && _memoryRequests == _memoryLimits ? QualityOfServiceClass.Guaranteed
            : QualityOfServiceClass.Burstable;

        public void Add(IReadOnlyList<ContainerResources> containers)
        {
            for (int i = 0; i < containers.Count; i++)
            {
                Add(containers[i].Resources);
            }
        }

        public void Add(ResourceRequirements resources)
        {
            Quantity cpu = Counted(resources.Limits, ResourceList.Cpu), memory = Counted(resources.Limits, ResourceList.Memory);
            _cpuRequests += Counted(resources.Requests, ResourceList.Cpu);
            _memoryRequests += Counted(resources.Requests, ResourceList.Memory);
            _cpuLimits += cpu;
            _memoryLimits += memory;
            _isLimited &= !cpu.IsZero && !memory.IsZero;
        }

        private static Quantity Counted(ResourceList list, string name) =>
            list.TryGetValue(name, out Quantity quantity) && quantity.Sign > 0 ? quantity : Quantity.Zero;
    }
}
