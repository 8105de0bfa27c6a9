using System.Text.Json;

namespace Rampart.Cel.Values;

/// <summary>JSON as values of the language: a number without fraction and exponent that fits is an int, any other a double.</summary>
public static class CelJson
{
    /// <summary>Reads a value.</summary>
    public static CelValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => CelValue.True,
        JsonValueKind.False => CelValue.False,
        JsonValueKind.String => CelValue.From(element.GetString()),
        JsonValueKind.Number => Number(element),
        JsonValueKind.Array => CelValue.From(CelList.Create([.. element.EnumerateArray().Select(Read)])),
        JsonValueKind.Object => CelValue.From(Object(element)),
        _ => default,
    };

    private static CelValue Number(JsonElement element) =>
        !element.GetRawText().AsSpan().ContainsAny(".eE") && element.TryGetInt64(out long whole) ? CelValue.From(whole) : CelValue.From(element.GetDouble());

    private static CelTable Object(JsonElement element)
    {
        // Of several properties with one name the last wins.
        Dictionary<string, CelValue> entries = new(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            entries[property.Name] = Read(property.Value);
        }

        return CelTable.Of([.. entries.Select(static entry => KeyValuePair.Create(CelValue.From(entry.Key), entry.Value))]);
    }
}
