using System.Text;
using System.Text.Json.Nodes;

namespace Rampart.Components.Configuration.Schema;

/// <summary>Settings as Pulumi.yaml declares them, in its section <c>config:</c>.</summary>
/// <remarks>Source: pulumi.com/docs/iac/concepts/projects/project-file, "config".</remarks>
public static class ProjectConfig
{
    /// <summary>The section, from <c>config:</c> on.</summary>
    /// <param name="settings">All settings of the project, in the order in which the section has them.</param>
    public static string Write(IEnumerable<SettingsOf> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        StringBuilder text = new("config:\n");
        foreach (SettingsOf part in settings)
        {
            if (part.Title.Length > 0)
            {
                text.Append(text[^2] == ':' ? "" : "\n").Append("  # ").Append(part.Title).Append('\n');
            }

            foreach (SettingNode node in SettingNode.Of(part))
            {
                Write(text, node);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, SettingNode node)
    {
        JsonNode? given = node.IsRequired ? null : node.Default ?? EmptyOf(node);
        text.Append("  ").Append(FlowYaml.Text(node.Name)).Append(":\n    type: ").Append(TypeOf(node, given)).Append('\n');
        if (node.Shape is { Kind: SettingShapeKind.List } list)
        {
            text.Append("    items: { type: ").Append(TypeOf(list.Item!)).Append(" }\n");
        }

        if (given is not null)
        {
            WriteDefault(text, given);
        }

        if (node.Rule.IsSecret)
        {
            text.Append("    secret: true\n");
        }

        if (node.Description is { } description)
        {
            text.Append("    description: ").Append(FlowYaml.Sentence(description)).Append('\n');
        }
    }

    private static void WriteDefault(StringBuilder text, JsonNode given)
    {
        if (given is not JsonObject parts || !parts.Any(static part => part.Value is JsonObject))
        {
            text.Append("    default: ").Append(FlowYaml.Of(given)).Append('\n');
            return;
        }

        text.Append("    default:\n");
        foreach ((string name, JsonNode? value) in parts)
        {
            text.Append("      ").Append(FlowYaml.Text(name)).Append(": ").Append(FlowYaml.Of(value!)).Append('\n');
        }
    }

    // What has no default must say so, or every stack would have to give it: an empty value counts as not given.
    private static JsonNode EmptyOf(SettingNode node) => node.Shape?.Kind switch
    {
        null or SettingShapeKind.Object or SettingShapeKind.Map or SettingShapeKind.Json => new JsonObject(),
        SettingShapeKind.List => new JsonArray(),
        _ => JsonValue.Create(""),
    };

    // An integer or a boolean cannot be empty; a text can.
    private static string TypeOf(SettingNode node, JsonNode? given)
        => node.Shape is null ? "object"
            : node.Shape.Kind is SettingShapeKind.Integer or SettingShapeKind.Boolean && node.Default is null && given is not null ? "string"
            : TypeOf(node.Shape);

    private static string TypeOf(SettingShape shape) => shape.Kind switch
    {
        SettingShapeKind.Integer => "integer",
        SettingShapeKind.Boolean => "boolean",
        SettingShapeKind.List => "array",
        SettingShapeKind.Map or SettingShapeKind.Object or SettingShapeKind.Json => "object",
        _ => "string",
    };
}
