using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>One item of a LimitRange.</summary>
/// <param name="Object">The LimitRange.</param>
/// <param name="Path">The path of the item, e.g. <c>spec.limits[0]</c>.</param>
/// <param name="Type">What it is about: <c>Container</c>, <c>Pod</c> or <c>PersistentVolumeClaim</c>.</param>
internal sealed record LimitRangeItem(KubernetesObject Object, string Path, string Type)
{
    /// <summary>The type of items about containers.</summary>
    public const string OfContainers = "Container";

    /// <summary>The type of items about pods as a whole.</summary>
    public const string OfPods = "Pod";

    public ResourceList Min { get; init; } = ResourceList.Empty;

    public ResourceList Max { get; init; } = ResourceList.Empty;

    /// <summary>The limits of a container that has none, as they are written.</summary>
    public ResourceList Default { get; init; } = ResourceList.Empty;

    /// <summary>The requests of a container that has none, as they are written.</summary>
    public ResourceList DefaultRequest { get; init; } = ResourceList.Empty;

    /// <summary>How many times its request a limit may be.</summary>
    public ResourceList MaxLimitRequestRatio { get; init; } = ResourceList.Empty;

    /// <summary>Its content as a text, which is the same for items with the same content.</summary>
    public string Text => $"{Path}/{Type}/{Min}/{Max}/{Default}/{DefaultRequest}/{MaxLimitRequestRatio}\n";

    /// <summary>The limits that the API server fills in: the maximum where the item sets nothing else.</summary>
    public ResourceList StoredDefault => field ??= Type == OfContainers ? Default.WithDefaults(Max) : ResourceList.Empty;

    /// <summary>The requests that the API server fills in: the limit, or else the minimum, where the item sets nothing else.</summary>
    public ResourceList StoredDefaultRequest => field ??=
        Type == OfContainers ? DefaultRequest.WithDefaults(StoredDefault).WithDefaults(Min) : ResourceList.Empty;
}
