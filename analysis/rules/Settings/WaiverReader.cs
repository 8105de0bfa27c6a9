using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Settings;

/// <summary>Reads waivers: rule, object, reason, owner and the last day, all of which a waiver has to say, and perhaps a path.</summary>
internal sealed class WaiverReader(List<Diagnostic> diagnostics, List<Waiver> waivers)
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] Names = ["rule", "object", "path", "reason", "owner", "expires"];

    public void Read(SettingNode item)
    {
        if (item.Entries is not { } entries)
        {
            diagnostics.Add(item.Error(RuleSettingsDiagnosticIds.InvalidSetting, $"{item.Shown} is not a waiver", "give rule, object, reason, owner and expires"));
            return;
        }

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        Dictionary<string, SettingNode> nodes = new(StringComparer.Ordinal);
        foreach (SettingEntry entry in entries)
        {
            ReadField(entry, texts, nodes);
        }

        string? rule = ReadRule(texts, nodes);
        ObjectPattern? pattern = ReadObject(texts, nodes);
        PathPrefix? path = ReadPath(texts, nodes);
        DateOnly? expires = ReadDate(texts, nodes);
        List<string> missing = [];
        foreach (string name in Names)
        {
            if (name != "path" && !nodes.ContainsKey(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            diagnostics.Add(item.Error(RuleSettingsDiagnosticIds.IncompleteWaiver, $"the waiver has no {Listing.And(missing)}", "a waiver says rule, object, reason, owner and expires"));
        }

        if (missing.Count == 0 && rule is not null && pattern is not null && path is not null && expires is { } day
            && texts.TryGetValue("reason", out string? reason) && texts.TryGetValue("owner", out string? owner))
        {
            waivers.Add(new Waiver(rule, pattern, reason, owner, day)
            {
                Path = path,
                File = item.File,
                Key = item.Key,
                Line = item.Line,
            });
        }
    }

    private void ReadField(SettingEntry entry, Dictionary<string, string> texts, Dictionary<string, SettingNode> nodes)
    {
        SettingNode own = entry.Value;
        string name = entry.Name;
        if (Array.IndexOf(Names, name) < 0)
        {
            string? meant = SpellingSuggestion.Find(name, Names);
            diagnostics.Add(entry.Error(
                RuleSettingsDiagnosticIds.UnknownSetting,
                "a waiver has no such field",
                meant is null ? $"use {Listing.Or(Names)}" : $"did you mean '{meant}'?"));
            return;
        }

        if (!nodes.TryAdd(name, own))
        {
            // JSON may repeat a name; the last one counts.
            nodes[name] = own;
            texts.Remove(name);
        }

        if (own.Text is { } text && !string.IsNullOrWhiteSpace(text))
        {
            texts.Add(name, text);
        }
        else
        {
            diagnostics.Add(own.Error(RuleSettingsDiagnosticIds.InvalidSetting, $"{own.Shown} is not a text that says something", "write a text, in quotes if need be"));
        }
    }

    private string? ReadRule(Dictionary<string, string> texts, Dictionary<string, SettingNode> nodes)
    {
        if (!texts.TryGetValue("rule", out string? text))
        {
            return null;
        }

        if (RuleName.TryFind(text, out Rule? rule, out string? fix))
        {
            return rule.Id;
        }

        diagnostics.Add(nodes["rule"].Error(RuleSettingsDiagnosticIds.UnknownRule, $"there is no rule {QuotedText.Of(text)}", fix));
        return null;
    }

    private ObjectPattern? ReadObject(Dictionary<string, string> texts, Dictionary<string, SettingNode> nodes)
    {
        if (!texts.TryGetValue("object", out string? text))
        {
            return null;
        }

        if (!ObjectPattern.TryParse(text, out ObjectPattern? pattern, out string? error))
        {
            diagnostics.Add(nodes["object"].Error(RuleSettingsDiagnosticIds.InvalidPattern, error, ObjectPattern.Expected));
        }

        return pattern;
    }

    private PathPrefix? ReadPath(Dictionary<string, string> texts, Dictionary<string, SettingNode> nodes)
    {
        if (!texts.TryGetValue("path", out string? text))
        {
            return PathPrefix.Everything;
        }

        if (!PathPrefix.TryParse(text, out PathPrefix? path, out string? error))
        {
            diagnostics.Add(nodes["path"].Error(RuleSettingsDiagnosticIds.InvalidSetting, error, PathPrefix.Expected));
        }

        return path;
    }

    private DateOnly? ReadDate(Dictionary<string, string> texts, Dictionary<string, SettingNode> nodes)
    {
        if (!texts.TryGetValue("expires", out string? text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        diagnostics.Add(nodes["expires"].Error(RuleSettingsDiagnosticIds.InvalidDate, $"{QuotedText.Of(text)} is not a day", "write year, month and day, e.g. \"2027-01-31\""));
        return null;
    }
}
