using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Tests;

/// <summary>What a provider sees of each shape that an input may have.</summary>
public sealed class InputShapesTests
{
    private const string Absent = "absent";

    public static TheoryData<string> Cases() => [.. Shapes.Keys];

    private static readonly Dictionary<string, (Func<object?> Value, string Expected)> Shapes = new(StringComparer.Ordinal)
    {
        ["null"] = (() => null, Absent),
        ["text"] = (() => "a", "'a'"),
        ["empty text"] = (() => "", "''"),
        ["true"] = (() => true, "true"),
        ["integer"] = (() => 5, "5d"),
        ["smallest integer"] = (() => int.MinValue, "-2147483648d"),
        ["double"] = (() => 1.5, "1.5d"),
        ["input"] = (() => (Input<int>)5, "5d"),
        ["input of null"] = (() => (Input<string>)(string)null!, Absent),
        ["output"] = (() => Output.Create("a"), "'a'"),
        ["output of null"] = (() => Output.Create((string?)null), Absent),
        ["output of an output"] = (() => Output.Create(Output.Create("a")), "'a'"),
        ["later output"] = (() => Output.Create(Outputs.LaterAsync("a")), "'a'"),
        ["secret"] = (() => Output.CreateSecret("a"), "'a'"),
        ["unknown"] = (() => Outputs.Unknown("a"), Absent),
        ["unknown secret"] = (() => Output.CreateSecret(Outputs.Unknown("a")), Absent),
        ["array"] = (() => new[] { 1, 2 }, "[1d, 2d]"),
        ["array list"] = (() => new ArrayList { 1, "a", null }, "[1d, 'a', null]"),
        ["array with null"] = (() => new[] { "a", null }, "['a', null]"),
        ["empty array"] = (() => Array.Empty<string>(), "[]"),
        ["list"] = (() => new List<object?> { 1, new[] { "a" } }, "[1d, ['a']]"),
        ["immutable array"] = (() => ImmutableArray.Create(1, 2), "[1d, 2d]"),
        ["default immutable array"] = (() => default(ImmutableArray<int>), "[]"),
        ["default immutable array of texts"] = (() => default(ImmutableArray<string>), "[]"),
        ["immutable list"] = (() => ImmutableList.Create(1, 2), "[1d, 2d]"),
        ["array of outputs"] = (() => new[] { Output.Create("a"), Output.CreateSecret("b") }, "['a', 'b']"),
        ["array with unknown"] = (() => new[] { Output.Create("a"), Outputs.Unknown("b") }, Absent),
        ["dictionary"] = (() => new Dictionary<string, int> { ["a"] = 1 }, "{a: 1d}"),
        ["dictionary with null"] = (() => new Dictionary<string, string?> { ["a"] = null, ["b"] = "x" }, "{b: 'x'}"),
        ["empty dictionary"] = (() => new Dictionary<string, string>(), "{}"),
        ["sorted dictionary"] = (() => new SortedDictionary<string, object> { ["b"] = 1, ["a"] = new Dictionary<string, object?> { ["c"] = true } }, "{a: {c: true}, b: 1d}"),
        ["immutable dictionary"] = (() => ImmutableDictionary<string, object?>.Empty.Add("a", null).Add("b", 1), "{b: 1d}"),
        ["hashtable"] = (() => new Hashtable { ["a"] = 1 }, "{a: 1d}"),
        ["dictionary with unknown"] = (() => new Dictionary<string, object> { ["a"] = Outputs.Unknown(1) }, Absent),
        ["dictionary with hidden keys"] = (() => new Dictionary<string, object> { ["__a"] = 1, ["b"] = 2 }, "{b: 2d}"),
        ["dictionary with id and urn"] = (() => new Dictionary<string, object> { ["id"] = "i", ["urn"] = "u" }, "{id: 'i', urn: 'u'}"),
        ["input list"] = (() => new InputList<string> { "a", Output.CreateSecret("b") }, "['a', 'b']"),
        ["empty input list"] = (() => new InputList<string>(), "[]"),
        ["input list with null"] = (() => new InputList<string> { "a", (string)null! }, "['a', null]"),
        ["input list of an output"] = (() => (InputList<string>)Output.CreateSecret(new[] { "a" }), "['a']"),
        ["input list of an unknown"] = (() => (InputList<string>)Outputs.Unknown(new[] { "a" }), Absent),
        ["input list with unknown item"] = (() => new InputList<string> { "a", Outputs.Unknown("b") }, Absent),
        ["input map"] = (() => new InputMap<string> { { "a", "1" }, { "b", Output.Create(Outputs.LaterAsync("2")) } }, "{a: '1', b: '2'}"),
        ["empty input map"] = (() => new InputMap<string>(), "{}"),
        ["input map with null"] = (() => new InputMap<string?> { { "a", (string?)null }, { "b", "x" } }, "{b: 'x'}"),
        ["input map of an output"] = (() => (InputMap<string>)Output.Create(new Dictionary<string, string> { ["a"] = "1" }), "{a: '1'}"),
        ["input map of lists"] = (() => new InputMap<ImmutableArray<string>> { { "a", new InputList<string> { "x", "y" } } }, "{a: ['x', 'y']}"),
        ["input map of null"] = (() => (InputMap<string>)(ImmutableDictionary<string, string>)null!, Absent),
        ["input map of an output of null"] = (() => (InputMap<string>)Output.Create((ImmutableDictionary<string, string>)null!), Absent),
        ["input map of a later output of null"] = (() => (InputMap<string>)Output.Create(Outputs.LaterAsync<ImmutableDictionary<string, string>>(null!)), Absent),
        ["input map of a secret of null"] = (() => (InputMap<string>)Output.CreateSecret((ImmutableDictionary<string, string>)null!), Absent),
        ["input list of a default array"] = (() => (InputList<string>)default(ImmutableArray<string>), "[]"),
        ["input list of an output of a default array"] = (() => (InputList<string>)Output.Create(default(ImmutableArray<string>)), "[]"),
        ["union first"] = (() => Union<int, string>.FromT0(1), "1d"),
        ["union second"] = (() => Union<int, string>.FromT1("a"), "'a'"),
        ["union of null"] = (() => Union<string, int>.FromT0(null!), Absent),
        ["input union"] = (() => (InputUnion<int, string>)"a", "'a'"),
        ["input union of an input"] = (() => (InputUnion<int, string>)Output.CreateSecret(5), "5d"),
        ["json object"] = (() => Json("{\"a\":[1,null,\"x\",true],\"b\":null,\"c\":{}}"), "{a: [1d, null, 'x', true], b: null, c: {}}"),
        ["json text"] = (() => Json("\"a\""), "'a'"),
        ["json null"] = (() => Json("null"), Absent),
        ["input json"] = (() => (InputJson)"{\"a\":1}", "{a: 1d}"),
        ["enumeration"] = (() => Level.High, "2d"),
        ["array of enumerations"] = (() => new[] { Level.Low, Level.High }, "[1d, 2d]"),
        ["open enumeration of texts"] = (() => Color.Red, "'red'"),
        ["open enumeration of numbers"] = (() => Size.Large, "10d"),
        ["unit"] = (() => default(ValueTuple), Absent),
        ["nullable with value"] = (() => (int?)5, "5d"),
        ["args"] = (() => new ThingArgs { Text = "a", Number = 5, List = { "x" }, Any = null }, "{list: ['x'], number: 5d, text: 'a'}"),
        ["args without members"] = (() => new ThingArgs(), "{}"),
        ["args with an empty list that was read"] = (() => Read(new ThingArgs()), "{list: []}"),
        ["args in args"] = (() => new ThingArgs { Any = new ThingArgs { Text = Output.CreateSecret("a") } }, "{any: {text: 'a'}}"),
        ["args with unknown"] = (() => new ThingArgs { Text = Outputs.Unknown("a"), Number = 1 }, Absent),
        ["list of args"] = (() => new InputList<ThingArgs> { new ThingArgs { Text = "a" }, new ThingArgs { Text = "b" } }, "[{text: 'a'}, {text: 'b'}]"),
        ["output class"] = (() => new Reading(1.5, "a", ["x"]), "{firstValue: 1.5d, name: 'a', tags: ['x']}"),
        ["output class with nulls"] = (() => new Reading(0, null, default), "{firstValue: 0d, name: null, tags: []}"),
        ["text asset"] = (() => new StringAsset("a"), "StringAsset"),
        ["file asset"] = (() => new FileAsset("/a"), "FileAsset"),
        ["remote asset"] = (() => new RemoteAsset("https://a"), "RemoteAsset"),
        ["file archive"] = (() => new FileArchive("/a"), "FileArchive"),
        ["remote archive"] = (() => new RemoteArchive("https://a"), "RemoteArchive"),
        ["archive of assets"] = (() => new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("x") }), "AssetArchive"),
        ["unknown text mark"] = (() => "04da6b54-80e4-46f7-96ec-b56ff0331ba9", Absent),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Input_AnyShape_ReachesTheProvider(string name)
    {
        (Func<object?> value, string expected) = Shapes[name];
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, () => new Thing("thing", AnyArgs.Of(value())));

        Assert.Equal(expected, Seen(mocks["thing"].Inputs));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Input_AnyShapeInAnOutput_ReachesTheProvider(string name)
    {
        (Func<object?> value, string expected) = Shapes[name];
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, () => new Thing("thing", AnyArgs.Of(Output.Create(Outputs.LaterAsync(value())))));

        Assert.Equal(expected, Seen(mocks["thing"].Inputs));
    }

    [Fact]
    public async Task Input_TopLevelIdAndUrn_AreNotSent()
    {
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, () => new Thing("thing", new DictionaryResourceArgs(
            ImmutableDictionary<string, object?>.Empty.Add("id", "i").Add("urn", "u").Add("value", 1).Add("none", null))));

        Assert.Equal("{value: 1d}", Text.Of(mocks["thing"].Inputs));
    }

    [Fact]
    public async Task Input_OfResource_ReachesTheProviderAsResource()
    {
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, () =>
        {
            Thing a = new("a");
            _ = new Thing("thing", AnyArgs.Of(new Dictionary<string, object> { ["custom"] = a, ["list"] = new Resource[] { a } }));
        });

        Assert.Equal("{custom: Thing(a), list: [Thing(a)]}", Seen(mocks["thing"].Inputs));
    }

    [Fact]
    public async Task Input_TopLevelMembers_AreSentByWireName()
    {
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, () => new Thing("thing", new ThingArgs
        {
            Text = Output.CreateSecret("a"),
            Number = Outputs.Unknown(1),
            List = { "x" },
            Map = new InputMap<string> { { "k", "v" } },
            Any = true,
        }));

        Assert.Equal("{any: true, list: ['x'], map: {k: 'v'}, text: 'a'}", Text.Of(mocks["thing"].Inputs));
    }

    private static string Seen(ImmutableDictionary<string, object> inputs) =>
        inputs.TryGetValue("value", out object? value) ? Text.Of(value) : Absent;

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static ThingArgs Read(ThingArgs args)
    {
        _ = args.List;
        return args;
    }

    private enum Level
    {
        Low = 1,
        High = 2,
    }

    [EnumType]
    private readonly struct Color
    {
        public static readonly Color Red = new("red");

        private readonly string _value;

        private Color(string value) => _value = value;

        public static explicit operator string(Color color) => color._value;
    }

    [EnumType]
    private readonly struct Size
    {
        public static readonly Size Large = new(10);

        private readonly double _value;

        private Size(double value) => _value = value;

        public static explicit operator double(Size size) => size._value;
    }

    [OutputType]
    private sealed class Reading
    {
        public readonly double FirstValue;
        public readonly string? Name;
        public readonly ImmutableArray<string> Tags;

        [OutputConstructor]
        public Reading(double firstValue, string? name, ImmutableArray<string> tags)
        {
            FirstValue = firstValue;
            Name = name;
            Tags = tags;
        }
    }
}
