namespace Pulumi.Tests;

/// <summary>Members that are sent as JSON texts.</summary>
public sealed class JsonMemberTests
{
    public static TheoryData<string> Cases() => [.. Members.Keys];

    private static readonly Dictionary<string, (Func<object?> Value, string Expected)> Members = new(StringComparer.Ordinal)
    {
        ["null"] = (() => null, "{}"),
        ["true"] = (() => true, "{value: 'true'}"),
        ["integer"] = (() => 5, "{value: '5'}"),
        ["double"] = (() => 1.5, "{value: '1.5'}"),
        ["text"] = (() => "a\"b\\c\n\té<&", "{value: '\"a\\\"b\\\\c\\n\\té\\u003c&\"'}"),
        ["unusual text"] = (() => "\u0001\b\f\r>\u007f\u0085\u00ad\u2028\ufeff\u00a0\u4e2d\ud83d\ude00", "{value: '\"\\u0001\\b\\f\\r\\u003e\\u007f\\u0085\\u00ad\\u2028\\ufeff\u00a0\u4e2d\\ud83d\\ude00\"'}"),
        ["small number"] = (() => 1e-7, "{value: '1e-07'}"),
        ["list"] = (() => new[] { 1, 2 }, "{value: '[ 1, 2 ]'}"),
        ["empty list"] = (() => Array.Empty<int>(), "{value: '[ ]'}"),
        ["map"] = (() => new Dictionary<string, object?> { ["a"] = 1, ["b"] = new[] { "x" }, ["c"] = null }, "{value: '{ \"a\": 1, \"b\": [ \"x\" ] }'}"),
        ["empty map"] = (() => new Dictionary<string, object?>(), "{value: '{ }'}"),
        ["args"] = (() => new ThingArgs { Text = "a", Number = 5 }, "{value: '{ \"number\": 5, \"text\": \"a\" }'}"),
        ["output"] = (() => Output.Create(true), "{value: 'true'}"),
        ["secret"] = (() => (Input<bool>)Output.CreateSecret(true), "{value: 'true'}"),
        ["unknown"] = (() => (Input<bool>)Outputs.Unknown(true), "{}"),
        ["input"] = (() => (Input<int>)5, "{value: '5'}"),
        ["input list"] = (() => new InputList<int> { 1, Output.Create(2) }, "{value: '[ 1, 2 ]'}"),
        ["input map"] = (() => new InputMap<int> { { "a", 1 } }, "{value: '{ \"a\": 1 }'}"),
        ["large number"] = (() => 1e21, "{value: '1e+21'}"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Input_JsonMember_IsText(string name)
    {
        (Func<object?> value, string expected) = Members[name];
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, () => new Thing("thing", new JsonArgs { Value = value() }));

        Assert.Equal(expected, Text.Of(mocks["thing"].Inputs));
    }

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("value", json: true)]
        public object? Value { get; set; }
    }
}
