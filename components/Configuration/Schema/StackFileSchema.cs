using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rampart.Components.Configuration.Schema;

/// <summary>The JSON Schema of a project's stack files, by which editors complete settings and mark mistakes.</summary>
/// <remarks>
/// Draft 7, which all editors know. It allows no less than a program takes; what settings must be together, only the program knows.
/// </remarks>
public sealed class StackFileSchema
{
    private const string SecureName = "secure";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // By name: types that stand in several places, or in themselves.
    private readonly SortedDictionary<string, JsonObject?> _definitions = new(StringComparer.Ordinal);

    private StackFileSchema()
    {
    }

    /// <summary>The schema, as text.</summary>
    /// <param name="project">Name of the project, which its keys begin with.</param>
    /// <param name="settings">All settings of the project.</param>
    public static string Write(string project, IEnumerable<SettingsOf> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new StackFileSchema().Root(project, settings).ToJsonString(Format) + "\n";
    }

    private JsonObject Root(string project, IEnumerable<SettingsOf> settings)
    {
        JsonObject keys = [];
        JsonArray names = [];
        foreach (SettingsOf part in settings)
        {
            foreach (SettingNode node in SettingNode.Of(part))
            {
                names.Add($"{project}:{node.Name}");
                keys.Add($"{project}:{node.Name}", Of(node, isRoot: true));
            }
        }

        JsonObject config = new()
        {
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = keys,
            ["propertyNames"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = names },
                    new JsonObject { ["not"] = new JsonObject { ["pattern"] = $"^{project}:" } }),
            },
        };
        JsonObject definitions = new()
        {
            [SecureName] = new JsonObject
            {
                ["description"] = "A value that is encrypted: pulumi config set --secret.",
                ["type"] = "object",
                ["properties"] = new JsonObject { [SecureName] = new JsonObject { ["type"] = "string" } },
                ["required"] = new JsonArray(SecureName),
                ["additionalProperties"] = false,
            },
        };
        foreach ((string name, JsonObject? definition) in _definitions)
        {
            definitions.Add(name, definition);
        }

        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = $"A stack file of the project {project}",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["config"] = config },
            ["definitions"] = definitions,
        };
    }

    private JsonObject Of(SettingNode node, bool isRoot)
    {
        JsonObject schema = [];
        if (node.Description is { } description)
        {
            schema.Add("description", description);
        }

        if (node.Default is { } value)
        {
            schema.Add("default", value);
        }

        JsonObject type = node.Shape is null ? ObjectOf(node.Members, isRequired: node.IsOptional) : Of(node.Shape, node.Rule, isRoot);
        if (schema.Count > 0 && type.ContainsKey("$ref"))
        {
            // Draft 7 looks at nothing that stands beside a reference.
            schema.Add("allOf", new JsonArray(type));
            return schema;
        }

        foreach ((string keyword, JsonNode? content) in type)
        {
            schema.Add(keyword, content?.DeepClone());
        }

        return schema;
    }

    private JsonObject Of(SettingShape shape, SettingAttribute rule, bool isRoot)
    {
        if (rule.IsSecret)
        {
            return Reference(SecureName);
        }

        return shape.Kind switch
        {
            SettingShapeKind.List => new JsonObject { ["type"] = "array", ["items"] = Of(shape.Item!, rule, isRoot: false) },
            SettingShapeKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(shape.Item!, rule, isRoot: false) },
            SettingShapeKind.Object => Reference(Define(shape.Type)),
            SettingShapeKind.Json => [],
            _ => new JsonObject { ["anyOf"] = new JsonArray(Scalar(shape, rule, isRoot), Reference(SecureName)) },
        };
    }

    // At the top of a stack file `pulumi config set` writes every value as a text.
    private static JsonObject Scalar(SettingShape shape, SettingAttribute rule, bool isRoot) => shape.Kind switch
    {
        SettingShapeKind.Integer => Integer(rule, isRoot),
        SettingShapeKind.Number => new JsonObject { ["type"] = Types("number", isRoot) },
        SettingShapeKind.Boolean => new JsonObject { ["enum"] = isRoot ? new JsonArray(true, false, "true", "false") : new JsonArray(true, false) },
        SettingShapeKind.Choice => Enumeration(SettingReader.NamesOf(shape.Type)),
        SettingShapeKind.IntegerOrText => Text(rule, new JsonArray("integer", "string")),
        _ => rule.Allowed is { } allowed ? Enumeration(allowed) : Text(rule, rule.Form?.TakesNumbers == true ? new JsonArray("string", "number") : "string"),
    };

    private static JsonObject Integer(SettingAttribute rule, bool isRoot)
    {
        JsonObject schema = new() { ["type"] = Types("integer", isRoot) };
        if (isRoot)
        {
            schema.Add("pattern", "^[+-]?[0-9]+$");
        }

        if (rule.Minimum != int.MinValue)
        {
            schema.Add("minimum", rule.Minimum);
        }

        if (rule.Maximum != int.MaxValue)
        {
            schema.Add("maximum", rule.Maximum);
        }

        return schema;
    }

    private static JsonObject Text(SettingAttribute rule, JsonNode type)
    {
        JsonObject schema = new() { ["type"] = type };
        if (rule.Form?.Pattern is { } pattern)
        {
            schema.Add("pattern", pattern);
        }

        return schema;
    }

    private static JsonNode Types(string type, bool isRoot) => isRoot ? new JsonArray(type, "string") : type;

    private static JsonObject Enumeration(string[] values) => new() { ["enum"] = new JsonArray([.. values.Select(static value => JsonValue.Create(value))]) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private string Define(Type type)
    {
        string name = type.Name.EndsWith("Args", StringComparison.Ordinal) ? type.Name[..^"Args".Length] : type.Name;
        if (_definitions.TryAdd(name, null))
        {
            _definitions[name] = ObjectOf(SettingNode.Of(type), isRequired: true);
        }

        return name;
    }

    private JsonObject ObjectOf(List<SettingNode> members, bool isRequired)
    {
        JsonObject properties = [];
        JsonArray required = [];
        foreach (SettingNode member in members)
        {
            properties.Add(member.Name, Of(member, isRoot: false));
            if (member.IsRequired && isRequired)
            {
                required.Add(member.Name);
            }
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema.Add("required", required);
        }

        schema.Add("additionalProperties", false);
        return schema;
    }
}
