using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Yaml;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Waivers;

namespace Rampart.Plan.CheckSettings;

/// <summary>Reads settings one by one and tells all that is wrong with them.</summary>
internal sealed class RuleSettingsReader(ProblemList problems)
{
    private static readonly string[] Names = ["allowedRegistries", "cluster", "enforcement", "level", "severities", "version", "waivers"];
    private static readonly string[] ClusterNames = ["nodesByZone", "priorityClasses"];

    private readonly Dictionary<string, DiagnosticSeverity?> _severities = new(StringComparer.Ordinal);
    private readonly List<Waiver> _waivers = [];
    private readonly List<ImagePrefix> _registries = [];
    private PodSecurityLevel? _level;
    private PolicyVersion? _version;
    private ClusterInventory _cluster = ClusterInventory.Unknown;

    public RuleSettings ToSettings() => new()
    {
        Level = _level,
        Version = _version,
        Severities = _severities,
        Waivers = _waivers,
        AllowedRegistries = _registries,
        Cluster = _cluster,
    };

    /// <summary>Reads a setting.</summary>
    /// <param name="name">Its name, without <c>rampart:</c>.</param>
    /// <param name="setting">Its value.</param>
    public void Read(string name, SettingNode setting)
    {
        switch (name)
        {
            case "level":
                ReadLevel(setting);
                break;
            case "version":
                ReadVersion(setting);
                break;
            case "severities":
                ReadSeverities(setting);
                break;
            case "waivers":
                WaiverReader waivers = new(problems, _waivers);
                ForEachItem(setting, "waivers", waivers.Read);
                break;
            case "allowedRegistries":
                ForEachItem(setting, "registries, e.g. docker.io/authzed", ReadRegistry);
                break;
            case "cluster":
                ReadCluster(setting);
                break;
            case "enforcement":
                CheckEnforcement(setting);
                break;
            default:
                string? meant = SpellingSuggestion.Find(name, Names);
                problems.Error(
                    CheckSettingsDiagnosticIds.UnknownSetting,
                    setting.Location,
                    setting.Key,
                    "there is no such setting",
                    meant is null ? $"use {Listing.Or([.. Names])}" : $"did you mean '{setting.Key[..^name.Length]}{meant}'?");
                break;
        }
    }

    private void ReadLevel(SettingNode setting)
    {
        if (PodSecurityLevels.TryParse(setting.Text, out PodSecurityLevel level) && level != PodSecurityLevel.Privileged)
        {
            _level = level;
            return;
        }

        Invalid(setting, $"{setting.Shown} is not a level to check by", "give baseline or restricted");
    }

    // Components go by it under an engine; here it is only read.
    private void CheckEnforcement(SettingNode setting)
    {
        if (setting.Text is not ("error" or "warning" or "off"))
        {
            Invalid(setting, $"{setting.Shown} is not what a component can do about a broken rule", "give error, warning or off");
        }
    }

    private void ReadVersion(SettingNode setting)
    {
        if (PolicyVersion.TryParse(setting.Text, out PolicyVersion version))
        {
            _version = version;
            return;
        }

        Invalid(setting, $"{setting.Shown} is not a version of the Pod Security Standards", "give latest or v1.N, e.g. v1.35");
    }

    private void ReadSeverities(SettingNode setting)
    {
        if (setting.Node is not YamlMapping mapping)
        {
            Invalid(setting, $"{setting.Shown} is not a mapping of rules", "write rule: severity on each line");
            return;
        }

        foreach (YamlEntry entry in mapping.Entries)
        {
            SettingNode own = setting.Below(entry);
            bool isRule = RuleName.TryFind(entry.Key.Text, out Rule? rule, out string? fix);
            if (!isRule)
            {
                problems.Error(CheckSettingsDiagnosticIds.UnknownRule, setting.Place(entry.Key), own.Key, $"there is no rule {NodeText.Quote(entry.Key.Text)}", fix!);
            }

            if (!TryReadSeverity(own.Text, out DiagnosticSeverity? severity))
            {
                problems.Error(CheckSettingsDiagnosticIds.InvalidSeverity, own.Location, own.Key, $"{own.Shown} is not a severity", "give error, warning, info or off");
            }
            else if (isRule && !_severities.TryAdd(rule!.Id, severity))
            {
                problems.Error(CheckSettingsDiagnosticIds.DuplicateRule, own.Location, own.Key, $"the severity of {rule} is set already", "keep one of them");
            }
        }
    }

    private static bool TryReadSeverity(string? text, out DiagnosticSeverity? severity)
    {
        severity = text switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "info" => DiagnosticSeverity.Info,
            _ => null,
        };
        return severity is not null || text == "off";
    }

    private void ReadRegistry(SettingNode item)
    {
        if (item.Text is not { } text)
        {
            Invalid(item, $"{item.Shown} is not a text", "give a registry or a part of one, e.g. docker.io/authzed");
        }
        else if (ImagePrefix.TryParse(text, out ImagePrefix? prefix, out string? error))
        {
            _registries.Add(prefix);
        }
        else
        {
            problems.Error(CheckSettingsDiagnosticIds.InvalidRegistry, item.Location, item.Key, error, "give a registry or a part of one, e.g. docker.io/authzed");
        }
    }

    private void ReadCluster(SettingNode setting)
    {
        if (setting.Node is not YamlMapping mapping)
        {
            Invalid(setting, $"{setting.Shown} is not a mapping", "give nodesByZone, priorityClasses or both");
            return;
        }

        foreach (YamlEntry entry in mapping.Entries)
        {
            SettingNode own = setting.Below(entry);
            switch (entry.Key.Text)
            {
                case "nodesByZone":
                    ReadNodes(own);
                    break;
                case "priorityClasses":
                    List<string> classes = [];
                    ForEachItem(own, "names of priority classes", item => ReadPriorityClass(item, classes));
                    _cluster = _cluster with { PriorityClasses = classes };
                    break;
                default:
                    string? meant = SpellingSuggestion.Find(entry.Key.Text, ClusterNames);
                    problems.Error(
                        CheckSettingsDiagnosticIds.UnknownSetting,
                        setting.Place(entry.Key),
                        own.Key,
                        "nothing of this name is known of a cluster",
                        meant is null ? $"use {Listing.Or([.. ClusterNames])}" : $"did you mean '{meant}'?");
                    break;
            }
        }
    }

    private void ReadNodes(SettingNode setting)
    {
        if (setting.Node is not YamlMapping mapping)
        {
            Invalid(setting, $"{setting.Shown} is not a mapping of zones", "write zone: number of nodes on each line");
            return;
        }

        Dictionary<string, int> nodes = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in mapping.Entries)
        {
            SettingNode own = setting.Below(entry);
            if (entry.Value is YamlScalar scalar
                && scalar.Resolve().Kind == ScalarKind.Integer
                && int.TryParse(scalar.Resolve().Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            {
                nodes[entry.Key.Text] = count;
            }
            else
            {
                Invalid(own, $"{own.Shown} is not a number of nodes", "give a whole number from 0 on");
            }
        }

        _cluster = _cluster with { NodesByZone = nodes };
    }

    private void ReadPriorityClass(SettingNode item, List<string> classes)
    {
        if (item.Text is { Length: > 0 } text)
        {
            classes.Add(text);
        }
        else
        {
            Invalid(item, $"{item.Shown} is not the name of a priority class", "give the name of one that exists");
        }
    }

    private void ForEachItem(SettingNode setting, string what, Action<SettingNode> read)
    {
        if (setting.Node is not YamlSequence sequence)
        {
            Invalid(setting, $"{setting.Shown} is not a list", $"give a list of {what}");
            return;
        }

        for (int i = 0; i < sequence.Items.Count; i++)
        {
            read(setting.Item(i, sequence.Items[i]));
        }
    }

    private void Invalid(SettingNode setting, string problem, string fix) =>
        problems.Error(CheckSettingsDiagnosticIds.InvalidSetting, setting.Location, setting.Key, problem, fix);
}
