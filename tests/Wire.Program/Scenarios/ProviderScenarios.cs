using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Providers: their own registration, and which one a resource gets.</summary>
internal static class ProviderScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["registration"] = static () => _ = new TestProvider("provider", new TestProviderArgs { Enabled = true, Region = "here" }, new CustomResourceOptions { Version = "1.2.3" }),
        ["custom"] = static () =>
        {
            TestProvider provider = new("provider");
            Echo echo = new("direct", null, new CustomResourceOptions { Provider = provider });
            _ = new Echo("child", null, new CustomResourceOptions { Parent = echo });
            _ = new Echo("none");
        },
        ["components"] = static () =>
        {
            TestProvider test = new("test"), other = new("other", package: "other"), override_ = new("override");
            Group byProvider = new("byProvider", new ComponentResourceOptions { Provider = test });
            _ = new Echo("inProvider", null, new CustomResourceOptions { Parent = byProvider });
            Group byList = new("byList", new ComponentResourceOptions { Providers = { test, other } });
            _ = new Echo("inList", null, new CustomResourceOptions { Parent = byList });
            _ = new Echo("otherInList", null, new CustomResourceOptions { Parent = byList }, "other:index:Thing");
            Group nested = new("nested", new ComponentResourceOptions { Parent = byList });
            _ = new Echo("inNested", null, new CustomResourceOptions { Parent = nested });
            _ = new Echo("overridden", null, new CustomResourceOptions { Parent = nested, Provider = override_ });
            Group changed = new("changed", new ComponentResourceOptions { Parent = byList, Providers = { override_ } });
            _ = new Echo("inChanged", null, new CustomResourceOptions { Parent = changed });
        },
        ["remote"] = static () =>
        {
            TestProvider test = new("test"), other = new("other", package: "other");
            RemoteGroup remote = new("remote", null, new ComponentResourceOptions { Providers = { test, other } });
            _ = new Echo("below", null, new CustomResourceOptions { Parent = remote });
            Group local = new("local", new ComponentResourceOptions { Providers = { test } });
            _ = new RemoteGroup("inherited", null, new ComponentResourceOptions { Parent = local });
        },
        ["nested"] = static () =>
        {
            TestProvider provider = new("provider", null, new CustomResourceOptions { Parent = new Group("group") });
            TestProvider byProvider = new("byProvider", new TestProviderArgs { Region = new Echo("region", new EchoArgs { Text = "there" }).Text, Enabled = Output.CreateSecret(true) });
            _ = new Echo("nested", null, new CustomResourceOptions { Provider = provider, DependsOn = { byProvider } });
            _ = new Echo("second", null, new CustomResourceOptions { Provider = byProvider });
            _ = new TestProvider("ofProvider", null, new CustomResourceOptions { Provider = provider });
            _ = new TestProvider("aliased", null, new CustomResourceOptions { Aliases = { new Alias { Name = "old" } }, Version = "1.0.0", PluginDownloadURL = "https://example.org/plugins", Protect = true, DependsOn = { provider } });
            _ = new TestProvider("unknown", new TestProviderArgs { Region = Pulumi.Utilities.OutputUtilities.CreateUnknown(""), Enabled = Pulumi.Utilities.OutputUtilities.CreateUnknown(true) });
        },
        ["types"] = static () =>
        {
            TestProvider provider = new("provider");
            Group group = new("group", new ComponentResourceOptions { Providers = { provider } });
            _ = new Echo("otherPackage", null, new CustomResourceOptions { Parent = group }, "another:index:Thing");
            _ = new Echo("twoParts", null, new CustomResourceOptions { Parent = group }, "test:Thing");
            _ = new Echo("folders", null, new CustomResourceOptions { Parent = group }, "test:folder/thing:Thing");
            Echo child = new("child", null, new CustomResourceOptions { Parent = group });
            _ = new Echo("belowChild", null, new CustomResourceOptions { Parent = child });
            _ = new Group("groupOfCustom", new ComponentResourceOptions { Parent = child });
        },
        ["wrongPackage"] = static () =>
        {
            TestProvider other = new("other", package: "other");
            _ = new Echo("echo", null, new CustomResourceOptions { Provider = other });
        },
    };
}
