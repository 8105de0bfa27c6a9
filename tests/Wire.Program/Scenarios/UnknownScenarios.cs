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
