namespace Rampart.Rules.Objects;

/// <summary>That a selector chooses the pods of a workload.</summary>
/// <param name="Workload">What makes the pods.</param>
/// <param name="Match">True, or unknown while a label or the selector is; never false.</param>
internal readonly record struct PodChoice(Workload Workload, Flag Match);
