namespace Rampart.Cli.Checks;

/// <summary>How many objects of a kind there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">The number.</param>
public sealed record KindCount(string Kind, int Count);
