using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Tests;

/// <summary>What becomes of a provider's answer in output properties of every supported type.</summary>
public sealed class OutputConversionTests
{
    public static TheoryData<string> Cases() => [.. Conversions.Keys];

    private static readonly Dictionary<string, Func<Task<(OutputState Expected, OutputState Actual)>>> Conversions = new(StringComparer.Ordinal)
    {
        ["text"] = () => ReadAsync<string>("a", new OutputState("'a'")),
        ["true"] = () => ReadAsync<bool>(true, new OutputState("true")),
        ["integer"] = () => ReadAsync<int>(5, new OutputState("5")),
        ["integer from a fraction"] = () => ReadAsync<int>(5.9, new OutputState("5")),
        ["double"] = () => ReadAsync<double>(5, new OutputState("5d")),
        ["object from a text"] = () => ReadAsync<object>("a", new OutputState("'a'")),
        ["object from a number"] = () => ReadAsync<object>(5, new OutputState("5d")),
        ["object from a map"] = () => ReadAsync<object>(Map(("a", 1), ("b", new[] { "x" })), new OutputState("{a: 1d, b: ['x']}")),
        ["array"] = () => ReadAsync<ImmutableArray<string>>(new[] { "a", "b" }, new OutputState("['a', 'b']")),
        ["array with null"] = () => ReadAsync<ImmutableArray<string?>>(new[] { "a", null }, new OutputState("['a', null]")),
        ["array of integers"] = () => ReadAsync<ImmutableArray<int>>(new[] { 1, 2 }, new OutputState("[1, 2]")),
        ["array of arrays"] = () => ReadAsync<ImmutableArray<ImmutableArray<int>>>(new[] { new[] { 1 }, [2] }, new OutputState("[[1], [2]]")),
        ["map"] = () => ReadAsync<ImmutableDictionary<string, string>>(Map(("a", "x"), ("__b", "y")), new OutputState("{a: 'x'}")),
        ["map of maps"] = () => ReadAsync<ImmutableDictionary<string, ImmutableDictionary<string, int>>>(Map(("a", Map(("b", 1)))), new OutputState("{a: {b: 1}}")),
        ["nullable"] = () => ReadAsync<int?>(5, new OutputState("5")),
        ["union first"] = () => ReadAsync<Union<int, string>>(5, new OutputState("System.Int32: 5")),
        ["union second"] = () => ReadAsync<Union<int, string>>("a", new OutputState("System.String: a")),
        ["enumeration"] = () => ReadAsync<Level>(2, new OutputState("High")),
        ["open enumeration"] = () => ReadAsync<Color>("red", new OutputState("red!")),
        ["json"] = () => ReadAsync<JsonElement>(Map(("a", new object?[] { 1, null, "x" })), new OutputState("{\"a\":[1,null,\"x\"]}")),
        ["output class"] = () => ReadAsync<Reading>(Map(("number", 1.5), ("other-name", "a"), ("nested", Map(("number", 2)))), new OutputState("1.5 a [2 - -]")),
        ["output class from nothing"] = () => ReadAsync<Reading>(Map(), new OutputState("0 - -")),
        ["array of output classes"] = () => ReadAsync<ImmutableArray<Reading>>(new[] { Map(("number", 1)) }, new OutputState("[1 - -]")),
        ["asset"] = () => ReadAsync<Asset>(new StringAsset("a"), new OutputState("StringAsset")),
        ["archive"] = () => ReadAsync<Archive>(new FileArchive("a"), new OutputState("FileArchive")),
        ["asset or archive"] = () => ReadAsync<AssetOrArchive>(new RemoteAsset("https://a"), new OutputState("RemoteAsset")),
        ["null text"] = () => ReadAsync<string?>(null, new OutputState("null")),
        ["null integer"] = () => ReadAsync<int>(null, new OutputState("0")),
        ["null array"] = () => ReadAsync<ImmutableArray<int>>(null, new OutputState("default array")),
        ["null map"] = () => ReadAsync<ImmutableDictionary<string, int>?>(null, new OutputState("null")),
        ["secret"] = () => ReadAsync<string>(Output.CreateSecret("a"), new OutputState("'a'", IsSecret: true)),
        ["secret in an array"] = () => ReadAsync<ImmutableArray<string>>(new[] { Output.CreateSecret("a"), Output.Create("b") }, new OutputState("['a', 'b']", IsSecret: true)),
        ["secret in a map"] = () => ReadAsync<object>(Map(("a", Map(("b", Output.CreateSecret(1))))), new OutputState("{a: {b: 1d}}", IsSecret: true)),
        ["unknown"] = () => ReadAsync<string>(Outputs.Unknown("a"), new OutputState("", IsKnown: false)),
        ["unknown in an array"] = () => ReadAsync<ImmutableArray<string>>(new[] { Output.Create("a"), Outputs.Unknown("b") }, new OutputState("", IsKnown: false)),
        ["text for an integer"] = () => ReadAsync<int>("a", new OutputState("0")),
        ["integer for a text"] = () => ReadAsync<string>(5, new OutputState("null")),
        ["text for an array"] = () => ReadAsync<ImmutableArray<int>>("a", new OutputState("default array")),
        ["map for a boolean"] = () => ReadAsync<bool>(Map(), new OutputState("false")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Output_AnyType_HasTheProvidersValue(string name)
    {
        (OutputState expected, OutputState actual) = await Conversions[name]();

        Assert.Equal(expected with { Resources = "sink" }, actual);
    }

    [Fact]
    public async Task Output_MissingInAnswer_IsUnknownInPreviewOnly()
    {
        foreach ((Testing.TestOptions options, OutputState expected) in ((Testing.TestOptions, OutputState)[])[
            (Programs.Preview, new OutputState("", IsKnown: false, Resources: "thing")),
            (Programs.Update, new OutputState("null", Resources: "thing"))])
        {
            OutputState state = null!;
            await Deployment.TestAsync(new RecordingMocks(), options, async () => state = await OutputState.OfAsync(new Thing("thing").Text));
            Assert.Equal(expected, state);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Id_GivenOrNot_IsKnownOrNot(bool answersLater)
    {
        RecordingMocks mocks = new()
        {
            AnswersLater = answersLater,
            OnResource = static args => (args.Name == "named" ? "the-id" : null, args.Inputs),
        };
        OutputState named = null!, unnamed = null!;
        await Deployment.TestAsync(mocks, Programs.Preview, async () =>
        {
            named = await OutputState.OfAsync(new Thing("named").Id);
            unnamed = await OutputState.OfAsync(new Thing("unnamed").Id);
        });

        Assert.Equal(new OutputState("'the-id'", Resources: "named"), named);
        Assert.Equal(new OutputState("", IsKnown: false, Resources: "unnamed"), unnamed);
    }

    private static async Task<(OutputState Expected, OutputState Actual)> ReadAsync<T>(object? value, OutputState expected)
    {
        OutputState actual = null!;
        RecordingMocks mocks = new() { OnResource = _ => ("id", Map(("value", value))) };
        await Deployment.TestAsync(mocks, Programs.Update, async () => actual = await OutputState.OfAsync(new Sink<T>("sink").Value));
        return (expected, actual);
    }

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] pairs) =>
        pairs.ToDictionary(static pair => pair.Key, static pair => pair.Value);

    private sealed class Sink<T>(string name) : CustomResource("test:index:Sink", name, ResourceArgs.Empty, options: null)
    {
        [Output("value")]
        public Output<T> Value { get; private set; } = null!;
    }

    private enum Level
    {
        Low = 1,
        High = 2,
    }

    [EnumType]
    private readonly struct Color
    {
        private readonly string _value;

        private Color(string value) => _value = value;

        public static explicit operator string(Color color) => color._value;

        public override string ToString() => _value + "!";
    }

    [OutputType]
    private sealed class Reading
    {
        private readonly double _number;
        private readonly string? _other;
        private readonly Reading? _nested;

        [OutputConstructor]
        private Reading(double number, [OutputConstructorParameter("other-name")] string? other, Reading? nested)
        {
            _number = number;
            _other = other;
            _nested = nested;
        }

        public override string ToString() =>
            FormattableString.Invariant($"{_number} {_other ?? "-"} {(_nested is null ? "-" : $"[{_nested}]")}");
    }
}
