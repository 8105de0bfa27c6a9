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
        ["wrongPackage"] = static () =>
        {
            TestProvider other = new("other", package: "other");
            _ = new Echo("echo", null, new CustomResourceOptions { Provider = other });
        },
    };
}
