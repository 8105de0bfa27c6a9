namespace Pulumi.Wire;

/// <summary>How values are written for a monitor.</summary>
/// <param name="ResourceReferences">Whether resources as values are written as references; otherwise as their id or URN.</param>
/// <param name="OutputValues">Whether arguments of methods and remote components keep the dependencies of their parts.</param>
internal sealed record EngineFeatures(bool ResourceReferences, bool OutputValues)
{
    /// <summary>For a monitor in this process, which gets dependencies per property and shows resources itself.</summary>
    public static readonly EngineFeatures InProcess = new(ResourceReferences: true, OutputValues: false);
}
