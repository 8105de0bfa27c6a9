using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>What a resource depends on, said by options and by values.</summary>
internal static class DependencyScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["options"] = static () =>
        {
            Echo first = new("first"), second = new("second");
            _ = new Echo("one", null, new CustomResourceOptions { DependsOn = first });
            _ = new Echo("two", null, new CustomResourceOptions { DependsOn = { second, first, first } });
            _ = new Echo("output", null, new CustomResourceOptions { DependsOn = { Output.Create<Resource>(first) } });
            _ = new Group("group", new ComponentResourceOptions { DependsOn = { first } });
        },
        ["components"] = static () =>
        {
            Group outer = new("outer"), inner = new("inner", new ComponentResourceOptions { Parent = outer });
            Echo a = new("a", null, new CustomResourceOptions { Parent = outer });
            _ = new Echo("b", null, new CustomResourceOptions { Parent = inner });
            _ = new Echo("belowCustom", null, new CustomResourceOptions { Parent = a });
            RemoteGroup remote = new("remote", null, new ComponentResourceOptions { Parent = outer });
            _ = new Echo("belowRemote", null, new CustomResourceOptions { Parent = remote });
            _ = new Group("empty", new ComponentResourceOptions { Parent = outer });
            _ = new Echo("onOuter", null, new CustomResourceOptions { DependsOn = outer });
            _ = new Echo("onInner", null, new CustomResourceOptions { DependsOn = inner });
            _ = new Echo("onRemote", null, new CustomResourceOptions { DependsOn = remote });
            _ = new Echo("byValue", new EchoArgs { Resource = inner });
        },
        ["values"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a", Map = { { "k", "v" } } }), second = new("second", new EchoArgs { Text = "b" });
            _ = new Echo("byProperty", new EchoArgs { Text = first.Text, List = { second.Text, "c" }, Map = { { "a", first.Text }, { "b", second.Text } }, Plain = "none" });
            _ = new Echo("byPart", new EchoArgs { Part = new PartArgs { Name = first.Text, Inner = new PartArgs { Name = second.Text } } });
            _ = new Echo("byAny", new EchoArgs { Any = new Dictionary<string, object> { ["a"] = new object[] { first.Text } } });
            _ = new Echo("both", new EchoArgs { Text = first.Text }, new CustomResourceOptions { DependsOn = { second } });
            _ = new Echo("json", new EchoArgs { JsonText = new PartArgs { Name = first.Text } });
            _ = new Echo("explicit", new EchoArgs { Text = OutputUtilities.WithDependency(Output.Create("x"), second) });
            _ = new Echo("secret", new EchoArgs { Text = Output.CreateSecret(first.Text) });
        },
        ["chains"] = static () =>
        {
            Echo echo = new("link0", new EchoArgs { Text = "0" });
            for (int i = 1; i < 5; i++)
            {
                echo = new Echo("link" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), new EchoArgs { Text = echo.Text });
            }
        },
        ["parents"] = static () =>
        {
            Echo parent = new("parent", new EchoArgs { Text = "a" });
            _ = new Echo("child", new EchoArgs { Text = parent.Text }, new CustomResourceOptions { Parent = parent });
        },
        ["applied"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a" });
            _ = first.Text.Apply(static text => new Echo("inApply-" + text, new EchoArgs { Text = text }).Urn);
        },
    };
}
