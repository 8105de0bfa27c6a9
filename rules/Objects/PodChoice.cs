
namespace Rampart.Rules.Objects;

/// <summary>That a selector chooses the pods of a workload.</summary>
/// <param name="Workload">What makes the pods.</param>
/// <param name="Match">True, or unknown while a label or the selector is; never false.</param>
internal sealed record PodChoice(Workload Workload, Flag Match);
