namespace Rampart.Rules.Resources;

/// <summary>How soon the kubelet gives a pod up when its node runs out of memory.</summary>
public enum QualityOfServiceClass
{
    /// <summary>No container asks for cpu or memory: the first to go.</summary>
    BestEffort,

    /// <summary>Something is asked for, but not all as for <see cref="Guaranteed"/>.</summary>
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
        ResourceList requests = ResourceList.Empty, limits = ResourceList.Empty;
        bool isLimited = true;
        if (defaulted.PodLevel is { } podLevel)
        {
            requests = Counted(podLevel.Requests);
            limits = Counted(podLevel.Limits);
            isLimited = limits.Count == 2;
        }
        else
        {
            foreach (ContainerResources container in defaulted.Containers.Concat(defaulted.InitContainers))
            {
                ResourceList own = Counted(container.Resources.Limits);
                requests += Counted(container.Resources.Requests);
                limits += own;
                isLimited &= own.Count == 2;
            }
        }

        if (requests.Count == 0 && limits.Count == 0)
        {
            return QualityOfServiceClass.BestEffort;
        }

        return isLimited
            && requests[ResourceList.Cpu] == limits[ResourceList.Cpu]
            && requests[ResourceList.Memory] == limits[ResourceList.Memory]
                ? QualityOfServiceClass.Guaranteed
                : QualityOfServiceClass.Burstable;
    }

    private static ResourceList Counted(ResourceList list) =>
        new(list.Where(entry => entry.Key is ResourceList.Cpu or ResourceList.Memory && entry.Value.Sign > 0));
}
