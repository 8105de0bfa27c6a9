using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Components: their inputs, outputs and children.</summary>
internal static class ComponentScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["outputs"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            new Group("none").Complete();
            new Group("values").Complete(new Dictionary<string, object?>
            {
                ["text"] = "a",
                ["none"] = null,
                ["secret"] = Output.CreateSecret("hidden"),
                ["unknown"] = OutputUtilities.CreateUnknown(""),
                ["resource"] = echo,
                ["output"] = echo.Text,
                ["id"] = echo.Id,
                ["list"] = new object?[] { 1, null, Output.CreateSecret("b") },
            });
            new Group("later").Complete(Task.Run(static async () =>
            {
                await Task.Delay(20);
                return (IDictionary<string, object?>)new Dictionary<string, object?> { ["text"] = "late" };
            }));
            new Group("output").Complete(Output.Create<IDictionary<string, object?>>(new Dictionary<string, object?> { ["text"] = "a" }));
            _ = new Group("open");
        },
        ["inputs"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            _ = new Group("group", new EchoArgs { Text = echo.Text, List = { "a", Output.CreateSecret("b") }, Part = new PartArgs { Name = OutputUtilities.CreateUnknown("") } });
        },
        ["remote"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            _ = new RemoteGroup("remote", new EchoArgs
            {
                Text = echo.Text,
                Number = 1.5,
                List = { "a", echo.Text, Output.CreateSecret("b"), OutputUtilities.CreateUnknown("") },
                Map = { { "secret", Output.CreateSecret("c") }, { "plain", "d" } },
                Part = new PartArgs { Name = Output.Create("known"), Inner = Output.CreateSecret(new PartArgs { Name = echo.Text }) },
                Resource = echo,
                JsonText = new PartArgs { Name = "json" },
            });
        },
        ["remoteValues"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            Group group = new("group");
            _ = new Echo("inGroup", null, new CustomResourceOptions { Parent = group });
            RemoteGroup first = new("first", new EchoArgs { Text = echo.Id });
            _ = new RemoteGroup("values", new EchoArgs
            {
                Any = new Dictionary<string, object?> { ["a"] = echo.Text, ["b"] = new object[] { Output.CreateSecret(OutputUtilities.CreateUnknown("x")), group, first.Text }, ["c"] = null },
                Asset = new StringAsset("a"),
                Parts = { new PartArgs { Name = echo.Text } },
                PartsByName = { { "k", Output.CreateSecret(new PartArgs { Name = "p" }) } },
                Resource = first,
                Union = echo.Integer,
                Json = Output.CreateSecret("[1]"),
                Level = Output.Create(Level.High),
                Plain = "a",
            }, new ComponentResourceOptions { DependsOn = { group, echo } });
            _ = new Echo("user", new EchoArgs { Text = first.Text, Resource = first });
        },
        ["nested"] = static () =>
        {
            Group outer = new("outer");
            Group inner = new("inner", new ComponentResourceOptions { Parent = outer });
            Echo echo = new("echo", new EchoArgs { Text = "a" }, new CustomResourceOptions { Parent = inner });
            inner.Complete(new Dictionary<string, object?> { ["text"] = echo.Text });
            outer.Complete(new Dictionary<string, object?> { ["inner"] = inner, ["text"] = echo.Text.Apply(static text => text + "!") });
        },
        ["properties"] = static () => new Measured("measured").ToString(),
    };

    /// <summary>A component whose outputs are properties.</summary>
    private sealed class Measured : ComponentResource
    {
        public Measured(string name)
            : base("test:index:Measured", name)
        {
            Size = Output.Create(3);
            Unit = Output.CreateSecret("cm");
            RegisterOutputs();
        }

        [Output]
        public Output<int> Size { get; private set; }

        [Output("unitName")]
        public Output<string> Unit { get; private set; }
    }
}
