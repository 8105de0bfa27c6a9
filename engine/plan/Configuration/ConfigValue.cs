namespace Rampart.Plan.Configuration;

/// <summary>One configuration value as the program gets it.</summary>
public sealed class ConfigValue
{
    /// <summary>What stands in <see cref="TextOrPlaceholder"/> for each encrypted text that was not decrypted.</summary>
    public const string Placeholder = "[secret]";

    private readonly string _text;

    internal ConfigValue(string key, string text, bool isSecret, bool isOpaque, IReadOnlyList<string> secrets, ConfigEntry source)
    {
        Key = key;
        _text = text;
        IsSecret = isSecret;
        IsOpaque = isOpaque;
        Secrets = secrets;
        Source = source;
    }

    /// <summary>The full key, <c>namespace:name</c>.</summary>
    public string Key { get; }

    /// <summary>The text, decrypted: a scalar itself, a list or mapping as JSON; null when a part of it could not be decrypted.</summary>
    public string? Text => IsOpaque ? null : _text;

    /// <summary>The text, with <see cref="Placeholder"/> in the place of what could not be decrypted, so that the rest of an object stays of use.</summary>
    public string TextOrPlaceholder => _text;

    /// <summary>Whether the value is secret: a part of it is encrypted, or its declaration says so.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether a part of the value is encrypted and could not be decrypted.</summary>
    public bool IsOpaque { get; }

    /// <summary>Where the value was written.</summary>
    public SourceLocation Location => Source.Location;

    /// <summary>The texts in the value that may not be shown, in the clear.</summary>
    internal IReadOnlyList<string> Secrets { get; }

    internal ConfigEntry Source { get; }

    /// <summary>Key and text; the text of a secret is not shown.</summary>
    public override string ToString() => $"{Key}: {(IsSecret ? Placeholder : _text)}";
}
