using System.Text.Json;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Tests;

/// <summary>
/// Reads values from JSON with single quotes. The text <c>?</c> is a value that is not known yet, and a text that starts with
/// <c>!</c> is a secret.
/// </summary>
internal static class ManifestText
{
    public static PropertyValue Value(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json.Replace('\'', '"'));
        return Convert(document.RootElement);
    }

    /// <summary>A value as it stands in JSON.</summary>
    public static PropertyValue Value(JsonElement element) => Convert(element);

    public static PropertyObject Object(string json) => Value(json).AsObject();

    private static PropertyValue Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => PropertyValue.From(PropertyObject.Create(
            [.. element.EnumerateObject().Select(property => new Property(property.Name, Convert(property.Value)))])),
        JsonValueKind.Array => PropertyValue.From(PropertyList.Create([.. element.EnumerateArray().Select(Convert)])),
        JsonValueKind.String when element.GetString() == "?" => PropertyValue.Unknown,
        JsonValueKind.String when element.GetString()!.StartsWith('!') =>
            PropertyValue.Secret(PropertyValue.From(element.GetString()![1..])),
        JsonValueKind.String => PropertyValue.From(element.GetString()),
        JsonValueKind.Number => PropertyValue.From(element.GetDouble()),
        JsonValueKind.Null => PropertyValue.Null,
        _ => PropertyValue.From(element.GetBoolean()),
    };
}
