using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>What a program makes of the engine's answers.</summary>
internal static class AnswerScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["known"] = static () => Tell(new Echo("echo", new EchoArgs
        {
            Text = "a",
            Number = 1.5,
            Integer = 3,
            Flag = true,
            List = { "a", "b" },
            Map = { { "a", "b" } },
            Part = new PartArgs { Name = "outer", Size = 1, Inner = new PartArgs { Name = "inner" } },
            Any = new Dictionary<string, object?> { ["a"] = new object?[] { 1, null, "b" }, ["__hidden"] = 1 },
        })),
        ["missing"] = static () => Tell(new Echo("echo")),
        ["secret"] = static () => Tell(new Echo("echo", new EchoArgs
        {
            Text = Output.CreateSecret("hunter2"),
            List = { "a", Output.CreateSecret("b") },
            Part = new PartArgs { Name = Output.CreateSecret("hidden") },
            Any = new Dictionary<string, object> { ["a"] = new object[] { Output.CreateSecret(1) } },
        })),
        ["unknown"] = static () => Tell(new Echo("echo", new EchoArgs
        {
            Text = OutputUtilities.CreateUnknown(""),
            List = { "a", OutputUtilities.CreateUnknown("") },
            Part = new PartArgs { Name = OutputUtilities.CreateUnknown("") },
            Any = new Dictionary<string, object> { ["a"] = new object[] { OutputUtilities.CreateUnknown(1) } },
        })),
        ["wrongTypes"] = static () => Tell(new Echo("echo", new EchoArgs { Any = 3 }, type: "test:index:Typed")),
        ["dependencies"] = static () => Tell(new Echo("echo", new EchoArgs { Text = "a", Integer = 1 }, type: "test:index:Depending")),
        ["resources"] = static () =>
        {
            Echo target = new("target", new EchoArgs { Text = "a" });
            Observed.Tell("any", new Echo("echo", new EchoArgs { Any = new object[] { target } }).Any.Apply(static value => value is System.Collections.Immutable.ImmutableArray<object> list ? list[0] : value));
        },
        ["assets"] = static () => Tell(new Echo("echo", new EchoArgs { Any = new StringAsset("a") })),
        ["failed"] = static () => Tell(new Echo("echo", new EchoArgs { Text = "a" }, type: "test:index:Failed")),
        ["skipped"] = static () => Tell(new Echo("echo", new EchoArgs { Text = "a" }, type: "test:index:Skipped")),
        ["idInPreview"] = static () => Observed.Tell("id", new Echo("echo", new EchoArgs(), type: "test:index:Known").Id),
        ["imported"] = static () => Observed.Tell("id", new Echo("echo", new EchoArgs(), new CustomResourceOptions { ImportId = "an-id" }).Id),
        ["component"] = static () =>
        {
            RemoteGroup remote = new("remote", new EchoArgs { Text = "a" });
            Observed.Tell("remote urn", remote.Urn);
            Observed.Tell("remote text", remote.Text);
        },
    };

    private static void Tell(Echo echo)
    {
        Observed.Tell("urn", echo.Urn);
        Observed.Tell("id", echo.Id);
        Observed.Tell("text", echo.Text);
        Observed.Tell("number", echo.Number);
        Observed.Tell("integer", echo.Integer);
        Observed.Tell("flag", echo.Flag);
        Observed.Tell("list", echo.List);
        Observed.Tell("map", echo.Map);
        Observed.Tell("part", echo.Part);
        Observed.Tell("any", echo.Any);
    }
}
