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
