namespace Rampart.Testing;

/// <summary>How a test runs a program.</summary>
public sealed record PlanSettings
{
    /// <summary>What <c>Deployment.ProjectName</c> gives, and the namespace of <c>new Config()</c>. The default is <c>project</c>.</summary>
    public string ProjectName { get; init; } = "project";

    /// <summary>What <c>Deployment.StackName</c> gives. The default is <c>test</c>.</summary>
    public string StackName { get; init; } = "test";

    /// <summary>
    /// The configuration, with full keys and values as an engine hands them over, objects as JSON:
    /// <c>["spicedb:replicas"] = "3"</c>. The default is none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The keys of <see cref="Config"/> whose values are secret. The default is none.</summary>
    public IReadOnlyCollection<string> SecretKeys { get; init; } = [];
}
