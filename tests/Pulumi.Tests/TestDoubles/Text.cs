using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Tests;

/// <summary>Values as texts, so that a test compares whole values.</summary>
internal static class Text
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool boolean => boolean ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        JsonElement element => element.ValueKind == JsonValueKind.Undefined ? "undefined" : element.GetRawText(),
        Resource resource => $"{resource.GetType().Name}({resource.GetResourceName()})",
        AssetOrArchive asset => asset.GetType().Name,
        IDictionary { } map => "{" + string.Join(", ", Pairs(map).OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => $"{pair.Key}: {Of(pair.Value)}")) + "}",
        IEnumerable items => OfItems(items),
        _ => value.ToString() ?? "",
    };

    private static string OfItems(IEnumerable items)
    {
        try
        {
            return "[" + string.Join(", ", items.Cast<object?>().Select(Of)) + "]";
        }
        catch (InvalidOperationException)
        {
            return "default array";
        }
    }

    private static IEnumerable<(string Key, object? Value)> Pairs(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return ((string)entry.Key, entry.Value);
        }
    }
}
