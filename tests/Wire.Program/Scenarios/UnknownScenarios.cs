using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Values that are not known in a preview, alone and together with secrets.</summary>
internal static class UnknownScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["scalars"] = static () => _ = new Echo("unknown", new EchoArgs { Text = Unknown(""), Number = Unknown(0.0), Integer = Unknown(0), Flag = Unknown(false) }),
        ["collections"] = static () =>
        {
            _ = new Echo("items", new EchoArgs { List = { "a", Unknown("") }, Map = { { "a", "b" }, { "c", Unknown("") } } });
            _ = new Echo("whole", new EchoArgs { List = Unknown(ImmutableArray<string>.Empty), Map = Unknown(ImmutableDictionary<string, string>.Empty) });
            _ = new Echo("parts", new EchoArgs { Part = new PartArgs { Name = Unknown("") }, Parts = { Unknown(new PartArgs { Name = "x" }) } });
        },
        ["secrets"] = static () =>
        {
            _ = new Echo("scalar", new EchoArgs { Text = Output.CreateSecret(Unknown("")) });
            _ = new Echo("inList", new EchoArgs { List = { Output.CreateSecret(Unknown("")), "a" } });
            _ = new Echo("mixed", new EchoArgs { Text = Output.Format($"{Unknown("")} {Output.CreateSecret("b")}") });
            _ = new Echo("secretWithUnknownInside", new EchoArgs { Part = Output.CreateSecret(new PartArgs { Name = Unknown("") }) });
        },
        ["nested"] = static () =>
        {
            _ = new Echo("any", new EchoArgs { Any = new Dictionary<string, object> { ["a"] = Unknown("b"), ["c"] = new object[] { Unknown(1), Output.CreateSecret(Unknown("d")), "e" } } });
            _ = new Echo("outputInOutput", new EchoArgs { Any = Output.Create((object)Unknown("a")) });
            _ = new Echo("outputInSecret", new EchoArgs { Any = Output.CreateSecret((object)new object[] { Unknown("a"), "b" }) });
            _ = new Echo("tuple", new EchoArgs { Text = Output.Tuple(Unknown("a"), Output.CreateSecret("b")).Apply(static both => both.Item1 + both.Item2) });
            _ = new Echo("format", new EchoArgs { Text = Output.Format($"{Unknown("a")} b") });
            _ = new Echo("jsonText", new EchoArgs { Text = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = Unknown("b") })) });
            _ = new Echo("jsonSecretText", new EchoArgs { Text = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = Unknown("b"), ["c"] = Output.CreateSecret("d") })) });
            _ = new Echo("jsonUnknown", new EchoArgs { Text = Output.JsonSerialize(Unknown("b")) });
            _ = new Echo("unsecret", new EchoArgs { Text = Output.Unsecret(Output.CreateSecret(Unknown("a"))) });
            _ = new Echo("inner", new EchoArgs { Text = Output.Create("a").Apply(static _ => Unknown("b")) });
            _ = new Echo("union", new EchoArgs { Union = Unknown("http") });
            _ = new Echo("asset", new EchoArgs { Asset = Unknown<AssetOrArchive>(new StringAsset("a")) });
            _ = new Echo("color", new EchoArgs { Color = Unknown(Color.Blue), Level = Unknown(Level.High) });
            _ = new Echo("placeholder", new EchoArgs { Text = "04da6b54-80e4-46f7-96ec-b56ff0331ba9" });
        },
        ["derived"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            _ = new Echo("ofId", new EchoArgs { Text = echo.Id.Apply(static id => "id " + id) });
            _ = new Echo("ofMissing", new EchoArgs { Text = echo.Number.Apply(static number => number is null ? "none" : "some") });
            _ = new Echo("all", new EchoArgs { List = Output.All(echo.Text, echo.Id) });
            _ = new Echo("notRun", new EchoArgs { Text = Unknown("").Apply(NotApplied) });
        },
        ["stack"] = static () => Observed.Tell("is preview", Output.Create(Deployment.Instance.IsDryRun)),
    };

    private static string NotApplied(string text) => throw new InvalidOperationException($"an unknown is applied to '{text}'");

    private static Output<T> Unknown<T>(T value) => OutputUtilities.CreateUnknown(value);
}
