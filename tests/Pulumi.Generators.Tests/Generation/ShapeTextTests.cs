using Pulumi.Generators.Generation;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Tests.Generation;

public sealed class ShapeTextTests
{
    private const string Json = "global::System.Text.Json.JsonElement";
    private const string PodArgs = "global::Pulumi.Kubernetes.Types.Inputs.Core.V1.PodArgs";
    private const string Pod = "global::Pulumi.Kubernetes.Types.Outputs.Core.V1.Pod";

    private static readonly ValueShape PodShape = ValueShape.Object("Core.V1.Pod");

    // name, shape, input type, output type, how a member "x" of "value" is read
    private static readonly (string Name, ValueShape Shape, string Input, string Output, string Read)[] Cases =
    [
        ("string", ValueShape.String, "Input<string>", "string", "String(value, \"x\")"),
        ("integer", ValueShape.Integer, "Input<int>", "int", "Int32(value, \"x\")"),
        ("number", ValueShape.Number, "Input<double>", "double", "Double(value, \"x\")"),
        ("boolean", ValueShape.Boolean, "Input<bool>", "bool", "Boolean(value, \"x\")"),
        ("json", ValueShape.Json, "InputJson", Json, "Json(value, \"x\")"),
        ("object", PodShape, $"Input<{PodArgs}>", Pod, $"Object(value, \"x\", {Pod}.Read)"),
        (
            "list of strings",
            ValueShape.List(ValueShape.String),
            "InputList<string>",
            "ImmutableArray<string>",
            "List(value, \"x\", PropertyReader.ReadString)"),
        (
            "list of objects",
            ValueShape.List(PodShape),
            $"InputList<{PodArgs}>",
            $"ImmutableArray<{Pod}>",
            $"List(value, \"x\", {Pod}.Read)"),
        (
            "map of lists",
            ValueShape.Map(ValueShape.List(ValueShape.String)),
            "InputMap<ImmutableArray<string>>",
            "ImmutableDictionary<string, ImmutableArray<string>>",
            "Map(value, \"x\", static value => PropertyReader.ReadList(value, PropertyReader.ReadString))"),
        (
            "int or string",
            ValueShape.Union(ValueShape.Integer, ValueShape.String),
            "InputUnion<int, string>",
            "Union<int, string>",
            "Union(value, \"x\", PropertyReader.ReadInt32, PropertyReader.ReadString)"),
        (
            "object or list of JSON",
            ValueShape.Union(PodShape, ValueShape.List(ValueShape.Json)),
            $"InputUnion<{PodArgs}, ImmutableArray<{Json}>>",
            $"Union<{Pod}, ImmutableArray<{Json}>>",
            $"Union(value, \"x\", {Pod}.Read, static value => PropertyReader.ReadList(value, PropertyReader.ReadJson))"),
        (
            "map of unions",
            ValueShape.Map(ValueShape.Union(PodShape, ValueShape.List(ValueShape.String))),
            $"InputMap<Union<{PodArgs}, ImmutableArray<string>>>",
            $"ImmutableDictionary<string, Union<{Pod}, ImmutableArray<string>>>",
            $"Map(value, \"x\", static value => PropertyReader.ReadUnion(value, {Pod}.Read, static value => PropertyReader.ReadList(value, PropertyReader.ReadString)))"),
        (
            "enumeration",
            ValueShape.Enumeration("Core.V1.ServiceSpecType"),
            "InputUnion<string, global::Pulumi.Kubernetes.Core.V1.ServiceSpecType>",
            "string",
            "String(value, \"x\")"),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(@case => @case.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Text_Shape_IsTheOfficialType(string name)
    {
        (_, ValueShape shape, string input, string output, string read) = Cases.Single(@case => @case.Name == name);

        Assert.Equal(input, ShapeText.Input(shape));
        Assert.Equal(output, ShapeText.Output(shape));
        Assert.Equal("PropertyReader." + read, ShapeText.ReadMember(shape, "value", "x"));
    }
}
