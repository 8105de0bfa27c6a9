using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Configuration;

/// <summary>Brings project, stack and overrides together and checks them against each other.</summary>
internal sealed class StackConfigurationLoader(string stackName, Func<string, string?> environment)
{
    // What Pulumi calls a project in tests.
    private const string DefaultProject = "project";

    private readonly ProblemList _problems = new();

    // What somebody wrote, by full key: defaults first, then replaced by the stack's values and the overrides.
    private readonly Dictionary<string, ConfigEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfigValue> _values = new(StringComparer.Ordinal);

    /// <summary>Reads project and stack.</summary>
    public StackConfiguration Load(string folder, IReadOnlyList<string> overrides) => LoadStack(
        folder, project => overrides.Select(Overrides(project, ConfigOverride.Option, static _ => false).Read));

    /// <inheritdoc cref="Load(string, IReadOnlyList{string})"/>
    public StackConfiguration Load(string folder, GivenValues given) => LoadStack(folder, project => Read(project, given));

    /// <summary>Reads the project, if there is one of that name; the stack has no file.</summary>
    public StackConfiguration Load(string folder, string? projectName, GivenValues given)
    {
        ProjectFile? found = FindProject(folder, projectName);
        ProjectFile project = found ?? new ProjectFile(Path.GetFullPath("Pulumi.yaml", folder)) { Name = projectName ?? DefaultProject };
        if (project.Name.Length > 0)
        {
            GatherDefaults(project);
            Gather(project, Read(project, given));
            ReadValues(project, new StackFile(path: "", GivenValues.Source));
        }

        return new StackConfiguration(stackName, found, null, _values, _problems.ToSortedList())
        {
            ProjectName = project.Name,
            IsEnforced = true,
            KeysLocation = new SourceLocation(GivenValues.Source, 0, 0),
        };
    }

    private StackConfiguration LoadStack(string folder, Func<ProjectFile, IEnumerable<ConfigEntry?>> overrides)
    {
        if (ProjectLocator.FindProject(folder) is not { } path)
        {
            _problems.Error(
                ConfigurationDiagnosticIds.NoProject,
                new SourceLocation("Pulumi.yaml", 0, 0),
                "",
                $"there is none in '{Path.GetFullPath(folder)}' or a folder above it",
                "run in the folder of the project");
            return Finish(null, null);
        }

        ProjectFile project = ProjectFileReader.Read(path, _problems);
        StackFile? stack = ReadStack(project);
        if (project.Name.Length == 0 || stack is null)
        {
            // Which keys there are and which are missing cannot be told; what is wrong with the files has been.
            return Finish(project, stack);
        }

        GatherDefaults(project);
        foreach (ConfigEntry entry in stack.Entries)
        {
            CheckDeclared(project, entry);
            bool isSecret = SecureValue.IsIn(entry.Node) || project.FindDeclaration(entry.Key)?.IsSecret == true;
            _entries[entry.Key] = isSecret ? new ConfigEntry(entry.Key, entry.Node, entry.Location) { IsSecret = true } : entry;
        }

        Gather(project, overrides(project));
        CheckMissing(project, stack);
        ReadValues(project, stack);
        return Finish(project, stack);
    }

    // Another name says that the caller means another project.
    private ProjectFile? FindProject(string folder, string? name)
    {
        if (ProjectLocator.FindProject(folder) is not { } path)
        {
            return null;
        }

        ProblemList problems = new();
        ProjectFile project = ProjectFileReader.Read(path, problems);
        if (name is not null && project.Name != name)
        {
            return null;
        }

        _problems.AddAll(problems);
        return project;
    }

    private StackConfiguration Finish(ProjectFile? project, StackFile? stack) =>
        new(stackName, project, stack, _values, _problems.ToSortedList());

    private StackFile? ReadStack(ProjectFile project)
    {
        bool isName = ProjectLocator.IsValidName(stackName);
        string path = ProjectLocator.StackPath(project, stackName);
        if (isName && File.Exists(path))
        {
            return StackFileReader.Read(project, path, _problems);
        }

        List<string> stacks = ProjectLocator.ListStacks(project);
        string file = isName ? StackFileReader.DisplayName(project, path) : project.FileName;
        string? meant = SpellingSuggestion.Find(stackName, stacks);
        string fix = stacks.Count == 0 ? $"create {file}"
            : meant is null ? $"use {Listing.Or(stacks)}"
            : stacks.Count == 1 ? $"did you mean '{meant}'?"
            : $"did you mean '{meant}'? The stacks are {Listing.And(stacks)}";
        _problems.Error(ConfigurationDiagnosticIds.UnknownStack, new SourceLocation(file, 0, 0), "", $"there is no stack {NodeText.Quote(stackName)}", fix);
        return null;
    }

    private void GatherDefaults(ProjectFile project)
    {
        foreach (ConfigDeclaration declaration in project.DeclarationList)
        {
            if (declaration.Value is { } value)
            {
                _entries[declaration.Key] = new ConfigEntry(declaration.Key, value, SourceLocation.Of(project.FileName, value)) { IsSecret = declaration.IsSecret || SecureValue.IsIn(value) };
            }
        }
    }

    private void Gather(ProjectFile project, IEnumerable<ConfigEntry?> overrides)
    {
        foreach (ConfigEntry? entry in overrides)
        {
            if (entry is not null)
            {
                CheckDeclared(project, entry);
                _entries[entry.Key] = entry;
            }
        }
    }

    private IEnumerable<ConfigEntry?> Read(ProjectFile project, GivenValues given)
    {
        HashSet<string> secretKeys = [.. given.SecretKeys.Select(key => ConfigKey.Normalize(key, project.Name) ?? key)];
        ConfigOverride overrides = Overrides(project, GivenValues.Source, secretKeys.Contains);
        return given.Values.OrderBy(static value => value.Key, StringComparer.Ordinal).Select(value => overrides.Read(value.Key, value.Value));
    }

    // What takes the place of a secret is one.
    private ConfigOverride Overrides(ProjectFile project, string source, Func<string, bool> isSecret) => new(
        source,
        project,
        key => isSecret(key) || (_entries.GetValueOrDefault(key)?.IsSecret ?? project.FindDeclaration(key)?.IsSecret == true),
        key => isSecret(key) || project.FindDeclaration(key)?.IsSecret == true ? null : _entries.GetValueOrDefault(key) is { } before ? before.Replaced ?? before.Node : null,
        _problems);

    // A project that declares nothing takes every key, as Pulumi does.
    private void CheckDeclared(ProjectFile project, ConfigEntry entry)
    {
        if (!ConfigKey.BelongsTo(entry.Key, project.Name) || project.FindDeclaration(entry.Key) is not null)
        {
            return;
        }

        List<string> names = [];
        foreach (ConfigDeclaration declaration in project.DeclarationList)
        {
            if (ConfigKey.BelongsTo(declaration.Key, project.Name))
            {
                names.Add(ConfigKey.NameOf(declaration.Key));
            }
        }

        if (names.Count > 0)
        {
            string? meant = SpellingSuggestion.Find(ConfigKey.NameOf(entry.Key), names);
            _problems.Error(
                ConfigurationDiagnosticIds.UndeclaredKey,
                entry.Location,
                entry.Key,
                $"{project.FileName} declares no such key",
                meant is null ? $"take it out, or declare it under config: in {project.FileName}" : $"did you mean '{project.Name}:{meant}'?");
        }
    }

    private void CheckMissing(ProjectFile project, StackFile stack)
    {
        foreach (ConfigDeclaration declaration in project.DeclarationList)
        {
            if (!_entries.ContainsKey(declaration.Key) && ConfigKey.BelongsTo(declaration.Key, project.Name))
            {
                string what = declaration.Type is null ? "a value" : declaration.Type.ToString();
                string purpose = declaration.Description is null ? "" : $" ({declaration.Description})";
                string fix = declaration.IsSecret
                    ? $"set it with: pulumi config set --secret {declaration.Key}"
                    : $"give {what} in {stack.FileName}, or with --config {ConfigKey.NameOf(declaration.Key)}=…";
                _problems.Error(ConfigurationDiagnosticIds.MissingValue, stack.ConfigLocation, declaration.Key, $"the key has no value{purpose}", fix);
            }
        }
    }

    private void ReadValues(ProjectFile project, StackFile stack)
    {
        StackSecrets secrets = new(stack, environment, _problems);
        foreach (ConfigEntry entry in _entries.Values)
        {
            ReadValue(project, entry, secrets);
        }
    }

    private void ReadValue(ProjectFile project, ConfigEntry entry, StackSecrets secrets)
    {
        ConfigDeclaration? declaration = project.FindDeclaration(entry.Key);
        bool isDefault = entry.Location.File == project.FileName;

        // An override is there to try things out; a file would keep the secret for everybody to read. Pulumi itself looks only
        // at keys with a type.
        if (declaration is { IsSecret: true } && !entry.IsOverride && !SecureValue.IsIn(entry.Node))
        {
            _problems.Add(
                ConfigurationDiagnosticIds.PlainSecret,
                declaration.Type is null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
                entry.Location,
                entry.Key,
                "the value is declared secret and is not encrypted",
                isDefault ? "take the default out, so that each stack has its own" : $"set it with: pulumi config set --secret {entry.Key}");
        }

        if (declaration?.Type is { } type && !isDefault)
        {
            new ConfigTypeCheck(_problems, entry.Location.File, entry.Key, entry.IsSecret, secrets).CheckValue(type, entry.Node);
        }

        _values.Add(entry.Key, ConfigValueReader.Read(entry, declaration?.Type, secrets, _problems));
    }
}
