using System.Globalization;
using System.Text.Json;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Settings;

/// <summary>A setting as an engine hands it over: a text, or a list or mapping as a text of JSON. Nobody knows its place.</summary>
internal sealed class JsonSettingNode : SettingNode
{
    private readonly JsonElement? _json;
    private readonly string? _text;

    private JsonSettingNode(string file, string key, string? text, JsonElement? json)
        : base(file, key)
    {
        _text = text;
        _json = json;
    }

    public override int Line => 0;

    public override int Column => 0;

    public override string Shown => (_text, _json?.ValueKind) switch
    {
        ({ } text, _) => QuotedText.Of(text),
        (_, JsonValueKind.Array) => "a list",
        (_, JsonValueKind.Object) => "a mapping",
        (_, JsonValueKind.Null) => "an empty value",
        (_, null) => "a secret",
        _ => QuotedText.Of(_json!.Value.GetRawText()),
    };

    public override string? Text => _text;

    public override int? Count =>
        _json is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int count) && count >= 0 ? count : null;

    public override IReadOnlyList<SettingEntry>? Entries => _json is not { ValueKind: JsonValueKind.Object } mapping ? null
        : [.. mapping.EnumerateObject().Select(entry => new SettingEntry(entry.Name, Part($"{Key}.{entry.Name}", entry.Value), 0, 0))];

    public override IReadOnlyList<SettingNode>? Items => _json is not { ValueKind: JsonValueKind.Array } list ? null
        : [.. list.EnumerateArray().Select((item, i) => Part(string.Create(CultureInfo.InvariantCulture, $"{Key}[{i}]"), item))];

    /// <summary>A value of a stack's configuration.</summary>
    /// <param name="file">The stack's file.</param>
    /// <param name="key">The full key.</param>
    /// <param name="value">The text of the value; null for a secret.</param>
    public static JsonSettingNode Of(string file, string key, string? value)
    {
        if (value.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(value!);
                return new JsonSettingNode(file, key, text: null, document.RootElement.Clone());
            }
            catch (JsonException)
            {
                // Whoever reads the setting says what it has to be.
            }
        }

        return new JsonSettingNode(file, key, value, json: null);
    }

    private JsonSettingNode Part(string key, JsonElement value) => value.ValueKind == JsonValueKind.String
        ? new JsonSettingNode(File, key, value.GetString(), json: null)
        : new JsonSettingNode(File, key, text: null, value);
}
