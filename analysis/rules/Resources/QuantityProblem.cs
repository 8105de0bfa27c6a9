using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>What is wrong with one entry of a map of quantities.</summary>
/// <param name="Object">The object.</param>
/// <param name="Path">The entry, or the map when it is not known.</param>
/// <param name="Message">What is wrong; null when the value is not known.</param>
/// <param name="Found">The name or value that is wrong.</param>
internal sealed record QuantityProblem(KubernetesObject Object, string Path, string? Message, string Found)
{
    /// <summary>Whether the map is one of a quota, which counts other resources than containers have.</summary>
    public bool IsOfQuota { get; init; }
}
