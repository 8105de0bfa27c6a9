using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Settings;

/// <summary>Reads settings one by one and tells all that is wrong with them.</summary>
/// <param name="diagnostics">Gets what is wrong.</param>
/// <param name="prefix">What stands before the name in the key of a setting.</param>
internal sealed class RuleSettingsReader(List<Diagnostic> diagnostics, string prefix)
{
    private static readonly string[] ClusterNames = ["nodesByZone", "priorityClasses"];

    private readonly Dictionary<string, DiagnosticSeverity?> _severities = new(StringComparer.Ordinal);
    private readonly List<Waiver> _waivers = [];
    private readonly List<ImagePrefix> _registries = [];
    private PodSecurityLevel? _level;
    private PolicyVersion? _version;
    private EnforcementMode _enforcement = EnforcementMode.Error;
    private ClusterInventory _cluster = ClusterInventory.Unknown;

    public RuleSettings ToSettings() => new()
    {
        Level = _level,
        Version = _version,
        Severities = _severities,
        Waivers = _waivers,
        AllowedRegistries = _registries,
        Cluster = _cluster,
        Enforcement = _enforcement,
    };

    /// <summary>Reads a setting.</summary>
    public void Read(SettingNode setting)
    {
        string name = setting.Key[prefix.Length..];
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
                WaiverReader waivers = new(diagnostics, _waivers);
                ForEachItem(setting, "waivers", waivers.Read);
                break;
            case "allowedRegistries":
                ForEachItem(setting, "registries, e.g. docker.io/authzed", ReadRegistry);
                break;
            case "cluster":
                ReadCluster(setting);
                break;
            case "enforcement":
                ReadEnforcement(setting);
                break;
            default:
                string? meant = SpellingSuggestion.Find(name, RuleSettings.Names);
                diagnostics.Add(setting.Error(
                    RuleSettingsDiagnosticIds.UnknownSetting,
                    "there is no such setting",
                    meant is null ? $"use {Listing.Or(RuleSettings.Names)}" : $"did you mean '{prefix}{meant}'?"));
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

    // Components go by it under an engine.
    private void ReadEnforcement(SettingNode setting)
    {
        switch (setting.Text)
        {
            case "error":
                _enforcement = EnforcementMode.Error;
                break;
            case "warning":
                _enforcement = EnforcementMode.Warning;
                break;
            case "off":
                _enforcement = EnforcementMode.Off;
                break;
            default:
                Invalid(setting, $"{setting.Shown} is not what a component can do about a broken rule", "give error, warning or off");
                break;
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
        if (setting.Entries is not { } entries)
        {
            Invalid(setting, $"{setting.Shown} is not a mapping of rules", "write rule: severity on each line");
            return;
        }

        foreach (SettingEntry entry in entries)
        {
            SettingNode own = entry.Value;
            bool isRule = RuleName.TryFind(entry.Name, out Rule? rule, out string? fix);
            if (!isRule)
            {
                diagnostics.Add(entry.Error(RuleSettingsDiagnosticIds.UnknownRule, $"there is no rule {QuotedText.Of(entry.Name)}", fix!));
            }

            if (!TryReadSeverity(own.Text, out DiagnosticSeverity? severity))
            {
                diagnostics.Add(own.Error(RuleSettingsDiagnosticIds.InvalidSeverity, $"{own.Shown} is not a severity", "give error, warning, info or off"));
            }
            else if (isRule && !_severities.TryAdd(rule!.Id, severity))
            {
                diagnostics.Add(own.Error(RuleSettingsDiagnosticIds.DuplicateRule, $"the severity of {rule} is set already", "keep one of them"));
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
            diagnostics.Add(item.Error(RuleSettingsDiagnosticIds.InvalidRegistry, error, "give a registry or a part of one, e.g. docker.io/authzed"));
        }
    }

    private void ReadCluster(SettingNode setting)
    {
        if (setting.Entries is not { } entries)
        {
            Invalid(setting, $"{setting.Shown} is not a mapping", "give nodesByZone, priorityClasses or both");
            return;
        }

        foreach (SettingEntry entry in entries)
        {
            SettingNode own = entry.Value;
            switch (entry.Name)
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
                    string? meant = SpellingSuggestion.Find(entry.Name, ClusterNames);
                    diagnostics.Add(entry.Error(
                        RuleSettingsDiagnosticIds.UnknownSetting,
                        "nothing of this name is known of a cluster",
                        meant is null ? $"use {Listing.Or(ClusterNames)}" : $"did you mean '{meant}'?"));
                    break;
            }
        }
    }

    private void ReadNodes(SettingNode setting)
    {
        if (setting.Entries is not { } entries)
        {
            Invalid(setting, $"{setting.Shown} is not a mapping of zones", "write zone: number of nodes on each line");
            return;
        }

        Dictionary<string, int> nodes = new(StringComparer.Ordinal);
        foreach (SettingEntry entry in entries)
        {
            SettingNode own = entry.Value;
            if (own.Count is { } count)
            {
                nodes[entry.Name] = count;
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
        if (setting.Items is not { } items)
        {
            Invalid(setting, $"{setting.Shown} is not a list", $"give a list of {what}");
            return;
        }

        foreach (SettingNode item in items)
        {
            read(item);
        }
    }

    private void Invalid(SettingNode setting, string problem, string fix) =>
        diagnostics.Add(setting.Error(RuleSettingsDiagnosticIds.InvalidSetting, problem, fix));
}
