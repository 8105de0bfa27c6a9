using System.Collections.Immutable;
using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Secrets in every place.</summary>
internal static class SecretScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["scalars"] = static () => _ = new Echo("secret", new EchoArgs
        {
            Text = Output.CreateSecret("hunter2"),
            Number = Output.CreateSecret(1.5),
            Integer = Output.CreateSecret(3),
            Flag = Output.CreateSecret(false),
            Color = Output.CreateSecret(Color.Blue),
        }),
        ["collections"] = static () =>
        {
            _ = new Echo("items", new EchoArgs { List = { "open", Output.CreateSecret("hidden") }, Map = { { "open", "a" }, { "hidden", Output.CreateSecret("b") } } });
            _ = new Echo("whole", new EchoArgs
            {
                List = Output.CreateSecret(ImmutableArray.Create("a", "b")),
                Map = Output.CreateSecret(ImmutableDictionary<string, string>.Empty.Add("a", "b")),
            });
            _ = new Echo("any", new EchoArgs { Any = new Dictionary<string, object> { ["a"] = Output.CreateSecret("b"), ["c"] = new object[] { Output.CreateSecret(1) } } });
        },
        ["parts"] = static () => _ = new Echo("parts", new EchoArgs
        {
            Part = new PartArgs { Name = Output.CreateSecret("hidden"), Inner = Output.CreateSecret(new PartArgs { Name = "inner" }) },
            Parts = { Output.CreateSecret(new PartArgs { Name = "hidden" }) },
        }),
        ["derived"] = static () =>
        {
            Output<string> secret = Output.CreateSecret("hunter2");
            _ = new Echo("apply", new EchoArgs { Text = secret.Apply(static text => text.ToUpperInvariant()) });
            _ = new Echo("inner", new EchoArgs { Text = Output.Create("a").Apply(_ => secret) });
            _ = new Echo("format", new EchoArgs { Text = Output.Format($"a {secret} b") });
            _ = new Echo("all", new EchoArgs { List = Output.All(secret, Output.Create("open")) });
            _ = new Echo("unsecret", new EchoArgs { Text = Output.Unsecret(secret) });
            _ = new Echo("json", new EchoArgs { Text = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = secret })) });
        },
        ["nested"] = static () =>
        {
            _ = new Echo("inSecret", new EchoArgs { Any = Output.CreateSecret((object)new Dictionary<string, object> { ["a"] = Output.CreateSecret("b"), ["c"] = "d" }) });
            _ = new Echo("ofOutput", new EchoArgs { Text = Output.CreateSecret(Output.Create("a")) });
            _ = new Echo("ofTask", new EchoArgs { Text = Output.CreateSecret(Task.FromResult("a")) });
            _ = new Echo("twice", new EchoArgs { Text = Output.CreateSecret(Output.CreateSecret("a")) });
            _ = new Echo("unsecretInner", new EchoArgs { Text = Output.Unsecret(Output.Create("a").Apply(static _ => Output.CreateSecret("b"))) });
            _ = new Echo("outputInOutput", new EchoArgs { Any = Output.Create((object)Output.CreateSecret("a")) });
            _ = new Echo("outputInList", new EchoArgs { Any = Output.Create<object>(new object[] { Output.CreateSecret("a"), Output.Create("b") }) });
            _ = new Echo("tuple", new EchoArgs { Text = Output.Tuple(Output.CreateSecret("a"), Output.Create("b")).Apply(static both => both.Item1 + both.Item2) });
            _ = new Echo("union", new EchoArgs { Union = Output.CreateSecret("http") });
            _ = new Echo("json", new EchoArgs { Json = Output.CreateSecret("""{"a": 1}""") });
            _ = new Echo("listOfParts", new EchoArgs { Parts = { new PartArgs { Name = "open", Inner = new PartArgs { Name = Output.CreateSecret("hidden") } } }, PartsByName = { { "a", new PartArgs { Name = Output.CreateSecret("hidden") } } } });
        },
        ["none"] = static () => _ = new Echo("none", new EchoArgs { Text = Output.CreateSecret((string)null!), Any = new object?[] { Output.CreateSecret((string)null!) } }),
        ["config"] = static () =>
        {
            Config config = new();
            _ = new Echo("password", new EchoArgs { Text = config.RequireSecret("password"), Integer = config.RequireInt32("number"), Flag = new Config("other").RequireBoolean("flag") });
            _ = new Echo("declared", new EchoArgs { Text = config.GetSecret("text")!, Plain = config.Get("missing") });
        },
        ["asset"] = static () => _ = new Echo("asset", new EchoArgs { Asset = Output.CreateSecret((AssetOrArchive)new StringAsset("hidden")) }),
    };
}
