using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>The settings that stand beside each other: those of a namespace of the configuration, or those of an object.</summary>
internal sealed class SettingsSection
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SettingsSection?> _sections = new(StringComparer.Ordinal);
    private readonly SettingsProblems _problems;
    private readonly ConfigValues? _values;
    private readonly SettingSlot? _slot;

    /// <summary>The settings of a namespace of the configuration.</summary>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="prefix">What their keys begin with, <c>spicedb:</c>.</param>
    /// <param name="values">The values.</param>
    public SettingsSection(SettingsProblems problems, string prefix, ConfigValues values)
    {
        _problems = problems;
        _values = values;
        Prefix = prefix;
    }

    private SettingsSection(SettingSlot slot)
    {
        _problems = slot.Problems;
        _slot = slot;
        Prefix = slot.Key;
    }

    /// <summary>The key of the section.</summary>
    public string Prefix { get; }

    private bool IsRoot => _values is not null;

    /// <summary>The settings of an object; <see langword="null"/> when it is not there, or is something else, which is told.</summary>
    /// <param name="slot">Where the object is.</param>
    /// <param name="isEmptyGiven">Whether an object without members is one, as it is in a list; else it says nothing.</param>
    public static SettingsSection? Of(SettingSlot slot, bool isEmptyGiven = false)
    {
        if (slot.Value is null)
        {
            return null;
        }

        if (slot.Value.Kind != SettingKind.Object)
        {
            slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not an object", "give keys and values");
            return null;
        }

        return isEmptyGiven || slot.Value.MemberNames().Count > 0 ? new SettingsSection(slot) : null;
    }

    /// <summary>The place of a setting, which is known from then on.</summary>
    public SettingSlot Slot(string name)
    {
        _known.Add(name);
        return Peek(name);
    }

    /// <summary>The place of what may be a setting.</summary>
    public SettingSlot Peek(string name)
    {
        if (_slot is not null)
        {
            return _slot.Member(name);
        }

        SettingValue? value = SettingSlot.Given(_values!.Find(name));
        return new SettingSlot(_problems, Prefix + name, value, () => _values.Secret(name))
        {
            IsRoot = true,
            IsEncrypted = value is { Kind: SettingKind.Scalar } && _values.IsSecret(name),
        };
    }

    /// <summary>The section of a setting that is an object; every time the same.</summary>
    public SettingsSection? Section(string name)
    {
        if (!_sections.TryGetValue(name, out SettingsSection? section))
        {
            _sections.Add(name, section = Of(Slot(name)));
        }

        return section;
    }

    /// <summary>Tells every setting, here and in the sections below, that nobody has asked for.</summary>
    public void RejectOthers()
    {
        foreach (string name in IsRoot ? _values!.Names() : _slot!.Value!.MemberNames())
        {
            if (!_known.Contains(name))
            {
                string key = IsRoot ? Prefix + name : SettingKey.Member(Prefix, name);
                _problems.Error(SettingsDiagnosticIds.UnknownSetting, key, "there is no such setting", UnknownFix(name));
            }
        }

        foreach (SettingsSection? section in _sections.Values)
        {
            section?.RejectOthers();
        }
    }

    // The sections are short enough to list what they hold; the settings of the project are declared in Pulumi.yaml.
    private string UnknownFix(string name)
        => SpellingSuggestion.Find(name, _known) is { } meant ? $"did you mean '{meant}'?"
            : IsRoot ? "give one that Pulumi.yaml declares under config:"
            : $"give {QuotedList.Or([.. _known])}";
}
