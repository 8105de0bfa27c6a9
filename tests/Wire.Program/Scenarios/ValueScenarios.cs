using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Every shape of an input.</summary>
internal static class ValueScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["scalars"] = static () =>
        {
            _ = new Echo("all", new EchoArgs { Text = "a text", Number = 1.5, Integer = 3, Flag = true, Plain = "plain", PlainNumber = 4 });
            _ = new Echo("zero", new EchoArgs { Text = "", Number = 0.0, Integer = 0, Flag = false, Plain = "", PlainNumber = 0 });
            _ = new Echo("extreme", new EchoArgs { Text = "é 😀 \u2028 \t\n\"'\\", Number = 1e300, Integer = int.MinValue });
            _ = new Echo("fractions", new EchoArgs { Any = new object[] { 0.1, -0.0, 1e-7, 1234567890123456.0, double.MaxValue } });
            _ = new Echo("none");
        },
        ["lists"] = static () =>
        {
            _ = new Echo("full", new EchoArgs { List = { "a", Output.Create("b") } });
            _ = new Echo("empty", new EchoArgs { List = new InputList<string>() });
            _ = new Echo("default", new EchoArgs { List = default(ImmutableArray<string>) });
            _ = new Echo("array", new EchoArgs { List = (string[])["a", "b"] });
            _ = new Echo("outputs", new EchoArgs { List = (Output<string>[])[Output.Create("a"), Output.Create("b")] });
            _ = new Echo("output", new EchoArgs { List = Output.Create(ImmutableArray.Create("a", "b")) });
            _ = new Echo("joined", new EchoArgs { List = new InputList<string> { "a" }.Concat(new InputList<string> { "b" }) });
            EchoArgs read = new();
            _ = read.List;
            _ = new Echo("read", read);
        },
        ["maps"] = static () =>
        {
            _ = new Echo("full", new EchoArgs { Map = { { "b", "1" }, { "a", Output.Create("2") } } });
            _ = new Echo("indexed", new EchoArgs { Map = new InputMap<string> { ["x.y/z"] = "1", [""] = "2", ["__hidden"] = "3" } });
            _ = new Echo("empty", new EchoArgs { Map = new InputMap<string>() });
            _ = new Echo("dictionary", new EchoArgs { Map = new Dictionary<string, string> { ["a"] = "1" } });
            _ = new Echo("merged", new EchoArgs { Map = InputMap<string>.Merge(new InputMap<string> { { "a", "1" } }, new InputMap<string> { { "a", "2" }, { "b", "3" } }) });
        },
        ["parts"] = static () => _ = new Echo("parts", new EchoArgs
        {
            Part = new PartArgs { Name = "outer", Size = 1, Inner = new PartArgs { Name = "inner", Inner = new PartArgs { Name = "innermost" } } },
            Parts = { new PartArgs { Name = "first" }, Output.Create(new PartArgs { Name = "second" }) },
            PartsByName = { { "k", new PartArgs { Name = Output.Create("third") } } },
        }),
        ["any"] = static () => _ = new Echo("any", new EchoArgs
        {
            Any = new Dictionary<string, object?>
            {
                ["text"] = "a",
                ["number"] = 1,
                ["none"] = null,
                ["list"] = new List<object?> { "a", null, 2.5, new Dictionary<string, object?> { ["none"] = null }, new List<object>() },
                ["object"] = new Dictionary<string, object?> { ["deep"] = ImmutableDictionary<string, object>.Empty.Add("deeper", true) },
                ["immutable"] = ImmutableArray.Create("x", "y"),
                ["output"] = Output.Create("known"),
                ["part"] = new PartArgs { Name = "part" },
            },
        }),
        ["enums"] = static () =>
        {
            _ = new Echo("values", new EchoArgs { Level = Level.High, Color = Color.Blue });
            _ = new Echo("zero", new EchoArgs { Level = Level.Low });
            _ = new Echo("any", new EchoArgs { Any = new object[] { Level.High, Color.Blue } });
        },
        ["unions"] = static () =>
        {
            _ = new Echo("first", new EchoArgs { Union = 8080 });
            _ = new Echo("second", new EchoArgs { Union = "http" });
            _ = new Echo("output", new EchoArgs { Union = Output.Create("later") });
            _ = new Echo("plain", new EchoArgs { Any = Union<int, string>.FromT1("x") });
        },
        ["json"] = static () =>
        {
            _ = new Echo("text", new EchoArgs { Json = """{"b": [1, 2.5, null, true, "x"], "a": {}}""" });
            _ = new Echo("element", new EchoArgs { Json = JsonDocument.Parse("""["a", {"b": null}]""").RootElement });
            _ = new Echo("member", new EchoArgs { JsonText = new PartArgs { Name = "a \"quoted\" name", Size = 2, Inner = new PartArgs { Name = "inner" } } });
            _ = new Echo("written", new EchoArgs { Text = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = 1, ["b"] = Output.Create("x") })) });
            _ = new Echo("read", new EchoArgs { List = Output.JsonDeserialize<ImmutableArray<string>>(Output.Create("""["a","b"]""")) });
        },
        ["assets"] = static () =>
        {
            _ = new Echo("text", new EchoArgs { Asset = new StringAsset("a text") });
            _ = new Echo("file", new EchoArgs { Asset = new FileAsset("./file.txt") });
            _ = new Echo("remote", new EchoArgs { Asset = new RemoteAsset("https://example.org/file.txt") });
            _ = new Echo("archive", new EchoArgs { Asset = new FileArchive("./folder") });
            _ = new Echo("remoteArchive", new EchoArgs { Asset = new RemoteArchive("https://example.org/folder.zip") });
            _ = new Echo("assetArchive", new EchoArgs
            {
                Asset = new AssetArchive(new Dictionary<string, AssetOrArchive>
                {
                    ["b"] = new StringAsset("b"),
                    ["a"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["c"] = new FileAsset("c") }),
                }),
            });
            _ = new Echo("any", new EchoArgs { Any = new object[] { new StringAsset("in a list") } });
            _ = new Echo("output", new EchoArgs { Asset = Output.Create((AssetOrArchive)new FileAsset("./later.txt")) });
            _ = new Echo("empty", new EchoArgs { Asset = new AssetArchive(new Dictionary<string, AssetOrArchive>()) });
            _ = new Echo("emptyText", new EchoArgs { Asset = new StringAsset("") });
            _ = new Echo("inMap", new EchoArgs
            {
                Any = new Dictionary<string, object> { ["asset"] = Output.CreateSecret(new StringAsset("a")), ["archive"] = new FileArchive("./a.zip"), ["remote"] = new RemoteArchive("https://example.org/a.tgz") },
            });
        },
        ["resources"] = static () =>
        {
            Echo custom = new("custom", new EchoArgs { Text = "a" }, new CustomResourceOptions { Version = "1.2.3" });
            Group group = new("group");
            _ = new Echo("child", new EchoArgs(), new CustomResourceOptions { Parent = group });
            RemoteGroup remote = new("remote");
            _ = new Echo("byCustom", new EchoArgs { Resource = custom });
            _ = new Echo("byGroup", new EchoArgs { Resource = group });
            _ = new Echo("byRemote", new EchoArgs { Resource = remote });
            _ = new Echo("byList", new EchoArgs { Any = new object[] { custom, group, remote } });
            _ = new Echo("byOutput", new EchoArgs { Resource = Output.Create<Resource>(custom) });
            _ = new Echo("bySecret", new EchoArgs { Resource = Output.CreateSecret<Resource>(custom) });
            _ = new Echo("byUnknown", new EchoArgs { Resource = Pulumi.Utilities.OutputUtilities.CreateUnknown<Resource>(custom) });
            _ = new Echo("byMap", new EchoArgs { Any = new Dictionary<string, object> { ["a"] = custom, ["b"] = new Dictionary<string, object> { ["c"] = group } } });
            _ = new Echo("byKnown", new EchoArgs { Resource = new Echo("known", null, null, "test:index:Known") });
            _ = new Echo("byProvider", new EchoArgs { Resource = new TestProvider("provider") });
        },
        ["outputs"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a", Integer = 2, Map = { { "k", "v" } } });
            Echo second = new("second", new EchoArgs { Text = "b" });
            _ = new Echo("apply", new EchoArgs { Text = first.Text.Apply(static text => text + "!") });
            _ = new Echo("nested", new EchoArgs { Text = first.Text.Apply(_ => second.Text) });
            _ = new Echo("all", new EchoArgs { List = Output.All(first.Text, second.Text) });
            _ = new Echo("tuple", new EchoArgs { Text = Output.Tuple(first.Text, second.Text).Apply(static pair => pair.Item1 + pair.Item2) });
            _ = new Echo("format", new EchoArgs { Text = Output.Format($"{first.Text}-{second.Text}-{1.5}-{first.Integer}") });
            _ = new Echo("map", new EchoArgs { Map = first.Map });
            _ = new Echo("async", new EchoArgs { Text = Output.Create(Task.Run(static async () => { await Task.Delay(20); return "late"; })) });
            _ = new Echo("id", new EchoArgs { Text = first.Id });
            _ = new Echo("urn", new EchoArgs { Text = first.Urn });
        },
        ["deep"] = static () =>
        {
            PartArgs part = new() { Name = "0" };
            for (int depth = 1; depth <= 25; depth++)
            {
                part = new PartArgs { Name = depth.ToString(System.Globalization.CultureInfo.InvariantCulture), Inner = part };
            }

            _ = new Echo("deep", new EchoArgs { Part = part });
        },
        ["collectionForms"] = static () =>
        {
            _ = new Echo("listOfOutputs", new EchoArgs { List = (List<Output<string>>)[Output.Create("a")] });
            _ = new Echo("listOfInputs", new EchoArgs { List = (Input<string>[])["a", Output.Create("b")] });
            _ = new Echo("single", new EchoArgs { List = "a" });
            _ = new Echo("singleOutput", new EchoArgs { List = Output.Create("a") });
            _ = new Echo("outputOfArray", new EchoArgs { List = Output.Create((string[])["a", "b"]) });
            _ = new Echo("outputOfList", new EchoArgs { List = Output.Create((List<string>)["a", "b"]) });
            _ = new Echo("outputOfEnumerable", new EchoArgs { List = Output.Create(Enumerable.Repeat("a", 2)) });
            _ = new Echo("outputOfDictionary", new EchoArgs { Map = Output.Create(new Dictionary<string, string> { ["a"] = "1" }) });
            InputList<string> list = new() { "a" };
            list.Add("b", Output.Create("c"));
            list.AddRange(new InputList<string> { "d" });
            _ = new Echo("added", new EchoArgs { List = list });
            InputMap<string> map = new() { { "a", "1" } };
            map.AddRange(new InputMap<string> { { "b", "2" } });
            map["c"] = Output.Create("3");
            _ = new Echo("addedToMap", new EchoArgs { Map = map });
            _ = new Echo("sameKeySameValue", new EchoArgs { Map = { { "a", "1" }, { "a", "1" } } });
            _ = new Echo("nulls", new EchoArgs { List = (string[])["a", null!], Map = new Dictionary<string, string> { ["a"] = null!, ["b"] = "1" } });
            _ = new Echo("nullOutput", new EchoArgs { Text = Output.Create((string)null!), List = { Output.Create((string)null!) }, Map = { { "a", Output.Create((string)null!) } } });
            _ = new Echo("unset", new EchoArgs { List = null!, Map = null!, Text = null, Any = null, Part = null });
        },
        ["formatted"] = static () =>
        {
            Output<int> number = Output.Create(1234567);
            _ = new Echo("alignment", new EchoArgs { Text = Output.Format($"[{number,10}] [{Output.Create("a"),-4}]") });
            _ = new Echo("format", new EchoArgs { Text = Output.Format($"{number:N0} {Output.Create(0.5):P1} {Output.Create(new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc)):yyyy-MM-dd}") });
            _ = new Echo("braces", new EchoArgs { Text = Output.Format($"{{{Output.Create("a")}}} 100%") });
            _ = new Echo("plain", new EchoArgs { Text = Output.Format($"nothing") });
            _ = new Echo("inputs", new EchoArgs { Text = Output.Format($"{(Input<string>)"a"} {(Input<int>)2} {true} {null}") });
            _ = new Echo("nulls", new EchoArgs { Text = Output.Format($"[{Output.Create((string)null!)}]") });
            _ = new Echo("flags", new EchoArgs { Text = Output.Format($"{Output.Create(true)} {Output.Create(1e21)} {Output.Create(-0.0)}") });
            _ = new Echo("many", new EchoArgs { Text = Output.Format($"{Output.Create(1)}{Output.Create(2)}{Output.Create(3)}{Output.Create(4)}{Output.Create(5)}{Output.Create(6)}") });
            _ = new Echo("lists", new EchoArgs { Text = Output.Format($"{Output.Create(ImmutableArray.Create("a", "b")).Length()} {Output.Create(ImmutableArray.Create("a", "b")).First()} {Output.Create(ImmutableArray.Create("a", "b")).GetAt(1)}") });
        },
        ["jsonText"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            Write("scalars", Output.Create(new object?[] { 1, 1.5, -0.0, 1e30, true, null, "é <&'\"> \u2028 😀" }));
            Write("nested", Output.Create(new Dictionary<string, object?> { ["b"] = new Dictionary<string, object?> { ["z"] = null, ["a"] = new[] { 1, 2 } }, ["a"] = Output.Create(new Dictionary<string, string> { ["x"] = "y" }) }));
            Write("outputs", Output.Create(new Dictionary<string, object> { ["text"] = echo.Text, ["id"] = echo.Urn }));
            Write("typed", Output.Create(new Shape("a", 1, null)));
            Write("enum", Output.Create(Level.High));
            Write("inputList", Output.Create(new InputList<string> { "a", Output.Create("b") }));
            Write("inputMap", Output.Create(new InputMap<string> { { "a", "1" } }));
            Write("input", Output.Create((Input<string>)"a"));
            _ = new Echo("indented", new EchoArgs
            {
                Text = Output.JsonSerialize(Output.Create(new Shape("a", 1, null)), new JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase }),
            });
            _ = new Echo("readTyped", new EchoArgs { Text = Output.JsonDeserialize<Shape>(Output.Create("""{"Name":"x","Size":2,"Note":null}""")).Apply(static shape => $"{shape.Name} {shape.Size}") });
            _ = new Echo("readElement", new EchoArgs { Any = Output.JsonDeserialize<JsonElement>(Output.Create("""{"b":[1,null],"a":{"c":true}}""")).Apply(static element => (object)element) });

            static void Write<T>(string name, Output<T> value) => _ = new Echo(name, new EchoArgs { Text = Output.JsonSerialize(value) });
        },
        ["combined"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a", Integer = 1 }), second = new("second", new EchoArgs { Text = "b" });
            _ = new Echo("three", new EchoArgs { Text = Output.Tuple(first.Text, second.Text, first.Integer).Apply(static all => $"{all.Item1}{all.Item2}{all.Item3}") });
            _ = new Echo("eight", new EchoArgs
            {
                Text = Output.Tuple((Input<int>)1, (Input<int>)2, (Input<int>)3, (Input<int>)4, (Input<int>)5, (Input<int>)6, first.Integer.ToInput(), (Input<int>)8).Apply(static all => $"{all.Item1}{all.Item7}{all.Item8}"),
            });
            _ = new Echo("allInputs", new EchoArgs { List = Output.All("x", first.Text.ToInput()) });
            _ = new Echo("allList", new EchoArgs { List = Output.All((List<Output<string>>)[first.Text, second.Text]) });
            _ = new Echo("allNone", new EchoArgs { List = Output.All((Output<string>[])[]) });
            _ = new Echo("task", new EchoArgs { Text = first.Text.Apply(static async text => { await Task.Yield(); return text + "!"; }) });
            _ = new Echo("toInput", new EchoArgs { Text = first.Text.Apply(static text => (Input<string>?)(text + "?")) });
            _ = new Echo("toNull", new EchoArgs { Text = first.Text.Apply(static _ => (Output<string>?)null)!, Plain = "kept" });
            _ = new Echo("inputApply", new EchoArgs { Text = ((Input<string>)"x").Apply(static text => text + "y") });
            DeferredOutput<string> deferred = new();
            _ = new Echo("deferred", new EchoArgs { Text = deferred.Output });
            deferred.Resolve(second.Text);
        },
        ["reserved"] = static () => _ = new ReservedResource("reserved", new ReservedArgs { Id = "an id", Urn = "a urn", Text = "a text" }),
        ["dictionary"] = static () => _ = new AnyResource("dictionary", ImmutableDictionary<string, object?>.Empty.Add("b", 1).Add("a", Output.Create("x")).Add("none", null)),
    };

    private static Input<T> ToInput<T>(this Output<T> output) => output;

    private sealed record Shape(string Name, int Size, string? Note);

    private sealed class ReservedArgs : ResourceArgs
    {
        [Input("id")]
        public Input<string>? Id { get; set; }

        [Input("text")]
        public Input<string>? Text { get; set; }

        [Input("urn")]
        public Input<string>? Urn { get; set; }
    }

    private sealed class ReservedResource(string name, ReservedArgs args) : CustomResource("test:index:Reserved", name, args, options: null);

    private sealed class AnyResource(string name, ImmutableDictionary<string, object?> args)
        : CustomResource("test:index:Any", name, new DictionaryResourceArgs(args), options: null);
}
