using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Whether a quota, a limit range or the nodes allow the declared objects to run, as one line of a report.</summary>
/// <param name="Object">The ResourceQuota or LimitRange; for the nodes, the workload.</param>
/// <param name="Text">The verdict with its numbers, e.g. <c>requests.cpu: fits, 18% left (8200m of 10)</c>.</param>
/// <param name="Fits">Whether all fits; null while it is not known.</param>
public sealed record FeasibilityVerdict(KubernetesObject Object, string Text, bool? Fits)
{
    /// <summary>Object and verdict.</summary>
    public override string ToString() => $"{Object}: {Text}";
}
