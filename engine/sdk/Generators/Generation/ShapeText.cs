using Pulumi.Generators.Model;

namespace Pulumi.Generators.Generation;

/// <summary>How shapes are spelled in C#.</summary>
internal static class ShapeText
{
    private const string Root = "global::Pulumi.Kubernetes.";

    public static string ArgsType(string type) => $"{Root}Types.Inputs.{type}Args";

    public static string OutputType(string type) => $"{Root}Types.Outputs.{type}";

    /// <summary>The type of a member of an args class; lists and maps are without their <c>?</c>.</summary>
    public static string Input(ValueShape shape) => shape.Kind switch
    {
        ShapeKind.List => $"InputList<{InputItem(shape.Item!)}>",
        ShapeKind.Map => $"InputMap<{InputItem(shape.Item!)}>",
        ShapeKind.Json => "InputJson",
        ShapeKind.Union => $"InputUnion<{InputItem(shape.Item!)}, {InputItem(shape.Other!)}>",
        ShapeKind.Enumeration => $"InputUnion<string, {Root}{shape.Type}>",
        _ => $"Input<{InputItem(shape)}>",
    };

    /// <summary>The type of a member of an output type.</summary>
    public static string Output(ValueShape shape) => Plain(shape, OutputType);

    private static string InputItem(ValueShape shape) => Plain(shape, ArgsType);

    private static string Plain(ValueShape shape, Func<string, string> objectType) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enumeration => "string",
        ShapeKind.Integer => "int",
        ShapeKind.Number => "double",
        ShapeKind.Boolean => "bool",
        ShapeKind.Json => "global::System.Text.Json.JsonElement",
        ShapeKind.Object => objectType(shape.Type!),
        ShapeKind.List => $"ImmutableArray<{Plain(shape.Item!, objectType)}>",
        ShapeKind.Map => $"ImmutableDictionary<string, {Plain(shape.Item!, objectType)}>",
        ShapeKind.Union => $"Union<{Plain(shape.Item!, objectType)}, {Plain(shape.Other!, objectType)}>",
        _ => throw new InvalidOperationException($"{shape.Kind} has no spelling"),
    };

    /// <summary>The expression that reads a member of the object <paramref name="source"/>.</summary>
    public static string ReadMember(ValueShape shape, string source, string wireName)
    {
        string place = $"{source}, {SourceWriter.Literal(wireName)}";
        return shape.Kind switch
        {
            ShapeKind.String or ShapeKind.Enumeration => $"PropertyReader.String({place})",
            ShapeKind.Integer => $"PropertyReader.Int32({place})",
            ShapeKind.Number => $"PropertyReader.Double({place})",
            ShapeKind.Boolean => $"PropertyReader.Boolean({place})",
            ShapeKind.Json => $"PropertyReader.Json({place})",
            ShapeKind.Object => $"PropertyReader.Object({place}, {Reader(shape)})",
            ShapeKind.List => $"PropertyReader.List({place}, {Reader(shape.Item!)})",
            ShapeKind.Map => $"PropertyReader.Map({place}, {Reader(shape.Item!)})",
            ShapeKind.Union => $"PropertyReader.Union({place}, {Reader(shape.Item!)}, {Reader(shape.Other!)})",
            _ => throw new InvalidOperationException($"{shape.Kind} cannot be read"),
        };
    }

    /// <summary>The delegate that reads one value: a method group where one fits, since the compiler keeps those.</summary>
    public static string Reader(ValueShape shape) => shape.Kind switch
    {
        ShapeKind.String or ShapeKind.Enumeration => "PropertyReader.ReadString",
        ShapeKind.Integer => "PropertyReader.ReadInt32",
        ShapeKind.Number => "PropertyReader.ReadDouble",
        ShapeKind.Boolean => "PropertyReader.ReadBoolean",
        ShapeKind.Json => "PropertyReader.ReadJson",
        ShapeKind.Object => $"{OutputType(shape.Type!)}.Read",
        ShapeKind.List => $"static value => PropertyReader.ReadList(value, {Reader(shape.Item!)})",
        ShapeKind.Map => $"static value => PropertyReader.ReadMap(value, {Reader(shape.Item!)})",
        ShapeKind.Union => $"static value => PropertyReader.ReadUnion(value, {Reader(shape.Item!)}, {Reader(shape.Other!)})",
        _ => throw new InvalidOperationException($"{shape.Kind} cannot be read"),
    };
}
