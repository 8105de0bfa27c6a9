using System.Text;

namespace Rampart.Yaml;

/// <summary>Tells numbers, booleans, null and dates from text, as Go's YAML libraries do.</summary>
internal static class ScalarResolver
{
    // That of "false"; numbers can be longer.
    private const int LongestWord = 5;

    /// <summary>What a scalar stands for.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="place">The place of the scalar.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    /// <exception cref="YamlException">The text is not what the tag says.</exception>
    public static ScalarValue Resolve(YamlTape tape, int place, YamlSchema schema)
    {
        ref readonly YamlToken token = ref tape[place];
        return Resolve(token.Text, token.Style, tape.TagOf(place), schema, token.Position);
    }

    /// <inheritdoc cref="Resolve(YamlTape, int, YamlSchema)"/>
    /// <param name="text">The text, after escapes and folding.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="tag">The tag, in the form of <see cref="YamlScalar.Tag"/>.</param>
    /// <param name="schema">Which plain words are not strings.</param>
    /// <param name="position">Where it starts.</param>
    public static ScalarValue Resolve(string text, ScalarStyle style, string? tag, YamlSchema schema, YamlPosition position)
    {
        switch (tag)
        {
            case null:
                return style == ScalarStyle.Plain ? ResolvePlain(text, schema) : new ScalarValue(ScalarKind.String, text);
            case "!!timestamp" when schema == YamlSchema.Yaml11 && YamlTimestamp.IsTimestamp(text):
                return new ScalarValue(ScalarKind.String, text);
            case "!!null" or "!!bool" or "!!int" or "!!float" or "!!timestamp":
                ScalarValue value = ResolvePlain(text, schema);
                return TagOf(value.Kind) == tag ? value
                    : value.Kind == ScalarKind.Integer && tag == "!!float" ? value with { Kind = ScalarKind.Float }
                    : throw new YamlException($"the value is not what its tag {tag} says", "take the tag away, or mend the value", position.Line, position.Column);
            case "!!binary":
                return new ScalarValue(ScalarKind.String, DecodeBase64(text, position));
            default:
                return new ScalarValue(ScalarKind.String, text);
        }
    }

    private static ScalarValue ResolvePlain(string text, YamlSchema schema)
    {
        if (text.Length == 0)
        {
            return new ScalarValue(ScalarKind.Null, "null");
        }

        return text[0] switch
        {
            (>= '0' and <= '9') or '+' or '-' or '.' => ResolveNumber(text, schema),
            _ when text.Length > LongestWord => new ScalarValue(ScalarKind.String, text),
            _ => ResolveWord(text, schema),
        };
    }

    private static ScalarValue ResolveWord(string text, YamlSchema schema) => text switch
    {
        "~" or "null" or "Null" or "NULL" => new ScalarValue(ScalarKind.Null, "null"),
        "true" or "True" or "TRUE" => new ScalarValue(ScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => new ScalarValue(ScalarKind.Boolean, "false"),
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" when schema == YamlSchema.Yaml11 => new ScalarValue(ScalarKind.Boolean, "true"),
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" when schema == YamlSchema.Yaml11 => new ScalarValue(ScalarKind.Boolean, "false"),
        _ => new ScalarValue(ScalarKind.String, text),
    };

    private static ScalarValue ResolveNumber(string text, YamlSchema schema)
    {
        if (YamlTimestamp.IsTimestamp(text))
        {
            return new ScalarValue(schema == YamlSchema.Yaml11 ? ScalarKind.String : ScalarKind.Timestamp, text);
        }

        double special = text switch
        {
            ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => double.PositiveInfinity,
            "-.inf" or "-.Inf" or "-.INF" => double.NegativeInfinity,
            ".nan" or ".NaN" or ".NAN" => double.NaN,
            _ => 0,
        };
        if (special != 0)
        {
            return new ScalarValue(ScalarKind.Float, text, special);
        }

        // Underscores group digits anywhere, save in front of all of them.
        string digits = text[0] != '.' && text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text;
        return YamlNumber.TryParseInteger(digits, out string? canonical, out double number) ? new ScalarValue(ScalarKind.Integer, canonical, number)
            : YamlNumber.TryParseFloat(digits, out number) ? new ScalarValue(ScalarKind.Float, JsonNumber.Format(number), number)
            : new ScalarValue(ScalarKind.String, text);
    }

    private static string TagOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Null => "!!null",
        ScalarKind.Boolean => "!!bool",
        ScalarKind.Integer => "!!int",
        ScalarKind.Float => "!!float",
        ScalarKind.Timestamp => "!!timestamp",
        _ => "!!str",
    };

    private static string DecodeBase64(string text, YamlPosition position)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int count) && text.AsSpan().IndexOfAny(' ', '\t') < 0
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : throw new YamlException("the value is not the base64 that its tag !!binary says", "take the tag away, or mend the value", position.Line, position.Column);
    }
}
