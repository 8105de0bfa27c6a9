using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rampart.Components.Configuration.Schema;

/// <summary>JSON as people write it in YAML, on one line: without quotes where they change nothing.</summary>
internal static class FlowYaml
{
    private static readonly string[] Words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    public static string Of(JsonNode node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject members => $"{{ {string.Join(", ", members.Select(static member => $"{Text(member.Key)}: {Of(member.Value!)}"))} }}",
        JsonArray { Count: 0 } => "[]",
        JsonArray items => $"[{string.Join(", ", items.Select(static item => Of(item!)))}]",
        _ => node.GetValueKind() == JsonValueKind.String ? Text(node.GetValue<string>()) : node.ToJsonString(),
    };

    /// <summary>A text, in quotes where it would be something else without them.</summary>
    public static string Text(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>A sentence, which stands alone on its line.</summary>
    public static string Sentence(string text)
        => text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && text[^1] != ':' && !text.Contains('\n')
            ? text
            : Quoted(text);

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterOrDigit(text[0]) || text[^1] == ':' || Words.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        bool hasLetter = false;
        foreach (char letter in text)
        {
            hasLetter |= char.IsAsciiLetter(letter);
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.' or '/' or ':' or '@'))
            {
                return false;
            }
        }

        // Numbers in all the ways of YAML, and times, begin with a digit.
        return hasLetter && !(text[0] == '0' && text.Length > 1) && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
