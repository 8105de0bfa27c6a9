namespace Rampart.Life.Tests.Service;

/// <summary>What could be seen of a service at one moment.</summary>
/// <param name="Time">Since the watch began.</param>
/// <param name="Deployment">The Deployment's uid; null when there is none.</param>
/// <param name="Ready">Number of its pods that are ready and not ending.</param>
internal sealed record ServiceSample(TimeSpan Time, string? Deployment, int Ready);
