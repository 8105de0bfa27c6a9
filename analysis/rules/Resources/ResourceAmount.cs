using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>What decides how much of a resource a container gets, where the container does not set it.</summary>
internal enum ResourceSource
{
    /// <summary>The pod, for all its containers.</summary>
    Pod,

    /// <summary>The container's limit, which the API server uses as its request.</summary>
    Limit,

    /// <summary>A LimitRange of the namespace.</summary>
    LimitRange,

    /// <summary>Nothing.</summary>
    Nobody,

    /// <summary>The container, but it sets 0, which means nothing.</summary>
    Zero,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How much of a resource a container requests, or may use, where it does not set it itself.</summary>
internal sealed class ResourceAmount
{
    private ResourceAmount(Container container, ResourceSource source, Field value = default, KubernetesObject? limitRange = null)
    {
        Container = container;
        Source = source;
        Value = value;
        LimitRange = limitRange;
    }

    /// <summary>The container.</summary>
    public Container Container { get; }

    /// <summary>What decides it.</summary>
    public ResourceSource Source { get; }

    /// <summary>The limit, when it is the source.</summary>
    public Field Value { get; }

    /// <summary>The LimitRange, when it is the source, or when something in it is not known.</summary>
    public KubernetesObject? LimitRange { get; }

    /// <summary>Finds the amount; null when the container itself sets it.</summary>
    /// <param name="container">A container that is not ephemeral.</param>
    /// <param name="resources">Its resources.</param>
    /// <param name="resource">The resource, e.g. <c>cpu</c>.</param>
    /// <param name="isLimit">Whether to find the limit, and not the request.</param>
    /// <param name="limitRanges">The LimitRanges.</param>
    public static ResourceAmount? FindUnusual(Container container, Field resources, string resource, bool isLimit, LimitRanges limitRanges)
    {
        Field own = resources[isLimit ? "limits" : "requests"][resource];
        switch (QuantityField.Read(own, out Quantity quantity))
        {
            case QuantityState.Unknown:
                return new ResourceAmount(container, ResourceSource.Unknown);
            case QuantityState.Valid:
                return quantity.IsZero ? new ResourceAmount(container, ResourceSource.Zero) : null;
            case QuantityState.Invalid:
                return null;
        }

        Field ofPod = container.Workload.PodSpec["resources"];
        if (!ofPod.IsUnset && resource != ResourceList.EphemeralStorage)
        {
            Field limit = ofPod["limits"][resource], request = ofPod["requests"][resource];
            if (limit.IsUnknown || request.IsUnknown)
            {
                return new ResourceAmount(container, ResourceSource.Unknown);
            }

            if (!limit.IsUnset || (!isLimit && !request.IsUnset))
            {
                return new ResourceAmount(container, ResourceSource.Pod);
            }
        }

        if (!isLimit && resources["limits"][resource] is { IsUnset: false } ownLimit)
        {
            return ownLimit.IsUnknown ? new ResourceAmount(container, ResourceSource.Unknown) : new ResourceAmount(container, ResourceSource.Limit, ownLimit);
        }

        NamespaceLimits limits = limitRanges.In(container.Workload.Object.Place);
        return limits.FindGiver(resource, isLimit) is { } giver ? new ResourceAmount(container, ResourceSource.LimitRange, default, giver)
            : (limits.UnknownIn ?? limitRanges.FindUncertain(container.Workload.Object.Place)) is { } uncertain
                ? new ResourceAmount(container, ResourceSource.Unknown, default, uncertain)
            : new ResourceAmount(container, ResourceSource.Nobody);
    }
}
