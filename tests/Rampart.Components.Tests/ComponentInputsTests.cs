using Rampart.Components.Namespaces;
using Rampart.Components.SpiceDb;
using Rampart.Tests.Shared.Mocks;
using SpiceDbComponent = Rampart.Components.SpiceDb.SpiceDb;

namespace Rampart.Components.Tests;

/// <summary>What a component was asked for is in its children; said again by the component, every change would show twice.</summary>
public sealed class ComponentInputsTests
{
    [Theory]
    [InlineData("rampart:namespaces:HardenedNamespace", "shop")]
    [InlineData("rampart:spicedb:SpiceDb", "spicedb")]
    [InlineData("rampart:workloads:HardenedDeployment", "spicedb")]
    [InlineData("rampart:workloads:HardenedJob", "spicedb-migrate")]
    public async Task Define_Component_RegistersNoInputs(string type, string name)
    {
        Recording recording = await Recording.OfAsync(options =>
        {
            _ = new HardenedNamespace("shop", new HardenedNamespaceArgs { Name = "shop" }, options);
            _ = new SpiceDbComponent("spicedb", new SpiceDbArgs
            {
                Namespace = "shop",
                PresharedKey = "key",
                Datastore = SpiceDbDatastore.Postgres,
                DatastoreUri = "postgres://db",
            }, options);
        });

        Assert.Empty(recording.Inputs(type, name));
    }
}
