using Rampart.Rules.Diagnostics;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Reads Pulumi.&lt;stack&gt;.yaml and tells all that is wrong with its form.</summary>
internal sealed class StackFileReader
{
    private static readonly string[] Attributes = ["config", "encryptedkey", "encryptionsalt", "environment", "secretsprovider"];

    private readonly ProjectFile _project;
    private readonly StackFile _stack;
    private readonly ProblemList _problems;

    private StackFileReader(ProjectFile project, StackFile stack, ProblemList problems)
    {
        _project = project;
        _stack = stack;
        _problems = problems;
    }

    /// <summary>Reads the file of a stack.</summary>
    /// <returns>Null when the file cannot be read or is not YAML, which is a problem then.</returns>
    public static StackFile? Read(ProjectFile project, string path, ProblemList problems)
    {
        StackFile stack = new(path, DisplayName(project, path));
        YamlMapping? root = YamlFile.Read(path, stack.FileName, problems, out bool isReadable);
        if (root is not null)
        {
            new StackFileReader(project, stack, problems).Read(root);
        }

        return isReadable ? stack : null;
    }

    /// <summary>A stack's file relative to the folder of Pulumi.yaml, with <c>/</c>.</summary>
    public static string DisplayName(ProjectFile project, string path) =>
        project.StackFolder == project.Folder ? Path.GetFileName(path) : Path.GetRelativePath(project.Folder, path).Replace('\\', '/');

    private void Read(YamlMapping root)
    {
        _stack.EncryptionSalt = ReadText(root, "encryptionsalt", out SourceLocation salt);
        _stack.EncryptionSaltLocation = salt;
        _stack.SecretsProvider = ReadText(root, "secretsprovider", out _);
        _stack.EncryptedKey = ReadText(root, "encryptedkey", out _);
        ReadEnvironment(root);
        ReadConfig(root.Find("config"));
        foreach (YamlEntry entry in root.Entries)
        {
            if (Array.IndexOf(Attributes, entry.Key.Text) < 0)
            {
                string? meant = SpellingSuggestion.Find(entry.Key.Text, Attributes);
                _problems.Warning(
                    ConfigurationDiagnosticIds.UnknownAttribute,
                    At(entry.Key),
                    entry.Key.Text,
                    "Pulumi knows no such attribute of a stack",
                    meant is null ? "indent it below config: if it is a configuration key" : $"did you mean '{meant}'?");
            }
        }
    }

    private void ReadEnvironment(YamlMapping root)
    {
        if (root.Find("environment") is { } environment && !IsNull(environment.Value))
        {
            _stack.HasEnvironment = true;
            _problems.Warning(
                ConfigurationDiagnosticIds.EnvironmentNotRead, At(environment.Key), "environment", "values from the Pulumi service are not read here", "give those that are needed with --config key=value");
        }
    }

    private void ReadConfig(YamlEntry? config)
    {
        if (config is null)
        {
            return;
        }

        _stack.ConfigLocation = At(config.Key);
        if (config.Value is not YamlMapping values)
        {
            if (!IsNull(config.Value))
            {
                _problems.Error(
                    ConfigurationDiagnosticIds.InvalidAttribute, At(config.Value), "config", $"{NodeText.Describe(config.Value)} is not a mapping of keys", "write key: value on each line");
            }

            return;
        }

        Dictionary<string, ConfigEntry> byKey = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in values.Entries)
        {
            string? key = ConfigKey.Normalize(entry.Key.Text, _project.Name);
            if (key is null || entry.Key.Resolve().Kind != ScalarKind.String)
            {
                _problems.Error(ConfigurationDiagnosticIds.InvalidKey, At(entry.Key), entry.Key.Text, "this is not a configuration key", ConfigKey.Form);
                continue;
            }

            ConfigEntry value = new(key, entry.Value, SourceLocation.Of(_stack.FileName, entry));
            if (byKey.TryAdd(key, value))
            {
                _stack.Entries.Add(value);
            }
            else
            {
                _problems.Error(
                    ConfigurationDiagnosticIds.DuplicateKey, At(entry.Key), key, $"the key is already set on line {byKey[key].Location.Line}", "keep one of them");
            }
        }
    }

    private string? ReadText(YamlMapping root, string attribute, out SourceLocation location)
    {
        YamlNode? value = root.Find(attribute)?.Value;
        location = value is null ? new SourceLocation(_stack.FileName, 0, 0) : At(value);
        if (value is null || IsNull(value))
        {
            return null;
        }

        if (value is YamlScalar scalar)
        {
            return scalar.Text;
        }

        _problems.Error(ConfigurationDiagnosticIds.InvalidAttribute, location, attribute, $"{NodeText.Describe(value)} is not a text", "restore the line that Pulumi wrote");
        return null;
    }

    private static bool IsNull(YamlNode node) => node is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.Null;

    private SourceLocation At(YamlNode node) => new(_stack.FileName, node.Line, node.Column);
}
