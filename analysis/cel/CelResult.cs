using Rampart.Cel.Values;

namespace Rampart.Cel;

/// <summary>What an evaluation gave, and what it cost.</summary>
/// <param name="Value">A value, an error, or an unknown.</param>
/// <param name="Cost">The cost in the API server's units, with that of the lazy values that were computed on the way.</param>
public readonly record struct CelResult(CelValue Value, long Cost)
{
    /// <summary>Why the evaluation failed; null if it did not.</summary>
    public string? Error => Value.Is(out CelError? error) ? error.Message : null;

    /// <summary>The paths that the answer waits for; empty if it is known.</summary>
    public IReadOnlyList<string> UnknownPaths => Value.Is(out CelUnknown? unknown) ? unknown.Paths : [];
}
