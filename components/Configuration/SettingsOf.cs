namespace Rampart.Components.Configuration;

/// <summary>How inputs of args are settings: under which keys, and with which defaults.</summary>
/// <remarks>
/// An input is a setting of its own name. What is said here is what differs, by the way to the input: <c>replicas</c>, or
/// <c>network.monitoringNamespace</c> for an input of args that stand in an input themselves.
/// </remarks>
public abstract class SettingsOf
{
    private readonly Dictionary<string, string?> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _descriptions = new(StringComparer.Ordinal);

    private protected SettingsOf(string title) => Title = title;

    internal string Title { get; }

    internal abstract Type ArgsType { get; }

    /// <summary>The texts for keys that say more than the documentation of the input.</summary>
    internal IReadOnlyDictionary<string, string> Descriptions => _descriptions;

    /// <summary>Whether something below an input has a key of its own, so that the input itself has none.</summary>
    internal bool IsSpread(string input)
    {
        foreach (string name in _keys.Keys)
        {
            if (name.Length > input.Length && name[input.Length] == '.' && name.StartsWith(input, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The key of an input; <see langword="null"/> for one that is no setting.</summary>
    internal string? KeyOf(string input, string ownKey) => _keys.TryGetValue(input, out string? key) ? key : ownKey;

    internal SettingAttribute RuleOf(string input, SettingAttribute rule)
        => _defaults.TryGetValue(input, out object? value) ? rule.WithDefault(value) : rule;

    private protected void SetKey(string input, string? key) => _keys[input] = key;

    private protected void SetDefault(string input, object value) => _defaults[input] = value;

    private protected void SetDescription(string key, string text) => _descriptions[key] = text;
}

/// <inheritdoc/>
/// <typeparam name="TArgs">The args.</typeparam>
/// <param name="title">What stands above the settings in Pulumi.yaml, such as <c>The namespace</c>.</param>
public sealed class SettingsOf<TArgs>(string title = "") : SettingsOf(title)
    where TArgs : class, new()
{
    internal override Type ArgsType => typeof(TArgs);

    /// <summary>Gives an input another key; a dot in it makes it a part of an object.</summary>
    /// <param name="input">The way to the input: <c>datastoreUri</c>.</param>
    /// <param name="key">The key: <c>datastore.uri</c>.</param>
    public SettingsOf<TArgs> Rename(string input, string key)
    {
        SetKey(input, key);
        return this;
    }

    /// <summary>Takes inputs out that the program itself gives.</summary>
    /// <param name="inputs">The ways to the inputs.</param>
    public SettingsOf<TArgs> Omit(params string[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (string input in inputs)
        {
            SetKey(input, null);
        }

        return this;
    }

    /// <summary>Gives an input another default than its own.</summary>
    /// <param name="input">The way to the input.</param>
    /// <param name="value">The default, as in <see cref="SettingAttribute.Default"/>.</param>
    public SettingsOf<TArgs> Default(string input, object value)
    {
        SetDefault(input, value);
        return this;
    }

    /// <summary>Says what a setting is for, where the documentation of the input does not say it, or for an object that only a key makes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">A sentence or two.</param>
    public SettingsOf<TArgs> Describe(string key, string text)
    {
        SetDescription(key, text);
        return this;
    }
}
