using Rampart.Plan.Configuration;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Settings;

namespace Rampart.Plan.CheckSettings;

/// <summary>Reads what stacks and files say about checks, with the place of everything.</summary>
public static class RuleSettingsFiles
{
    /// <summary>Reads the keys <c>rampart:…</c> of a stack.</summary>
    public static RuleSettingsResult ReadStack(StackConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return WithYaml(RuleSettingsResult.Of(
            configuration.Values.Values
                .Where(static value => value.Key.StartsWith(RuleSettings.Namespace, StringComparison.Ordinal))
                .OrderBy(static value => value.Key, StringComparer.Ordinal)
                .Select(static value => YamlSettingNode.Of(value.Key, value.Source.Node, value.Source.Location)),
            RuleSettings.Namespace));
    }

    /// <summary>The path of a settings file, be it there or not.</summary>
    /// <param name="folder">The folder that is looked in; no other is.</param>
    /// <param name="file">A file instead of <c>rampart.yaml</c>; null for that one.</param>
    public static string PathOf(string folder, string? file) => Path.Combine(folder, file ?? ManifestPaths.SettingsFile);

    /// <summary>Reads a <c>rampart.yaml</c>.</summary>
    /// <param name="folder">The folder that is looked in.</param>
    /// <param name="file">A file that is read instead, which then must be there; null for <c>rampart.yaml</c>, if there is one.</param>
    public static RuleSettingsResult ReadFile(string folder, string? file)
    {
        ProblemList problems = new();
        string name = file ?? ManifestPaths.SettingsFile, path = PathOf(folder, file);
        List<SettingNode> settings = [];
        if (!File.Exists(path))
        {
            if (file is not null)
            {
                problems.Error(RuleSettingsDiagnosticIds.NoSettingsFile, new SourceLocation(name, 0, 0), "", "there is no such file", "name one that is there");
            }
        }
        else if (YamlFile.Read(path, name, problems, out _) is { } root)
        {
            settings.AddRange(root.Entries.Select(entry => new YamlSettingNode(entry.Key.Text, entry.Value, SourceLocation.Of(name, entry))));
        }

        RuleSettingsResult result = RuleSettingsResult.Of(settings, prefix: "");
        List<Diagnostic> diagnostics = [.. problems.ToSortedList(), .. result.Diagnostics];
        DiagnosticOrder.Sort(diagnostics);
        return WithYaml(result with { Diagnostics = diagnostics });
    }

    private static RuleSettingsResult WithYaml(RuleSettingsResult result) =>
        result with { Settings = result.Settings with { ReadYaml = EmbeddedYaml.Read } };
}
