namespace Rampart.Plan.Monitors;

/// <summary>A program told the engine something that cannot be.</summary>
/// <param name="message">What, and what to do about it.</param>
public sealed class PlanException(string message) : Exception(message);
