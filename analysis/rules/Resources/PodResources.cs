namespace Rampart.Rules.Resources;

/// <summary>What a pod as a whole requests: the arithmetic of scheduler, quota and kubelet over its containers.</summary>
/// <param name="Containers">The containers. Ephemeral containers have no resources and do not count.</param>
/// <param name="InitContainers">The init containers, in their order.</param>
/// <remarks>
/// Init containers run one after another and before the containers, so they count by their maximum and not by their sum;
/// an init container that keeps running (a sidecar) counts beside the containers and beside each init container after it.
/// Source: KEP-753 and component-helpers/resource in Kubernetes.
/// </remarks>
public sealed record PodResources(
    IReadOnlyList<ContainerResources> Containers, IReadOnlyList<ContainerResources> InitContainers)
{
    /// <summary>
    /// The resources of the pod itself (<c>spec.resources</c>, on by default since 1.34); null when there are none, the
    /// default. For <c>cpu</c>, <c>memory</c> and huge pages they take the place of what the containers add up to.
    /// </summary>
    public ResourceRequirements? PodLevel { get; init; }

    /// <summary>What the runtime class adds (<c>spec.overhead</c>). The default is nothing.</summary>
    public ResourceList Overhead { get; init; } = ResourceList.Empty;

    /// <summary>What is set aside for the pod while it runs or starts, whichever is more.</summary>
    public ResourceList EffectiveRequests => Apply(Aggregate(c => c.Requests), PodLevel?.Requests) + Overhead;

    /// <summary>What the pod may use at most; a resource that a container leaves without limit is only partly in here.</summary>
    public ResourceList EffectiveLimits
    {
        get
        {
            ResourceList limits = Apply(Aggregate(c => c.Limits), PodLevel?.Limits);
            foreach ((string name, Quantity quantity) in Overhead)
            {
                if (limits[name] is { IsZero: false } limit)
                {
                    limits = limits.With(name, limit + quantity);
                }
            }

            return limits;
        }
    }

    /// <summary>Whether the pod itself has a request or limit that replaces those of its containers.</summary>
    public bool HasPodLevelResources => PodLevel is not null
        && (PodLevel.Requests.Any(entry => IsPodLevelResource(entry.Key)) || PodLevel.Limits.Any(entry => IsPodLevelResource(entry.Key)));

    /// <summary>
    /// The pod as the API server stores it: a container's limit is also its request unless it sets one; a pod's request
    /// is what its containers ask for, or else its limit.
    /// </summary>
    public PodResources Defaulted()
    {
        IReadOnlyList<ContainerResources> containers = Default(Containers), initContainers = Default(InitContainers);
        PodResources defaulted = ReferenceEquals(containers, Containers) && ReferenceEquals(initContainers, InitContainers)
            ? this
            : this with { Containers = containers, InitContainers = initContainers };
        if (PodLevel is not { Limits.Count: > 0 })
        {
            return defaulted;
        }

        ResourceList requests = PodLevel.Requests;
        foreach ((string name, Quantity quantity) in defaulted.Aggregate(c => c.Requests))
        {
            if (requests[name] is null && name is ResourceList.Cpu or ResourceList.Memory)
            {
                requests = requests.With(name, quantity);
            }
        }

        foreach ((string name, Quantity quantity) in PodLevel.Limits)
        {
            if (requests[name] is null && IsPodLevelResource(name))
            {
                requests = requests.With(name, quantity);
            }
        }

        return defaulted with { PodLevel = PodLevel with { Requests = requests } };
    }

    /// <summary>The pod after a LimitRange gave each container, init containers too, what it left out.</summary>
    /// <param name="defaultRequest">The <c>defaultRequest</c> of the LimitRange's item of type Container.</param>
    /// <param name="defaultLimit">Its <c>default</c>, which sets limits.</param>
    public PodResources WithLimitRange(ResourceList defaultRequest, ResourceList defaultLimit)
    {
        return defaultRequest.Count + defaultLimit.Count == 0
            ? this
            : this with { Containers = Fill(Containers), InitContainers = Fill(InitContainers) };

        ContainerResources[] Fill(IReadOnlyList<ContainerResources> containers) =>
            [.. containers.Select(container => container with
            {
                Resources = new ResourceRequirements(
                    container.Resources.Requests.WithDefaults(defaultRequest),
                    container.Resources.Limits.WithDefaults(defaultLimit)),
            })];
    }

    private static IReadOnlyList<ContainerResources> Default(IReadOnlyList<ContainerResources> containers)
    {
        ContainerResources[]? defaulted = null;
        for (int i = 0; i < containers.Count; i++)
        {
            ResourceRequirements own = containers[i].Resources;
            if (!own.HasAllRequests)
            {
                defaulted ??= [.. containers];
                defaulted[i] = containers[i] with { Resources = own.Defaulted };
            }
        }

        return defaulted ?? containers;
    }

    private static bool IsPodLevelResource(string name) =>
        name is ResourceList.Cpu or ResourceList.Memory || name.StartsWith("hugepages-", StringComparison.Ordinal);

    private static ResourceList Apply(ResourceList aggregate, ResourceList? podLevel)
    {
        foreach ((string name, Quantity quantity) in podLevel ?? ResourceList.Empty)
        {
            if (IsPodLevelResource(name))
            {
                aggregate = aggregate.With(name, quantity);
            }
        }

        return aggregate;
    }

    private ResourceList Aggregate(Func<ResourceRequirements, ResourceList> select)
    {
        if (Containers.Count == 1 && InitContainers.Count == 0)
        {
            return select(Containers[0].Resources);
        }

        Dictionary<string, Quantity> running = new(StringComparer.Ordinal), sidecars = new(StringComparer.Ordinal), most = new(StringComparer.Ordinal);
        foreach (ContainerResources container in Containers)
        {
            foreach ((string name, Quantity own) in select(container.Resources))
            {
                running[name] = running.GetValueOrDefault(name, Quantity.Zero) + own;
            }
        }

        // While an init container runs, the sidecars before it do, too.
        foreach (ContainerResources container in InitContainers)
        {
            foreach ((string name, Quantity own) in select(container.Resources))
            {
                Quantity starting = sidecars.GetValueOrDefault(name, Quantity.Zero) + own;
                most[name] = Quantity.Max(most.GetValueOrDefault(name, Quantity.Zero), starting);
                if (container.IsSidecar)
                {
                    sidecars[name] = starting;
                    running[name] = running.GetValueOrDefault(name, Quantity.Zero) + own;
                }
            }
        }

        foreach ((string name, Quantity starting) in most)
        {
            running[name] = Quantity.Max(running.GetValueOrDefault(name, Quantity.Zero), starting);
        }

        return new ResourceList(running);
    }
}
