using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Calls of functions and methods.</summary>
internal static class FunctionScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["plain"] = static () =>
        {
            Observed.Tell("echo", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "a" }));
            Observed.Tell("none", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs()));
            Observed.Tell("map", Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("test:index:echo", new EchoInvokeArgs { Any = new object[] { 1, "b" } }));
        },
        ["outputs"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            Observed.Tell("known", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "b", Output = Output.Create("c") }));
            Observed.Tell("secret", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Output = Output.CreateSecret("c") }));
            Observed.Tell("unknown", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Output = OutputUtilities.CreateUnknown("c") }));
            Observed.Tell("depending", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Output = echo.Text }));
        },
        ["answers"] = static () =>
        {
            Observed.Tell("secret", Deployment.Instance.Invoke<EchoResult>("test:index:secret", new EchoInvokeArgs()));
            Observed.Tell("unknown", Deployment.Instance.Invoke<EchoResult>("test:index:unknown", new EchoInvokeArgs()));
        },
        ["options"] = static () =>
        {
            TestProvider provider = new("provider");
            Group group = new("group", new ComponentResourceOptions { Provider = provider });
            Echo echo = new("echo"), known = new("known", null, null, "test:index:Known");
            Observed.Tell("version", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "version" }, new InvokeOptions { Version = "1.2.3", PluginDownloadURL = "https://example.org/plugins" }));
            Observed.Tell("provider", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "provider" }, new InvokeOptions { Provider = provider }));
            Observed.Tell("parent", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "parent" }, new InvokeOptions { Parent = group }));
            Observed.Tell("dependsOn", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "dependsOn" }, new InvokeOutputOptions { DependsOn = { echo } }));
            Observed.Tell("dependsOnKnown", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "dependsOnKnown" }, new InvokeOutputOptions { DependsOn = { known } }));
        },
        ["async"] = static () =>
        {
            Observed.Tell("result", Output.Create(Deployment.Instance.InvokeAsync<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "a" })));
            Observed.Tell("single", Output.Create(Deployment.Instance.InvokeSingleAsync<string>("test:index:echo", new EchoInvokeArgs { Text = "b" })));
            Observed.Tell("singleOutput", Deployment.Instance.InvokeSingle<string>("test:index:echo", new EchoInvokeArgs { Text = "c" }));
        },
        ["arguments"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" }), known = new("known", new EchoArgs { Text = "b" }, null, "test:index:Known");
            Group group = new("group");
            Tell("nested", new EchoInvokeArgs { Any = new Dictionary<string, object?> { ["a"] = null, ["b"] = new object?[] { 1, null } } });
            Tell("null", new EchoInvokeArgs { Text = null, Any = null });
            Tell("asset", new EchoInvokeArgs { Any = new StringAsset("a") });
            Tell("resource", new EchoInvokeArgs { Any = known });
            Tell("unknownResource", new EchoInvokeArgs { Any = echo });
            Tell("component", new EchoInvokeArgs { Any = group });
            Tell("secretInside", new EchoInvokeArgs { Any = new object[] { Output.CreateSecret("a"), "b" } });
            Tell("unknownInside", new EchoInvokeArgs { Any = new object[] { OutputUtilities.CreateUnknown("a"), "b" } });
            Tell("depending", new EchoInvokeArgs { Output = known.Text });
            Tell("part", new EchoInvokeArgs { Any = new PartArgs { Name = "a" } });
            Tell("json", new EchoInvokeArgs { Any = System.Text.Json.JsonDocument.Parse("[1]").RootElement });
            Observed.Tell("dictionary", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("text", "a").Add("none", null))));
            Observed.Tell("empty", Deployment.Instance.Invoke<EchoResult>("test:index:echo", InvokeArgs.Empty));

            static void Tell(string name, EchoInvokeArgs args) =>
                Observed.Tell(name, Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("test:index:echo", args));
        },
        ["dependsOn"] = static () =>
        {
            Group group = new("group");
            Echo known = new("known", null, new CustomResourceOptions { Parent = group }, "test:index:Known");
            RemoteGroup remote = new("remote");
            Tell("component", group);
            Tell("custom", known);
            Tell("remote", remote);
            Observed.Tell("single", Deployment.Instance.InvokeSingle<string>("test:index:echo", new EchoInvokeArgs { Text = "single" }, new InvokeOutputOptions { DependsOn = { known } }));
            _ = new Echo("user", new EchoArgs { Text = Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "user", Output = known.Urn }).Apply(static result => result.Text!) });

            static void Tell(string name, Resource resource) => Observed.Tell(
                name, Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = name }, new InvokeOutputOptions { DependsOn = { resource } }));
        },
        ["packages"] = static () =>
        {
            RegisterPackageRequest package = new("plugin", "1.2.3", "https://example.org/plugins", [], new RegisterPackageRequest.PackageParameterization("test", "4.5.6", [3]));
            Observed.Tell("invoke", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "a" }, options: (InvokeOptions?)null, package));
            Observed.Tell("call", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = "b" }, null, null, package));
        },
        ["discarded"] = static () =>
        {
            Deployment.Instance.Call("test:index:Remote/echo", new EchoCallArgs { Text = "a" });
            _ = Output.Create(InvokeAsync()).Apply(static done => done);

            static async Task<bool> InvokeAsync()
            {
                await Deployment.Instance.InvokeAsync("test:index:echo", new EchoInvokeArgs { Text = "b" }).ConfigureAwait(false);
                return true;
            }
        },
        ["methodOptions"] = static () =>
        {
            TestProvider provider = new("provider");
            Group group = new("group", new ComponentResourceOptions { Providers = { provider } });
            Echo custom = new("custom", new EchoArgs { Text = "a" });
            Tell("provider", "a", null, new CallOptions { Provider = provider });
            Tell("parent", "b", null, new CallOptions { Parent = group });
            Tell("custom self", "c", custom, null);
            Tell("group self", "d", group, null);
            Observed.Tell("secret", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = Output.CreateSecret("e") }));
            Observed.Tell("unknown", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = OutputUtilities.CreateUnknown("f") }));
            Observed.Tell("secretUnknown", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = Output.CreateSecret(OutputUtilities.CreateUnknown("g")) }));
            Observed.Tell("empty", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", CallArgs.Empty));

            static void Tell(string name, string text, Resource? self, CallOptions? options) =>
                Observed.Tell(name, Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = text }, self, options));
        },
        ["methods"] = static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            RemoteGroup remote = new("remote");
            Observed.Tell("plain", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = "a" }));
            Observed.Tell("self", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = "b" }, remote));
            Observed.Tell("outputs", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = echo.Text, List = new InputList<string> { Output.CreateSecret("c"), "d", OutputUtilities.CreateUnknown("") } }, remote));
            Observed.Tell("options", Deployment.Instance.Call<EchoResult>("test:index:Remote/echo", new EchoCallArgs { Text = "e" }, null, new CallOptions { Version = "1.2.3", PluginDownloadURL = "https://example.org/plugins" }));
        },
    };
}
