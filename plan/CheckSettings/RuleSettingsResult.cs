using Rampart.Plan.Configuration;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.CheckSettings;

/// <summary>Settings, and all that is wrong with them.</summary>
/// <param name="Settings">What could be read.</param>
/// <param name="Diagnostics">What is wrong, by file and place.</param>
public sealed record RuleSettingsResult(RuleSettings Settings, IReadOnlyList<Diagnostic> Diagnostics)
{
    private const string Namespace = "rampart:";

    /// <summary>Reads the keys <c>rampart:…</c> of a stack.</summary>
    public static RuleSettingsResult FromStack(StackConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ProblemList problems = new();
        RuleSettingsReader reader = new(problems);
        List<ConfigValue> values = [.. configuration.Values.Values];
        values.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        foreach (ConfigValue value in values)
        {
            if (value.Key.StartsWith(Namespace, StringComparison.Ordinal))
            {
                reader.Read(value.Key[Namespace.Length..], SettingNode.Of(value.Location.File, value.Key, value.Source.Node, value.Source.Location));
            }
        }

        return new RuleSettingsResult(reader.ToSettings(), problems.ToSortedList());
    }

    /// <summary>The path of a settings file, be it there or not.</summary>
    /// <param name="folder">The folder that is looked in; no other is.</param>
    /// <param name="file">A file instead of <c>rampart.yaml</c>; null for that one.</param>
    public static string PathOf(string folder, string? file) => Path.Combine(folder, file ?? ManifestPaths.SettingsFile);

    /// <summary>Reads a <c>rampart.yaml</c>.</summary>
    /// <param name="folder">The folder that is looked in.</param>
    /// <param name="file">A file that is read instead, which then must be there; null for <c>rampart.yaml</c>, if there is one.</param>
    public static RuleSettingsResult FromFile(string folder, string? file)
    {
        ProblemList problems = new();
        string name = file ?? ManifestPaths.SettingsFile, path = PathOf(folder, file);
        if (!File.Exists(path))
        {
            if (file is not null)
            {
                problems.Error(CheckSettingsDiagnosticIds.NoSettingsFile, new SourceLocation(name, 0, 0), "", "there is no such file", "name one that is there");
            }

            return new RuleSettingsResult(RuleSettings.None, problems.ToSortedList());
        }

        RuleSettingsReader reader = new(problems);
        if (YamlFile.Read(path, name, problems, out _) is { } root)
        {
            foreach (Yaml.YamlEntry entry in root.Entries)
            {
                reader.Read(entry.Key.Text, new SettingNode(name, entry.Key.Text, entry.Value, SourceLocation.Of(name, entry)));
            }
        }

        return new RuleSettingsResult(reader.ToSettings(), problems.ToSortedList());
    }
}
