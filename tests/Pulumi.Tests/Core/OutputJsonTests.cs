using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Utilities;

namespace Pulumi.Tests;

/// <summary>JsonSerialize and JsonDeserialize.</summary>
public sealed class OutputJsonTests
{
    public static TheoryData<string> SerializeCases() => [.. Serializations.Keys];

    private static readonly Dictionary<string, (Func<Output<string>> Serialize, OutputState Expected)> Serializations = new(StringComparer.Ordinal)
    {
        ["number"] = (() => Output.JsonSerialize(Output.Create(1)), new OutputState("'1'")),
        ["null"] = (() => Output.JsonSerialize(Output.Create((string?)null)), new OutputState("'null'")),
        ["text"] = (() => Output.JsonSerialize(Output.Create("a\"b")), new OutputState("'\"a\\u0022b\"'")),
        ["array"] = (() => Output.JsonSerialize(Output.Create(ImmutableArray.Create(1, 2))), new OutputState("'[1,2]'")),
        ["class"] = (() => Output.JsonSerialize(Output.Create(new Point { X = 1, Y = "y" })), new OutputState("'{\"X\":1,\"Y\":\"y\"}'")),
        ["options"] = (() => Output.JsonSerialize(Output.Create(new Point { X = 1 }), new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }), new OutputState("'{\"x\":1,\"y\":null}'")),
        ["secret"] = (() => Output.JsonSerialize(Output.CreateSecret(1)), new OutputState("'1'", IsSecret: true)),
        ["unknown"] = (() => Output.JsonSerialize(Outputs.Unknown(1)), new OutputState("", IsKnown: false)),
        ["unknown secret"] = (() => Output.JsonSerialize(Output.CreateSecret(Outputs.Unknown(1))), new OutputState("", IsKnown: false, IsSecret: true)),
        ["later"] = (() => Output.JsonSerialize(Output.Create(Outputs.LaterAsync(1))), new OutputState("'1'")),
        ["nested outputs"] = (() => Nested(Output.Create(1)), new OutputState("'{\"a\":1}'")),
        ["nested later output"] = (() => Nested(Output.Create(Outputs.LaterAsync(1))), new OutputState("'{\"a\":1}'")),
        ["nested secret"] = (() => Nested(Output.CreateSecret(1)), new OutputState("'{\"a\":1}'", IsSecret: true)),
        ["nested unknown"] = (() => Nested(Outputs.Unknown(1)), new OutputState("", IsKnown: false)),
        ["nested output in output"] = (() => Nested(Output.Create(Output.Create(1))), new OutputState("'{\"a\":1}'")),
        ["nested input"] = (() => Nested((Input<int>)1), new OutputState("'{\"a\":1}'")),
        ["nested list"] = (() => Nested(new InputList<int> { 1, Output.Create(2) }), new OutputState("'{\"a\":[1,2]}'")),
        ["nested map"] = (() => Nested(new InputMap<int> { { "b", 1 } }), new OutputState("'{\"a\":{\"b\":1}}'")),
        ["output in a class"] = (() => Output.JsonSerialize(Output.Create(new Holder { Value = Output.CreateSecret(5) })), new OutputState("'{\"Value\":5}'", IsSecret: true)),
    };

    [Theory]
    [MemberData(nameof(SerializeCases))]
    public async Task JsonSerialize_AnyValue_GivesText(string name)
    {
        (Func<Output<string>> serialize, OutputState expected) = Serializations[name];

        Assert.Equal(expected, await OutputState.OfAsync(serialize()));
    }

    [Fact]
    public async Task JsonSerialize_OfResourceOutputs_KeepsResources()
    {
        OutputState state = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Thing a = new("a");
            Thing b = new("b");
            state = await OutputState.OfAsync(Output.JsonSerialize(a.Id.Apply(id => new Dictionary<string, object> { [id] = b.Id })));
        });

        Assert.Equal(new OutputState("'{\"a-id\":\"b-id\"}'", Resources: "a b"), state);
    }

    [Fact]
    public async Task JsonDeserialize_AnyText_GivesValue()
    {
        Assert.Equal(new OutputState("[1, 2]"), await OutputState.OfAsync(Output.JsonDeserialize<int[]>(Output.Create("[1,2]"))));
        Assert.Equal(new OutputState("1", IsSecret: true), await OutputState.OfAsync(Output.JsonDeserialize<int>(Output.CreateSecret("1"))));
        Assert.Equal(new OutputState("", IsKnown: false), await OutputState.OfAsync(Output.JsonDeserialize<int>(Outputs.Unknown("1"))));
        Point point = await OutputUtilities.GetValueAsync(Output.JsonDeserialize<Point>(
            Output.Create("{\"x\":1}"),
            new JsonSerializerOptions { PropertyNameCaseInsensitive = true }));
        Assert.Equal(1, point.X);
    }

    [Fact]
    public async Task JsonDeserialize_BrokenText_Fails() =>
        await Assert.ThrowsAsync<JsonException>(() => OutputUtilities.GetValueAsync(Output.JsonDeserialize<int>(Output.Create("{"))));

    private static Output<string> Nested(object value) => Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = value }));

    private sealed class Point
    {
        public int X { get; set; }

        public string? Y { get; set; }
    }

    private sealed class Holder
    {
        public Output<int>? Value { get; set; }
    }
}
