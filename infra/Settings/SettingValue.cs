using System.Text.Json;
using Rampart.Rules.Diagnostics;

namespace Rampart.Infra.Settings;

/// <summary>What a setting can be.</summary>
internal enum SettingKind
{
    Scalar,
    List,
    Object,
}

/// <summary>One value as the program gets it: a text, or a part of a structured value.</summary>
internal readonly struct SettingValue
{
    private readonly JsonElement _json;

    private SettingValue(SettingKind kind, string text, bool isQuoted, JsonElement json)
    {
        Kind = kind;
        Text = text;
        IsText = isQuoted;
        _json = json;
    }

    public SettingKind Kind { get; }

    /// <summary>The text of a scalar, as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether the scalar is a text and nothing else, so that <c>"3"</c> is no number.</summary>
    public bool IsText { get; }

    /// <summary>A value of the configuration, which Pulumi hands over as a text: the value itself, or JSON for what has parts.</summary>
    public static SettingValue FromConfig(string text)
    {
        if (!LooksLikeJson(text))
        {
            return new SettingValue(SettingKind.Scalar, text, isQuoted: false, default);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return FromJson(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return new SettingValue(SettingKind.Scalar, text, isQuoted: false, default);
        }
    }

    // Most texts are not JSON, and finding out by an exception is slow.
    private static bool LooksLikeJson(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '['))
        {
            return false;
        }

        ReadOnlySpan<char> next = start[1..].TrimStart();
        return !next.IsEmpty
            && (next[0] is '"' or '}' || (start[0] == '[' && (next[0] is ']' or '[' or '{' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(next[0]))));
    }

    public static SettingValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new SettingValue(SettingKind.Object, "", isQuoted: false, json),
        JsonValueKind.Array => new SettingValue(SettingKind.List, "", isQuoted: false, json),
        JsonValueKind.String => new SettingValue(SettingKind.Scalar, json.GetString()!, isQuoted: true, json),
        JsonValueKind.Null => new SettingValue(SettingKind.Scalar, "", isQuoted: false, json),
        _ => new SettingValue(SettingKind.Scalar, json.GetRawText(), isQuoted: false, json),
    };

    public SettingValue? Member(string name)
        => _json.TryGetProperty(name, out JsonElement member) ? FromJson(member) : null;

    public IEnumerable<string> MemberNames()
    {
        foreach (JsonProperty member in _json.EnumerateObject())
        {
            yield return member.Name;
        }
    }

    public IEnumerable<SettingValue> Items()
    {
        foreach (JsonElement item in _json.EnumerateArray())
        {
            yield return FromJson(item);
        }
    }

    /// <summary>The value as a message quotes it.</summary>
    public string Describe() => Kind switch
    {
        SettingKind.List => "a list",
        SettingKind.Object => "an object",
        _ => QuotedText.Of(Text),
    };
}
