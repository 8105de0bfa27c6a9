using Pulumi;

namespace Rampart.Components.Configuration;

/// <summary>A place in the configuration that a value can be in.</summary>
/// <param name="Problems">Gets what is wrong.</param>
/// <param name="Key">The full key of the place.</param>
/// <param name="Value">The value; <see langword="null"/> when there is none, or when it says nothing.</param>
/// <param name="Secret">
/// Gives the text of the value, as one that nobody may see: JSON for what has parts. In a preview it may not be known.
/// </param>
/// <remarks>An empty text says nothing: it is how Pulumi.yaml writes a default for what has none.</remarks>
internal sealed record SettingSlot(SettingsProblems Problems, string Key, SettingValue? Value, Func<Output<string>> Secret)
{
    /// <summary>Whether the slot is a whole value of the configuration, and not a part of one.</summary>
    public bool IsRoot { get; init; }

    /// <summary>Whether the slot is a whole value that is encrypted in the stack's file, so that no message may quote it.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>A member of an object.</summary>
    public SettingSlot Member(string name) => new(
        Problems,
        SettingKey.Member(Key, name),
        Given(Value?.Member(name)),
        () => Secret().Apply(text => SettingValue.FromConfig(text).Member(name)?.Text ?? ""));

    /// <summary>An entry of a map. There an empty text is a value, unlike no value at all.</summary>
    public SettingSlot Entry(string name, SettingValue value) => new(
        Problems,
        SettingKey.Member(Key, name),
        value.IsText ? value : Given(value),
        () => Secret().Apply(text => SettingValue.FromConfig(text).Member(name)?.Text ?? ""));

    /// <summary>An item of a list. An empty text stays, since it takes a place.</summary>
    public SettingSlot Item(int index, SettingValue value) => new(
        Problems,
        SettingKey.Item(Key, index),
        value,
        () => Secret().Apply(text => SettingValue.FromConfig(text).Items()[index].Text));

    /// <summary>The value as a message quotes it.</summary>
    public string Describe() => IsEncrypted ? "the secret value" : Value!.Describe();

    public void Error(string id, string problem, string fix) => Problems.Error(id, Key, problem, fix);

    internal static SettingValue? Given(SettingValue? value) => value is { IsEmpty: false } ? value : null;
}
