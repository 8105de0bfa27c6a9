using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Configuration;

/// <summary>Brings project, stack and overrides together and checks them against each other.</summary>
internal sealed class StackConfigurationLoader(string stackName, Func<string, string?> environment)
{
    private readonly ProblemList _problems = new();

    // What somebody wrote, by full key: defaults first, then replaced by the stack's values and the overrides.
    private readonly Dictionary<string, ConfigEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfigValue> _values = new(StringComparer.Ordinal);

    public StackConfiguration Load(string folder, IReadOnlyList<string> overrides)
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

        Gather(project, stack, overrides);
        CheckMissing(project, stack);
        StackSecrets secrets = new(stack, environment, _problems);
        foreach (ConfigEntry entry in _entries.Values)
        {
            ReadValue(project, entry, secrets);
        }

        return Finish(project, stack);
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

    private void Gather(ProjectFile project, StackFile stack, IReadOnlyList<string> overrides)
    {
        foreach (ConfigDeclaration declaration in project.DeclarationList)
        {
            if (declaration.Value is { } value)
            {
                _entries[declaration.Key] = new ConfigEntry(declaration.Key, value, SourceLocation.Of(project.FileName, value)) { IsSecret = declaration.IsSecret || SecureValue.IsIn(value) };
            }
        }

        foreach (ConfigEntry entry in stack.Entries)
        {
            CheckDeclared(project, entry);
            bool isSecret = SecureValue.IsIn(entry.Node) || project.FindDeclaration(entry.Key)?.IsSecret == true;
            _entries[entry.Key] = isSecret ? new ConfigEntry(entry.Key, entry.Node, entry.Location) { IsSecret = true } : entry;
        }

        foreach (string text in overrides)
        {
            // What takes the place of a secret is one.
            if (ConfigOverride.Read(
                text,
                project,
                key => _entries.GetValueOrDefault(key)?.IsSecret ?? project.FindDeclaration(key)?.IsSecret == true,
                key => project.FindDeclaration(key)?.IsSecret == true ? null : _entries.GetValueOrDefault(key) is { } before ? before.Replaced ?? before.Node : null,
                _problems) is { } entry)
            {
                CheckDeclared(project, entry);
                _entries[entry.Key] = entry;
            }
        }
    }

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

    private void ReadValue(ProjectFile project, ConfigEntry entry, StackSecrets secrets)
    {
        ConfigDeclaration? declaration = project.FindDeclaration(entry.Key);
        bool isOverride = entry.Location.File == ConfigOverride.File;
        bool isDefault = entry.Location.File == project.FileName;

        // An override is there to try things out; a file would keep the secret for everybody to read. Pulumi itself looks only
        // at keys with a type.
        if (declaration is { IsSecret: true } && !isOverride && !SecureValue.IsIn(entry.Node))
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
