namespace Rampart.Rules.Objects;

/// <summary>Where the objects of a kind that is not Kubernetes' own hold pods.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kinds">The kinds, with spaces between them.</param>
/// <param name="Path">The path of the pod's spec; <c>[]</c> stands for every item of a list.</param>
internal sealed record WellKnownPod(string Group, string Kinds, string Path)
{
    /// <summary>The fields with containers, each a list or a single one, with spaces between them.</summary>
    public string Containers { get; init; } = "containers";

    /// <summary>A field beside the containers that says what holds for each unless it says otherwise; empty for none.</summary>
    public string Defaults { get; init; } = "";

    /// <summary>The path of a securityContext for pods that have none of their own; empty for none.</summary>
    public string PodContext { get; init; } = "";

    /// <summary>Whether the pods end by themselves.</summary>
    public bool RunsToCompletion { get; init; }
}
