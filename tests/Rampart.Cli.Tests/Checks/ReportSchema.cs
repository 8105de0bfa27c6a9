using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rampart.Cli.Tests.Checks;

/// <summary>The published schema of JSON reports, with as much of JSON Schema 2020-12 as it uses; any other keyword is an error.</summary>
internal sealed class ReportSchema
{
    private readonly JsonElement _root;
    private readonly List<string> _problems = [];

    private ReportSchema(JsonElement root) => _root = root;

    /// <summary>What is wrong with a report, a line each; empty when nothing is.</summary>
    public static string Problems(string report, [CallerFilePath] string testFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "..", "docs", "check-report.schema.json");
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(path));
        using JsonDocument document = JsonDocument.Parse(report);
        ReportSchema validator = new(schema.RootElement);
        validator.Validate(schema.RootElement, document.RootElement, "");
        return string.Join('\n', validator._problems);
    }

    private void Validate(JsonElement schema, JsonElement value, string at)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            bool holds = keyword.Name switch
            {
                "$schema" or "$defs" or "title" or "description" => true,
                "$ref" => Follow(keyword.Value.GetString()!, value, at),
                "type" => keyword.Value.ValueKind == JsonValueKind.String
                    ? IsOfType(keyword.Value.GetString()!, value)
                    : keyword.Value.EnumerateArray().Any(type => IsOfType(type.GetString()!, value)),
                "enum" => keyword.Value.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
                "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" => ValidateProperties(keyword.Value, value, at),
                "additionalProperties" => !keyword.Value.GetBoolean() && HasNoOthers(schema.GetProperty("properties"), value),
                "items" => ValidateItems(keyword.Value, value, at),
                _ => throw new InvalidOperationException($"the schema uses '{keyword.Name}', which this test does not know"),
            };
            if (!holds)
            {
                _problems.Add($"{at}: {keyword.Name} {keyword.Value.GetRawText()} does not hold");
            }
        }
    }

    private bool Follow(string reference, JsonElement value, string at)
    {
        JsonElement target = _root;
        foreach (string part in reference.Split('/').Skip(1))
        {
            target = target.GetProperty(part);
        }

        Validate(target, value, at);
        return true;
    }

    private bool ValidateProperties(JsonElement schemas, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty schema in schemas.EnumerateObject())
            {
                if (value.TryGetProperty(schema.Name, out JsonElement member))
                {
                    Validate(schema.Value, member, $"{at}/{schema.Name}");
                }
            }
        }

        return true;
    }

    private bool ValidateItems(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            for (int i = 0; i < value.GetArrayLength(); i++)
            {
                Validate(schema, value[i], $"{at}/{i}");
            }
        }

        return true;
    }

    private static bool HasNoOthers(JsonElement schemas, JsonElement value) =>
        value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => schemas.TryGetProperty(member.Name, out _));

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"the schema uses the type '{type}', which this test does not know"),
    };
}
