namespace Rampart.Rules.Resources;

/// <summary>What a container, or a whole pod, requests and may use at most.</summary>
/// <param name="Requests">What the scheduler sets aside.</param>
/// <param name="Limits">What the kubelet enforces.</param>
public sealed record ResourceRequirements(ResourceList Requests, ResourceList Limits)
{
    /// <summary>Neither requests nor limits.</summary>
    public static readonly ResourceRequirements None = new(ResourceList.Empty, ResourceList.Empty);

    /// <summary>The same with a request for every limit that has none, as the API server adds them.</summary>
    public ResourceRequirements Defaulted => HasAllRequests ? this : this with { Requests = Requests.WithDefaults(Limits) };

    /// <summary>Whether there is a request for every limit.</summary>
    internal bool HasAllRequests => Requests.NamesAllOf(Limits);
}

/// <summary>The resources of one container.</summary>
/// <param name="Name">The container's name.</param>
/// <param name="Resources">Its requests and limits.</param>
public sealed record ContainerResources(string Name, ResourceRequirements Resources)
{
    /// <summary>
    /// Whether an init container keeps running beside the others (<c>restartPolicy: Always</c>). The default is false; of no
    /// meaning for other containers.
    /// </summary>
    public bool IsSidecar { get; init; }
}
