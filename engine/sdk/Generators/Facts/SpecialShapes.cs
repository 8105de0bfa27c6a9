using Pulumi.Generators.Model;

namespace Pulumi.Generators.Facts;

/// <summary>Members whose shape KubernetesClient flattens to <c>object</c> or <c>string</c> and the official SDK does not.</summary>
internal static class SpecialShapes
{
    /// <summary>The shape of a member; null when its type in the metadata says it all.</summary>
    public static ValueShape? Find(string type, string wireName) => (type, wireName) switch
    {
        ("V1JSONSchemaProps", "additionalItems" or "additionalProperties") => ValueShape.Union(JsonSchema, ValueShape.Boolean),
        ("V1JSONSchemaProps", "items") => ValueShape.Union(JsonSchema, ValueShape.List(ValueShape.Json)),
        ("V1JSONSchemaProps", "dependencies") => ValueShape.Map(ValueShape.Union(JsonSchema, ValueShape.List(ValueShape.String))),
        ("V1ServiceSpec", "type") => ValueShape.Enumeration("Core.V1.ServiceSpecType"),
        _ => null,
    };

    private static readonly ValueShape JsonSchema = ValueShape.Object("ApiExtensions.V1.JSONSchemaProps");
}
