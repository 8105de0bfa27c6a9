namespace Rampart.Life.Tests;

/// <summary>A change of a stack's settings.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Settings">The settings, each as <c>path=value</c>.</param>
internal sealed record Change(string Name, params string[] Settings)
{
    /// <summary>Settings that are secrets.</summary>
    public string[] Secrets { get; init; } = [];

    /// <summary>The number of pods after the change; null when it stays.</summary>
    public int? Replicas { get; init; }
}
