using Pulumi.Kubernetes;
using Rampart.Components.Namespaces;
using Rampart.Components.SpiceDb;
using Rampart.Tests.Shared.Mocks;
using SpiceDbComponent = Rampart.Components.SpiceDb.SpiceDb;

namespace Rampart.Components.Tests;

/// <summary>Where the provider is in strict mode, nothing may go to the engine's own one.</summary>
public sealed class ExplicitProviderTests
{
    [Fact]
    public async Task Define_ComponentsWithAProvider_HandItToEverything()
    {
        Recording recording = await Recording.OfAsync(options =>
        {
            options.Provider = new Provider("cluster", new ProviderArgs { Context = "kind-dev", KubeConfig = "config" });
            HardenedNamespace place = new("shop", new HardenedNamespaceArgs(), options);
            _ = new SpiceDbComponent("spicedb", new SpiceDbArgs
            {
                Namespace = place.Name,
                PresharedKey = "key",
                Datastore = SpiceDbDatastore.Postgres,
                DatastoreUri = "postgres://db",
                Dispatch = true,
            }, options);
        });

        Assert.NotEmpty(recording.Providers);
        Assert.All(recording.Providers, static line => Assert.EndsWith(": cluster", line, StringComparison.Ordinal));
    }
}
