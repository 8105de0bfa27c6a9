using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Configuration;

/// <summary>
/// The configuration of one stack, read from the files that the Pulumi CLI reads, without the CLI: values, what is secret, where each was
/// written, and all that is wrong.
/// </summary>
public sealed class StackConfiguration
{
    private readonly Dictionary<string, ConfigValue> _byKey;
    private readonly List<ConfigValue> _sorted;

    internal StackConfiguration(string stackName, ProjectFile? project, StackFile? stack, Dictionary<string, ConfigValue> values, List<Diagnostic> diagnostics)
    {
        ProjectName = project?.Name ?? "";
        StackName = stackName;
        KeysLocation = stack?.ConfigLocation ?? new SourceLocation(project?.FileName ?? "Pulumi.yaml", 0, 0);
        Project = project;
        Stack = stack;
        Diagnostics = diagnostics;
        HasErrors = ContainsError(diagnostics);
        _byKey = values;
        _sorted = new List<ConfigValue>(values.Values);
        _sorted.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
    }

    /// <summary>The name of the project; empty when there is no project or its name is not valid.</summary>
    public string ProjectName { get; internal init; }

    /// <summary>The name of the stack, as it was asked for.</summary>
    public string StackName { get; }

    /// <summary>Pulumi.yaml; null when there is none.</summary>
    public ProjectFile? Project { get; }

    /// <summary>Pulumi.&lt;stack&gt;.yaml; null when there is none that can be read.</summary>
    public StackFile? Stack { get; }

    /// <summary>All values by full key; those of the stack, of overrides, and defaults where nothing else is set.</summary>
    /// <remarks>Values that a diagnostic complains about are here too, so that the program's own checks can go on.</remarks>
    public IReadOnlyDictionary<string, ConfigValue> Values => _byKey;

    /// <summary>The texts of all values, or parts of values, that may not be shown; those that could not be decrypted are not known.</summary>
    public SecretTexts Secrets => field ??= FindSecrets();

    /// <summary>
    /// Whether components enforce the rules while the stack is planned. They do not, unless the configuration is given in code: whoever plans a
    /// stack checks the whole of it, and can tell more than each component alone.
    /// </summary>
    public bool IsEnforced { get; internal init; }

    /// <summary>Where keys without a value are missing.</summary>
    internal SourceLocation KeysLocation { get; init; }

    /// <summary>What is wrong, by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether a diagnostic is an error.</summary>
    public bool HasErrors { get; }

    /// <summary>Reads the configuration of a stack. Mistakes of the user are diagnostics, never exceptions.</summary>
    /// <param name="folder">The folder of Pulumi.yaml, or one below it.</param>
    /// <param name="stackName">The name of the stack, e.g. <c>dev</c>.</param>
    /// <param name="overrides">Values that win over those of the files, each <c>key=value</c>; of two for one key the later wins.</param>
    /// <param name="environment">Gives the value of an environment variable, null when it is not set; asked only when a value is encrypted.</param>
    public static StackConfiguration Load(string folder, string stackName, IReadOnlyList<string> overrides, Func<string, string?> environment) =>
        new StackConfigurationLoader(stackName, environment).Load(folder, overrides);

    /// <summary>Reads the configuration of a stack, as <see cref="Load(string, string, IReadOnlyList{string}, Func{string, string?})"/> does.</summary>
    /// <param name="folder">The folder of Pulumi.yaml, or one below it.</param>
    /// <param name="stackName">The name of the stack, e.g. <c>dev</c>.</param>
    /// <param name="given">Values that win over those of the files.</param>
    /// <param name="environment">Gives the value of an environment variable, null when it is not set; asked only when a value is encrypted.</param>
    public static StackConfiguration Load(string folder, string stackName, GivenValues given, Func<string, string?> environment) =>
        new StackConfigurationLoader(stackName, environment).Load(folder, given);

    /// <summary>
    /// The configuration of a stack without a file: the values that are given, and the defaults of Pulumi.yaml, which also says what types they are
    /// of. A key without a value is no mistake; the program says when it needs it.
    /// </summary>
    /// <param name="folder">The folder of Pulumi.yaml, or one below it; there may be none.</param>
    /// <param name="projectName">The project; of a Pulumi.yaml with another name nothing is taken. Null for the one there is, or <c>project</c>.</param>
    /// <param name="stackName">The name of the stack.</param>
    /// <param name="given">The values.</param>
    public static StackConfiguration OfValues(string folder, string? projectName, string stackName, GivenValues given) =>
        new StackConfigurationLoader(stackName, static _ => null).Load(folder, projectName, given);

    /// <summary>The stacks that have a file, in ordinal order; none when there is no project.</summary>
    /// <param name="folder">The folder of Pulumi.yaml, or one below it.</param>
    public static IReadOnlyList<string> ListStacks(string folder) =>
        ProjectLocator.FindProject(folder) is { } path ? ProjectLocator.ListStacks(ProjectFileReader.Read(path, new ProblemList())) : [];

    /// <summary>The values in the form in which a language host hands them to a program.</summary>
    public PulumiConfig ToPulumiConfig() => new(_sorted);

    /// <summary>The values as a program gets them that is only planned: <c>rampart:enforcement</c> is <c>off</c>, unless <see cref="IsEnforced"/>.</summary>
    public PulumiConfig ToPlanConfig() => IsEnforced ? ToPulumiConfig() : ToPulumiConfig().With("rampart:enforcement", "off");

    /// <summary>Where a value, or a part of one, was written.</summary>
    /// <param name="key">
    /// The key, with or without the project's namespace, and a path below it: <c>spicedb:resources.limits.cpu</c>, <c>spicedb:images[0]</c>,
    /// <c>spicedb:labels["a.b/c"]</c>.
    /// </param>
    /// <returns>The nearest place around it when the part is not there, and <c>config:</c> in the stack's file when the key is not.</returns>
    public SourceLocation Locate(string key)
    {
        if (_byKey.TryGetValue(key, out ConfigValue? value))
        {
            return value.Location;
        }

        (string root, string below) = ConfigLocator.Split(key, ProjectName);
        return _byKey.TryGetValue(root, out value) ? ConfigLocator.Find(value.Source, below)
            : KeysLocation;
    }

    /// <summary>A diagnostic that knows only its key, with its file, line and column; one that has a line stays as it is.</summary>
    public Diagnostic Locate(Diagnostic diagnostic)
    {
        if (diagnostic.Line > 0 || diagnostic.Key.Length == 0)
        {
            return diagnostic;
        }

        SourceLocation location = Locate(diagnostic.Key);
        return diagnostic with { File = location.File, Line = location.Line, Column = location.Column };
    }

    /// <summary>
    /// <see cref="Diagnostics"/> and those that the program's settings add, located and in order. Where both complain about the type or the lack
    /// of one value, only the program's stays, since it knows what is allowed. Secrets are masked.
    /// </summary>
    /// <param name="settings">What the program found wrong; most know only their key.</param>
    public IReadOnlyList<Diagnostic> Merge(IReadOnlyList<Diagnostic> settings)
    {
        HashSet<string> mistaken = new(StringComparer.Ordinal);
        List<Diagnostic> merged = [];
        foreach (Diagnostic diagnostic in settings)
        {
            merged.Add(Locate(diagnostic));
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                mistaken.Add(diagnostic.Key);
            }
        }

        foreach (Diagnostic diagnostic in Diagnostics)
        {
            bool repeated = diagnostic.Id is ConfigurationDiagnosticIds.WrongType or ConfigurationDiagnosticIds.MissingValue && mistaken.Contains(diagnostic.Key);
            if (!repeated)
            {
                merged.Add(diagnostic);
            }
        }

        for (int i = 0; i < merged.Count; i++)
        {
            merged[i] = merged[i] with { Problem = Secrets.Mask(merged[i].Problem), Fix = Secrets.Mask(merged[i].Fix) };
        }

        DiagnosticOrder.Sort(merged);
        return merged;
    }

    private SecretTexts FindSecrets()
    {
        List<string> texts = [];
        foreach (ConfigValue value in _sorted)
        {
            texts.AddRange(value.Secrets);
        }

        return texts.Count == 0 ? SecretTexts.None : new SecretTexts(texts);
    }

    private static bool ContainsError(List<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }
}
