using Rampart.Rules.Diagnostics;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Reads Pulumi.yaml with the checks that Pulumi makes, and tells all that is wrong.</summary>
internal sealed class ProjectFileReader
{
    private static readonly string[] Attributes =
    [
        "author", "backend", "config", "description", "license", "main", "name", "options", "packages", "plugins",
        "requiredPulumiVersion", "runtime", "stackConfigDir", "template", "website",
    ];

    private readonly ProjectFile _project;
    private readonly ProblemList _problems;

    private ProjectFileReader(ProjectFile project, ProblemList problems)
    {
        _project = project;
        _problems = problems;
    }

    /// <summary>Reads the file; what cannot be read stays empty.</summary>
    public static ProjectFile Read(string path, ProblemList problems)
    {
        ProjectFile project = new(path);
        YamlMapping? root = YamlFile.Read(path, project.FileName, problems, out bool isReadable);
        if (root is not null)
        {
            new ProjectFileReader(project, problems).Read(root);
        }
        else if (isReadable)
        {
            problems.Error(ConfigurationDiagnosticIds.InvalidAttribute, new SourceLocation(project.FileName, 0, 0), "name", "the file is empty", "write name: <project> and runtime: dotnet");
        }

        return project;
    }

    private void Read(YamlMapping root)
    {
        _project.Name = ReadName(root);
        _project.Description = ReadText(root, "description");
        _project.Main = ReadText(root, "main");
        ReadRuntime(root);

        string? stackFolder = ReadText(root, "stackConfigDir");
        YamlEntry? config = root.Find("config");
        switch (config?.Value)
        {
            case YamlMapping declarations:
                new ConfigDeclarationReader(_project, _problems).Read(declarations);
                break;
            case YamlScalar folder when folder.Resolve().Kind == ScalarKind.String:
                // The attribute was the folder of the stack files before it held declarations.
                stackFolder ??= folder.Text;
                break;
            case YamlScalar nothing when nothing.Resolve().Kind == ScalarKind.Null:
            case null:
                break;
            default:
                Invalid(config.Value, "config", $"{NodeText.Describe(config.Value)} is not a mapping of keys", "write key: default, or key: {type: …}, on each line");
                break;
        }

        if (stackFolder is not null)
        {
            _project.StackFolder = Path.GetFullPath(stackFolder, _project.Folder);
        }

        foreach (YamlEntry entry in root.Entries)
        {
            if (Array.IndexOf(Attributes, entry.Key.Text) < 0)
            {
                string? meant = SpellingSuggestion.Find(entry.Key.Text, Attributes);
                _problems.Warning(
                    ConfigurationDiagnosticIds.UnknownAttribute, At(entry.Key), entry.Key.Text, "Pulumi knows no such attribute", meant is null ? "take it out" : $"did you mean '{meant}'?");
            }
        }
    }

    private string ReadName(YamlMapping root)
    {
        YamlEntry? entry = root.Find("name");
        if (entry is null)
        {
            _problems.Error(ConfigurationDiagnosticIds.InvalidAttribute, new SourceLocation(_project.FileName, 0, 0), "name", "the project has no name", "write name: <project>");
            return "";
        }

        if (entry.Value is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.String && ProjectLocator.IsValidName(scalar.Text))
        {
            return scalar.Text;
        }

        Invalid(entry.Value, "name", $"{NodeText.Describe(entry.Value)} is not the name of a project", "use a text of 1 to 100 letters, digits, '-', '_' and '.'");
        return "";
    }

    private void ReadRuntime(YamlMapping root)
    {
        switch (root.Find("runtime")?.Value)
        {
            case null:
                break;
            case YamlScalar scalar when scalar.Resolve().Kind == ScalarKind.String && scalar.Text.Length > 0:
                _project.Runtime = scalar.Text;
                break;
            case YamlMapping mapping:
                _project.Runtime = ReadText(mapping, "name", "runtime.name");
                _project.RuntimeOptions = mapping.Find("options")?.Value as YamlMapping;
                foreach (YamlEntry entry in mapping.Entries)
                {
                    if (entry.Key.Text is not ("name" or "options"))
                    {
                        _problems.Error(ConfigurationDiagnosticIds.UnknownAttribute, At(entry.Key), $"runtime.{entry.Key.Text}", "Pulumi knows no such attribute", "a runtime has name and options");
                    }
                }

                break;
            case var other:
                Invalid(other, "runtime", $"{NodeText.Describe(other)} is not a runtime", "write runtime: dotnet, or a mapping of name and options");
                break;
        }
    }

    // The text of an attribute; null when it is left out.
    private string? ReadText(YamlMapping mapping, string attribute, string? key = null)
    {
        YamlNode? value = mapping.Find(attribute)?.Value;
        switch ((value as YamlScalar)?.Resolve().Kind)
        {
            case ScalarKind.String:
                return ((YamlScalar)value!).Text;
            case ScalarKind.Null:
            case null when value is null:
                return null;
            default:
                Invalid(value!, key ?? attribute, $"{NodeText.Describe(value!)} is not a text", "write a text, in quotes if it looks like something else");
                return null;
        }
    }

    private void Invalid(YamlNode node, string key, string problem, string fix) =>
        _problems.Error(ConfigurationDiagnosticIds.InvalidAttribute, At(node), key, problem, fix);

    private SourceLocation At(YamlNode node) => new(_project.FileName, node.Line, node.Column);
}
