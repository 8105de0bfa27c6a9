using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rampart.Tests.Shared;

/// <summary>A JSON Schema, with as much of it as this repository's schemas use; any other keyword is an error.</summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;
    private readonly List<string> _problems = [];

    private JsonSchema(JsonElement root) => _root = root;

    /// <summary>What is wrong with a document, a line each; empty when nothing is.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    public static string Problems(JsonElement schema, JsonElement document)
    {
        JsonSchema validator = new(schema);
        validator.Validate(schema, document, "");
        return string.Join('\n', validator._problems);
    }

    private void Validate(JsonElement schema, JsonElement value, string at)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            bool holds = keyword.Name switch
            {
                "$schema" or "$defs" or "definitions" or "title" or "description" or "default" => true,
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
                "additionalProperties" => keyword.Value.ValueKind == JsonValueKind.Object
                    ? ValidateValues(keyword.Value, value, at)
                    : !keyword.Value.GetBoolean() && HasNoOthers(schema.GetProperty("properties"), value),
                "propertyNames" => value.ValueKind != JsonValueKind.Object
                    || value.EnumerateObject().All(member => Holds(keyword.Value, JsonSerializer.SerializeToElement(member.Name))),
                "allOf" => ValidateAll(keyword.Value, value, at),
                "anyOf" => keyword.Value.EnumerateArray().Any(each => Holds(each, value)),
                "not" => !Holds(keyword.Value, value),
                "items" => ValidateItems(keyword.Value, value, at),
                _ => throw new InvalidOperationException($"the schema uses '{keyword.Name}', which this test does not know"),
            };
            if (!holds)
            {
                _problems.Add($"{at}: {keyword.Name} {keyword.Value.GetRawText()} does not hold");
            }
        }
    }

    private bool Holds(JsonElement schema, JsonElement value)
    {
        JsonSchema inner = new(_root);
        inner.Validate(schema, value, "");
        return inner._problems.Count == 0;
    }

    private bool ValidateAll(JsonElement schemas, JsonElement value, string at)
    {
        foreach (JsonElement schema in schemas.EnumerateArray())
        {
            Validate(schema, value, at);
        }

        return true;
    }

    private bool ValidateValues(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Validate(schema, member.Value, $"{at}/{member.Name}");
            }
        }

        return true;
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
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"the schema uses the type '{type}', which this test does not know"),
    };
}
