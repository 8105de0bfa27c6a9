using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Resources that exist already.</summary>
internal static class ReadScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["byId"] = static () =>
        {
            TestProvider provider = new("provider");
            Group group = new("group", new ComponentResourceOptions { Provider = provider });
            Echo first = new("first", new EchoArgs { Text = "a" });
            Echo read = new("read", new EchoArgs { Integer = 3 }, new CustomResourceOptions { Id = "an-id" });
            Observed.Tell("id", read.Id);
            Observed.Tell("text", read.Text);
            Observed.Tell("integer", read.Integer);
            _ = new Echo("options", new EchoArgs { Text = first.Text }, new CustomResourceOptions
            {
                Id = "other",
                Parent = group,
                Version = "1.2.3",
                PluginDownloadURL = "https://example.org/plugins",
                AdditionalSecretOutputs = { "text" },
                DependsOn = { first },
            });
            _ = new Echo("byOutput", null, new CustomResourceOptions { Id = first.Text });
            _ = new Echo("emptyId", new EchoArgs { Text = "a" }, new CustomResourceOptions { Id = "" });
        },
        ["byUrn"] = static () =>
        {
            Echo found = new("found", null, new CustomResourceOptions { Urn = "urn:pulumi:dev::wire::test:index:Echo::elsewhere" });
            Observed.Tell("urn", found.Urn);
            Observed.Tell("id", found.Id);
            Observed.Tell("text", found.Text);
        },
        ["stackReference"] = static () =>
        {
            StackReference reference = new("acme/base/prod");
            StackReference named = new("base", new StackReferenceArgs { Name = "acme/base/dev" });
            Observed.Tell("name", reference.Name);
            Observed.Tell("text", reference.GetOutput("text"));
            Observed.Tell("password", reference.GetOutput("password"));
            Observed.Tell("list", reference.RequireOutput("list"));
            Observed.Tell("missing", reference.GetOutput("missing"));
            Observed.Tell("named", named.GetOutput("text"));
            _ = new Echo("user", new EchoArgs { Any = reference.GetOutput("password").Apply(static value => value!) });
        },
    };
}
