namespace Rampart.Testing;

/// <summary>How a test plans a program.</summary>
public sealed record PlanSettings
{
    /// <summary>
    /// What <c>Deployment.ProjectName</c> gives, and the namespace of <c>new Config()</c>. The default is the name in the nearest Pulumi.yaml, and
    /// <c>project</c> where there is none. Of a Pulumi.yaml with another name nothing is taken.
    /// </summary>
    public string? ProjectName { get; init; }

    /// <summary>What <c>Deployment.StackName</c> gives. The default is <c>test</c>.</summary>
    public string? StackName { get; init; }

    /// <summary>
    /// The folder in which, and above which, Pulumi.yaml is looked for; a relative path starts from the folder of the test's assembly, which is
    /// also the default.
    /// </summary>
    public string Folder { get; init; } = "";

    /// <summary>
    /// The configuration, values as an engine hands them over, lists and mappings as JSON: <c>["replicas"] = "3"</c>. A key without a namespace is
    /// the project's. Values win over those of files, and must be of the types that Pulumi.yaml declares. The default is none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a test passes though the program uses components, Helm releases or functions of providers, which a plan does not start: what they
    /// declare is not known, and not checked. The default is false.
    /// </summary>
    public bool AllowUnknown { get; init; }

    /// <summary>The keys of <see cref="Config"/> whose values are secret, besides those that Pulumi.yaml or the stack's file make so. The default is none.</summary>
    public IReadOnlyCollection<string> SecretKeys { get; init; } = [];
}
