using Pulumi.Generators.Facts;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Discovery;

/// <summary>How the type of a model's property becomes the shape of a member.</summary>
internal static class ShapeRules
{
    /// <summary>The shape of a member; null when no rule covers it.</summary>
    /// <param name="owner">The model that declares the property.</param>
    /// <param name="property">The property.</param>
    /// <param name="reference">The SDK's name of a model, e.g. <c>Core.V1.Container</c>; null for what is no model.</param>
    public static ValueShape? ShapeOf(ClientType owner, ClientProperty property, Func<string, string?> reference) =>
        SpecialShapes.Find(owner.Name, property.WireName) ?? ShapeOf(property.Type, reference);

    private static ValueShape? ShapeOf(ClientTypeReference type, Func<string, string?> reference) => type.Name switch
    {
        "Nullable" => ShapeOf(type.Underlying, reference),
        "String" or "DateTime" or "Byte[]" or "ResourceQuantity" => ValueShape.String,
        "Int32" or "Int64" => ValueShape.Integer,
        "Double" => ValueShape.Number,
        "Boolean" => ValueShape.Boolean,
        "Object" => ValueShape.Json,
        "IntOrString" => ValueShape.Union(ValueShape.Integer, ValueShape.String),
        "IList" => ShapeOf(type.Arguments[0], reference) is { } item ? ValueShape.List(item) : null,
        "IDictionary" => ShapeOf(type.Arguments[1], reference) is { } item ? ValueShape.Map(item) : null,
        string model => reference(model) is { } name ? ValueShape.Object(name) : null,
    };
}
