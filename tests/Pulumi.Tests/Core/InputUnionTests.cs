using System.Text.Json;

namespace Pulumi.Tests;

public sealed class InputUnionTests
{
    public static TheoryData<string> Cases() => [.. Unions.Keys];

    private static readonly Dictionary<string, (Func<InputUnion<int, string>> Create, OutputState Expected)> Unions = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => new InputUnion<int, string>(), new OutputState("0")),
        ["first"] = (() => 1, new OutputState("1")),
        ["second"] = (() => "a", new OutputState("'a'")),
        ["union"] = (() => Union<int, string>.FromT1("a"), new OutputState("'a'")),
        ["input of first"] = (() => (Input<int>)1, new OutputState("1")),
        ["input of second"] = (() => (Input<string>)"a", new OutputState("'a'")),
        ["output of first"] = (() => Output.CreateSecret(1), new OutputState("1", IsSecret: true)),
        ["output of second"] = (() => Outputs.Unknown("a"), new OutputState("", IsKnown: false)),
        ["output of union"] = (() => Output.Create<Union<int, string>>("a"), new OutputState("'a'")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ToOutput_AnySource_GivesValue(string name)
    {
        (Func<InputUnion<int, string>> create, OutputState expected) = Unions[name];

        Assert.Equal(expected, await OutputState.OfAsync(create().ToOutput().Value()));
    }

    public static TheoryData<string> JsonCases() => [.. Jsons.Keys];

    private static readonly Dictionary<string, (Func<InputJson> Create, OutputState Expected)> Jsons = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => new InputJson(), new OutputState("undefined")),
        ["text"] = (() => "{\"a\":[1,null]}", new OutputState("{\"a\":[1,null]}")),
        ["document"] = (() => JsonDocument.Parse("[1]"), new OutputState("[1]")),
        ["element"] = (() => JsonDocument.Parse("{\"a\":1}").RootElement.GetProperty("a"), new OutputState("1")),
        ["output of text"] = (() => Output.CreateSecret("[]"), new OutputState("[]", IsSecret: true)),
        ["output of document"] = (() => Output.Create(JsonDocument.Parse("true")), new OutputState("true")),
        ["output of element"] = (() => Outputs.Unknown(JsonDocument.Parse("true").RootElement), new OutputState("", IsKnown: false)),
    };

    [Theory]
    [MemberData(nameof(JsonCases))]
    public async Task ToOutput_AnyJson_GivesElement(string name)
    {
        (Func<InputJson> create, OutputState expected) = Jsons[name];

        Assert.Equal(expected, await OutputState.OfAsync(create().ToOutput()));
    }

    [Fact]
    public void Convert_BrokenJson_Throws() => Assert.ThrowsAny<JsonException>(() => (InputJson)"{");
}
