using System.Text.Json;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>What a setting can be.</summary>
internal enum SettingKind
{
    Scalar,
    List,
    Object,
}

/// <summary>One value as the program gets it: a text, or a part of a structured value.</summary>
internal sealed class SettingValue
{
    private readonly bool _isConfig;
    private JsonElement _json;
    private bool _isParsed;

    private SettingValue(string text, bool isConfig, bool isText, JsonElement json)
    {
        Text = text;
        IsText = isText;
        _isConfig = isConfig;
        _json = json;
    }

    /// <summary>What the value is. A text is read as JSON only when somebody asks, and only if it can be a list or an object.</summary>
    public SettingKind Kind => Json.ValueKind switch
    {
        JsonValueKind.Object => SettingKind.Object,
        JsonValueKind.Array => SettingKind.List,
        _ => SettingKind.Scalar,
    };

    /// <summary>The text, as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether the scalar is a text and nothing else, so that <c>"3"</c> is no number.</summary>
    public bool IsText { get; }

    /// <summary>Whether the value says nothing.</summary>
    public bool IsEmpty => Text.Length == 0;

    private JsonElement Json
    {
        get
        {
            if (_isConfig && !_isParsed)
            {
                _isParsed = true;
                _json = Parse(Text);
            }

            return _json;
        }
    }

    /// <summary>A value of the configuration, which Pulumi hands over as a text: the value itself, or JSON for what has parts.</summary>
    public static SettingValue FromConfig(string text) => new(text, isConfig: true, isText: false, default);

    public static SettingValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new SettingValue(json.GetString()!, isConfig: false, isText: true, json),
        JsonValueKind.Null => new SettingValue("", isConfig: false, isText: false, json),
        _ => new SettingValue(json.GetRawText(), isConfig: false, isText: false, json),
    };

    public SettingValue? Member(string name)
        => Kind == SettingKind.Object && Json.TryGetProperty(name, out JsonElement member) ? FromJson(member) : null;

    public List<KeyValuePair<string, SettingValue>> Members()
    {
        List<KeyValuePair<string, SettingValue>> members = [];
        foreach (JsonProperty member in Json.EnumerateObject())
        {
            members.Add(new(member.Name, FromJson(member.Value)));
        }

        return members;
    }

    public List<string> MemberNames()
    {
        List<string> names = [];
        foreach (JsonProperty member in Json.EnumerateObject())
        {
            names.Add(member.Name);
        }

        return names;
    }

    public List<SettingValue> Items()
    {
        List<SettingValue> items = [];
        foreach (JsonElement item in Json.EnumerateArray())
        {
            items.Add(FromJson(item));
        }

        return items;
    }

    /// <summary>The value as a message quotes it.</summary>
    public string Describe() => Kind switch
    {
        SettingKind.List => "a list",
        SettingKind.Object => "an object",
        _ => QuotedText.Of(Text),
    };

    /// <summary>The value as JSON.</summary>
    public string ToJson() => Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.String ? JsonSerializer.Serialize(Text) : Text;

    /// <summary>The value as a rule reads it; null for one that says nothing.</summary>
    public PropertyValue ToProperty() =>
        IsEmpty ? PropertyValue.Null
        : Json.ValueKind == JsonValueKind.Undefined ? PropertyValue.From(Text)
        : ToProperty(Json);

    private static PropertyValue ToProperty(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => PropertyValue.From(PropertyObject.Create(
            [.. json.EnumerateObject().Select(static member => new Property(member.Name, ToProperty(member.Value)))])),
        JsonValueKind.Array => PropertyValue.From(PropertyList.Create([.. json.EnumerateArray().Select(ToProperty)])),
        JsonValueKind.String => PropertyValue.From(json.GetString()!),
        JsonValueKind.Number => PropertyValue.From(json.GetDouble()),
        JsonValueKind.True => PropertyValue.From(true),
        JsonValueKind.False => PropertyValue.From(false),
        _ => PropertyValue.Null,
    };

    private static JsonElement Parse(string text)
    {
        if (!LooksLikeJson(text))
        {
            return default;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
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
}
