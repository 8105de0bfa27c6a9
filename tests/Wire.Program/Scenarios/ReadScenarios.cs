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
        ["ids"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a" });
            Echo unknown = new("unknown", null, new CustomResourceOptions { Id = first.Id });
            Observed.Tell("unknown id", unknown.Id);
            Observed.Tell("unknown text", unknown.Text);
            Echo secret = new("secret", null, new CustomResourceOptions { Id = Output.CreateSecret("hidden") });
            Observed.Tell("secret id", secret.Id);
            Echo user = new("user", new EchoArgs { Text = secret.Text, Resource = unknown }, new CustomResourceOptions { DependsOn = { secret } });
            Observed.Tell("user text", user.Text);
            _ = new Echo("aliased", null, new CustomResourceOptions { Id = "x", Aliases = { new Alias { Name = "old" } }, Protect = true, IgnoreChanges = { "a" }, Provider = new TestProvider("provider") });
            _ = new TestProvider("readProvider", null, new CustomResourceOptions { Id = "p" });
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
            Observed.Tell("outputs", reference.Outputs);
            Observed.Tell("secretOutputNames", reference.SecretOutputNames);
            Observed.Tell("byOutput", reference.GetOutput(Output.Create("text")));
            Observed.Tell("details", Output.Create(DetailsAsync(reference, "text")));
            Observed.Tell("secretDetails", Output.Create(DetailsAsync(reference, "password")));
            Observed.Tell("value", Output.Create(reference.GetValueAsync("text")));
            Observed.Tell("requiredValue", Output.Create(reference.RequireValueAsync("text")));
            _ = new StackReference("parented", null, new CustomResourceOptions { Parent = new Group("group"), DependsOn = { reference } });
            _ = new Echo("user", new EchoArgs { Any = reference.GetOutput("password").Apply(static value => value!) });
        },
    };

    private static async Task<string> DetailsAsync(StackReference reference, string name)
    {
        StackReferenceOutputDetails details = await reference.GetOutputDetailsAsync(name).ConfigureAwait(false);
        return $"{details.Value ?? "none"} {details.SecretValue ?? "none"}";
    }
}
