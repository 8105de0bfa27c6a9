using System.Globalization;
using Pulumi;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>Reads the configuration of a stack into the args of components, and tells all that is wrong with it at once.</summary>
/// <remarks>
/// Inputs are settings by the names of their <c>[Input]</c> attributes; <see cref="SettingAttribute"/> says what they may be,
/// <see cref="SettingsOf{TArgs}"/> which of them have another key. An empty text, list or object counts as not given.
/// </remarks>
public sealed class SettingsBinder
{
    private readonly SettingsSection _root;
    private readonly Dictionary<string, BoundSetting> _settings = new(StringComparer.Ordinal);

    /// <summary>Opens the configuration.</summary>
    /// <param name="config">The configuration, <c>new Config()</c>.</param>
    /// <param name="keyspace">The name that <paramref name="config"/> was made with. The default is the project's.</param>
    /// <param name="stack">Name of the stack, whose file messages name. The default is the stack that runs.</param>
    public SettingsBinder(Config config, string? keyspace = null, string? stack = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        keyspace ??= Deployment.Instance.ProjectName;
        Problems = new SettingsProblems($"Pulumi.{stack ?? Deployment.Instance.StackName}.yaml");
        _root = new SettingsSection(Problems, keyspace + ":", new ConfigValues(config, keyspace));
    }

    /// <summary>What has been found wrong; checks of what fits together add to it.</summary>
    public SettingsProblems Problems { get; }

    /// <summary>Reads args that take all settings of the configuration.</summary>
    /// <typeparam name="TArgs">The args.</typeparam>
    /// <param name="config">The configuration, <c>new Config()</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong; the exception has all of it.</exception>
    public static TArgs Bind<TArgs>(Config config)
        where TArgs : class, new()
    {
        SettingsBinder binder = new(config);
        TArgs args = binder.Bind<TArgs>();
        foreach (Diagnostic warning in binder.Complete())
        {
            Log.Warn(warning.ToString());
        }

        return args;
    }

    /// <summary>Reads args. Several may share the configuration; what is wrong waits for <see cref="Complete"/>.</summary>
    /// <typeparam name="TArgs">The args.</typeparam>
    /// <param name="settings">Which inputs have another key or default. The default is none.</param>
    public TArgs Bind<TArgs>(SettingsOf<TArgs>? settings = null)
        where TArgs : class, new()
    {
        TArgs args = new();
        Fill(args, settings ?? new SettingsOf<TArgs>(), "", "");
        return args;
    }

    /// <summary>Tells what nobody asked for, and ends the program if anything is wrong.</summary>
    /// <returns>What deserves a look and stops nothing.</returns>
    /// <exception cref="ConfigurationException">Something is wrong; the exception has all of it.</exception>
    public IReadOnlyList<Diagnostic> Complete()
    {
        _root.RejectOthers();
        return Problems.HasErrors ? throw new ConfigurationException(Problems.ToList()) : Problems.ToList();
    }

    /// <summary>
    /// A setting as a rule reads it: as it was given or, where it was not or is wrong, its default. Null when it has none, and for a secret.
    /// An object that is no input itself is as it was given.
    /// </summary>
    /// <param name="key">The key below the namespace of the configuration: <c>limitRange.min</c>.</param>
    public PropertyValue Value(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!_settings.TryGetValue(key, out BoundSetting? setting))
        {
            string[] names = key.Split('.');
            SettingValue? part = _root.Peek(names[0]).Value;
            foreach (string name in names.AsSpan(1))
            {
                part = part?.Member(name);
            }

            return part?.ToProperty() ?? PropertyValue.Null;
        }

        if (setting.Rule.IsSecret)
        {
            return PropertyValue.Null;
        }

        SettingValue? given = Problems.HasErrorAt(setting.Slot.Key) ? null : setting.Slot.Value;
        return (given ?? SettingReader.DefaultOf(setting.Rule))?.ToProperty() ?? PropertyValue.Null;
    }

    /// <summary>A setting that is a text, as <see cref="Value"/> gives it.</summary>
    /// <param name="key">The key.</param>
    public string? Text(string key)
    {
        PropertyValue value = Value(key);
        return value.NumberOrNull() is { } number ? number.ToString(CultureInfo.InvariantCulture) : value.StringOrNull();
    }

    /// <summary>A setting that is a whole number, as <see cref="Value"/> gives it.</summary>
    /// <param name="key">The key.</param>
    public int? Integer(string key)
        => int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>The full key of a setting: <c>spicedb:limitRange.min</c>.</summary>
    /// <param name="key">The key.</param>
    public string FullKey(string key) => _root.Prefix + key;

    /// <summary>Tells that a setting is missing which others make necessary.</summary>
    /// <param name="key">The key of a setting that is bound.</param>
    public void Require(string key)
    {
        BoundSetting setting = _settings[key];
        if (setting.Slot.Value is null)
        {
            SettingReader.RequireValue(setting.Slot, setting.Shape, setting.Rule);
        }
    }

    /// <summary>Tells what is wrong with a setting.</summary>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="key">The key.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="fix">What to do.</param>
    public void Error(string id, string key, string problem, string fix) => Problems.Error(id, FullKey(key), problem, fix);

    /// <summary>Tells what deserves a look at a setting.</summary>
    /// <inheritdoc cref="Error"/>
    public void Warning(string id, string key, string problem, string fix) => Problems.Warning(id, FullKey(key), problem, fix);

    /// <summary>Tells what is wrong with a field of a setting, unless that field or what holds it has a problem already.</summary>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="key">The key.</param>
    /// <param name="steps">The way to the field: names, and numbers of items.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="fix">What to do.</param>
    public void ErrorBelow(string id, string key, IReadOnlyList<string> steps, string problem, string fix)
    {
        ArgumentNullException.ThrowIfNull(steps);
        string place = FullKey(key);
        bool isTold = Problems.HasErrorAt(place);
        foreach (string step in steps)
        {
            place = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int item) ? SettingKey.Item(place, item) : SettingKey.Member(place, step);
            isTold |= Problems.HasErrorAt(place);
        }

        if (!isTold)
        {
            Problems.Error(id, place, problem, fix);
        }
    }

    private void Fill(object args, SettingsOf settings, string input, string key)
    {
        foreach (SettingMember member in SettingMember.Of(args.GetType()))
        {
            string way = Below(input, member.Name);
            if (settings.KeyOf(way, Below(key, member.Name)) is not { } ownKey)
            {
                continue;
            }

            if (member.Shape is { Kind: SettingShapeKind.Object, IsInput: false })
            {
                FillBelow(args, member, settings, way, ownKey);
                continue;
            }

            SettingSlot slot = SlotOf(ownKey);
            SettingAttribute rule = settings.RuleOf(way, member.Rule);
            _settings[ownKey] = new BoundSetting(slot, rule, member.Shape);
            if (SettingReader.Read(slot, member, rule) is { } value)
            {
                member.Set(args, value);
            }
        }
    }

    // Args that are there already keep what nobody gives; those that are not come with their first setting.
    private void FillBelow(object args, SettingMember member, SettingsOf settings, string input, string key)
    {
        bool isGiven = !settings.IsSpread(input) && SectionOf(key) is not null;
        object? inner = member.Get(args);
        if (inner is null && isGiven)
        {
            inner = Activator.CreateInstance(member.Shape.Type)!;
            member.Set(args, inner);
        }

        if (inner is not null)
        {
            Fill(inner, settings, input, key);
        }
    }

    private SettingSlot SlotOf(string key)
    {
        int last = key.LastIndexOf('.');
        if (last < 0)
        {
            return _root.Slot(key);
        }

        string name = key[(last + 1)..];
        return SectionOf(key[..last]) is { } section ? section.Slot(name)
            : new SettingSlot(Problems, SettingKey.Member(FullKey(key[..last]), name), Value: null, static () => Output.CreateSecret(""));
    }

    private SettingsSection? SectionOf(string key)
    {
        SettingsSection? section = _root;
        foreach (string name in key.Split('.'))
        {
            section = section?.Section(name);
        }

        return section;
    }

    internal static string Below(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    private sealed record BoundSetting(SettingSlot Slot, SettingAttribute Rule, SettingShape Shape);
}
