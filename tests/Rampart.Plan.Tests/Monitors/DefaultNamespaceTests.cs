using Rampart.Plan.Monitors;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Tests.Monitors;

// What the Kubernetes provider makes of objects that name no namespace.
public sealed class DefaultNamespaceTests
{
    private const string StackUrn = "urn:pulumi:dev::project::pulumi:pulumi:Stack::project-dev";
    private const string Id = "::04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [Fact]
    public async Task Register_DefaultProvider_HasTheNamespaceOfTheConfiguration()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));

        Assert.Equal("team-c", await PlaceAsync(monitor, "v1", "ConfigMap", "none"));
        Assert.Equal("team-c", await PlaceAsync(monitor, "v1", "ConfigMap", "empty", ("namespace", PropertyValue.From(""))));
        Assert.Equal("own", await PlaceAsync(monitor, "v1", "ConfigMap", "own", ("namespace", PropertyValue.From("own"))));
        Assert.Equal("default", await PlaceAsync(monitor, "v1", "ConfigMap", "default", ("namespace", PropertyValue.From("default"))));
    }

    [Theory]
    [InlineData("v1", "Namespace")]
    [InlineData("rbac.authorization.k8s.io/v1", "ClusterRole")]
    [InlineData("kyverno.io/v1", "ClusterPolicy")]
    public async Task Register_KindOfTheCluster_GetsNone(string apiVersion, string kind) =>
        Assert.Null(await PlaceAsync(await StartAsync(PropertyValue.From("team-c")), apiVersion, kind, "a"));

    [Fact]
    public async Task Register_NobodySaysAnything_IsUnchanged() =>
        Assert.Null(await PlaceAsync(await StartAsync(PropertyValue.Null), "v1", "ConfigMap", "a"));

    [Fact]
    public async Task Register_CustomKind_IsOneOfANamespaceUnlessItsDefinitionSaysOtherwise()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        Assert.Equal("team-c", await PlaceAsync(monitor, "example.com/v1", "Thing", "before"));
        PropertyObject spec = PropertyObject.Create(
            new Property("group", PropertyValue.From("example.com")),
            new Property("names", PropertyValue.From(PropertyObject.Create(new Property("kind", PropertyValue.From("Thing"))))),
            new Property("scope", PropertyValue.From("Cluster")));
        await monitor.RegisterResourceAsync(new()
        {
            Type = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
            Name = "things",
            Parent = StackUrn,
            Custom = true,
            Inputs = PropertyObject.Create(new Property("spec", PropertyValue.From(spec))),
        });

        Assert.Null(await PlaceAsync(monitor, "example.com/v1", "Thing", "after"));
    }

    [Fact]
    public async Task Register_ExplicitProvider_HasItsNamespaceAndNotThatOfTheConfiguration()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        string placed = await ProviderAsync(monitor, "placed", PropertyValue.From("team-a"));
        string bare = await ProviderAsync(monitor, "bare", PropertyValue.Null);
        string open = await ProviderAsync(monitor, "open", PropertyValue.Unknown);

        Assert.Equal("team-a", await PlaceAsync(monitor, "v1", "ConfigMap", "placed", provider: placed));
        Assert.Null(await PlaceAsync(monitor, "v1", "ConfigMap", "bare", provider: bare));
        Assert.Equal("?", await PlaceAsync(monitor, "v1", "ConfigMap", "open", provider: open));
        Assert.Equal("?", await PlaceAsync(monitor, "v1", "ConfigMap", "nobody", provider: "urn:nobody" + Id));
    }

    [Fact]
    public async Task Register_ChildOfAComponent_HasTheNamespaceOfItsProviders()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        string provider = await ProviderAsync(monitor, "p", PropertyValue.From("team-a"));
        string outer = (await monitor.RegisterResourceAsync(new()
        {
            Type = "a:b:C",
            Name = "c",
            Parent = StackUrn,
            Providers = [new("kubernetes", provider)],
        })).Urn;
        string inner = (await monitor.RegisterResourceAsync(new() { Type = "a:b:D", Name = "d", Parent = outer })).Urn;

        Assert.Equal("team-a", await PlaceAsync(monitor, "v1", "ConfigMap", "m", parent: inner));
    }

    [Fact]
    public async Task Register_ProviderInDefault_IsUnchanged()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("default"));

        Assert.Null(await PlaceAsync(monitor, "v1", "ConfigMap", "none"));
        Assert.Equal("", await PlaceAsync(monitor, "v1", "ConfigMap", "empty", ("namespace", PropertyValue.From(""))));
    }

    // The engine asks these before the parent's.
    [Fact]
    public async Task Register_OwnProviders_AreAskedBeforeThoseOfTheComponent()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        string outer = await ProviderAsync(monitor, "outer", PropertyValue.From("team-a"));
        string own = await ProviderAsync(monitor, "own", PropertyValue.From("team-b"));
        string component = await ComponentAsync(monitor, "c", StackUrn, outer);

        Assert.Equal("team-b", await PlaceAsync(monitor, "v1", "ConfigMap", "m", parent: component, providers: [new("kubernetes", own)]));
    }

    [Fact]
    public async Task Register_ChildOfAnObject_HasTheProviderOfTheObject()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        string provider = await ProviderAsync(monitor, "p", PropertyValue.From("team-a"));
        string component = await ComponentAsync(monitor, "c", StackUrn, await ProviderAsync(monitor, "q", PropertyValue.From("team-b")));
        await PlaceAsync(monitor, "v1", "ConfigMap", "parent", parent: component, provider: provider);
        string parent = ResourceUrn.Create("dev", "project", component, "kubernetes:core/v1:ConfigMap", "parent");

        Assert.Equal("team-a", await PlaceAsync(monitor, "v1", "ConfigMap", "child", parent: parent));
        Assert.Equal("team-c", await PlaceAsync(monitor, "v1", "ConfigMap", "below", parent: await ComponentAsync(monitor, "d", parent)));
    }

    // A chart is of the package's types, and a component.
    [Fact]
    public async Task Register_ChildOfAChart_HasItsOwnProviders()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        string chart = (await monitor.RegisterResourceAsync(new() { Type = "kubernetes:helm.sh/v4:Chart", Name = "chart", Parent = StackUrn })).Urn;
        string own = await ProviderAsync(monitor, "own", PropertyValue.From("team-b"));

        Assert.Equal("team-b", await PlaceAsync(monitor, "v1", "ConfigMap", "m", parent: chart, providers: [new("kubernetes", own)]));
    }

    // An object passes on the provider that it has, the default one too.
    [Fact]
    public async Task Register_ChildOfAnObjectOfTheDefaultProvider_HasTheDefaultProvider()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        await PlaceAsync(monitor, "v1", "ConfigMap", "parent");
        string parent = ResourceUrn.Create("dev", "project", StackUrn, "kubernetes:core/v1:ConfigMap", "parent");
        string own = await ProviderAsync(monitor, "own", PropertyValue.From("team-b"));

        Assert.Equal("team-c", await PlaceAsync(monitor, "v1", "ConfigMap", "child", parent: parent, providers: [new("kubernetes", own)]));
    }

    // Custom resources of other packages hand nothing on.
    [Fact]
    public async Task Register_ChildOfAResourceOfAnotherPackage_HasTheDefaultProvider()
    {
        PlanMonitor monitor = await StartAsync(PropertyValue.From("team-c"));
        string component = await ComponentAsync(monitor, "c", StackUrn, await ProviderAsync(monitor, "p", PropertyValue.From("team-a")));
        string other = (await monitor.RegisterResourceAsync(new() { Type = "random:index:Pet", Name = "pet", Parent = component, Custom = true })).Urn;

        Assert.Equal("team-c", await PlaceAsync(monitor, "v1", "ConfigMap", "m", parent: other));
    }

    private static async Task<PlanMonitor> StartAsync(PropertyValue place)
    {
        PlanMonitor monitor = new("project", "dev") { KubernetesNamespace = place };
        await monitor.RegisterResourceAsync(new() { Type = ResourceUrn.StackType, Name = "project-dev" });
        return monitor;
    }

    private static async Task<string> ProviderAsync(PlanMonitor monitor, string name, PropertyValue place)
    {
        RegisterResourceResponse response = await monitor.RegisterResourceAsync(new()
        {
            Type = "pulumi:providers:kubernetes",
            Name = name,
            Parent = StackUrn,
            Custom = true,
            Inputs = PropertyObject.Create(new Property("namespace", place)),
        });
        return response.Urn + Id;
    }

    private static async Task<string> ComponentAsync(PlanMonitor monitor, string name, string parent, string provider = "") =>
        (await monitor.RegisterResourceAsync(new()
        {
            Type = "a:b:" + name,
            Name = name,
            Parent = parent,
            Providers = provider.Length == 0 ? [] : [new("kubernetes", provider)],
        })).Urn;

    // Null for none, ? while it is not known.
    private static async Task<string?> PlaceAsync(
        PlanMonitor monitor, string apiVersion, string kind, string name, (string Name, PropertyValue Value)? more = null, string provider = "", string parent = StackUrn,
        KeyValuePair<string, string>[]? providers = null)
    {
        PropertyObject metadata = PropertyObject.Create(new Property("name", PropertyValue.From(name)));
        RegisterResourceResponse response = await monitor.RegisterResourceAsync(new()
        {
            Type = $"kubernetes:{(apiVersion == "v1" ? "core/v1" : apiVersion)}:{kind}",
            Name = name,
            Parent = parent,
            Custom = true,
            Provider = provider,
            Providers = providers ?? [],
            Inputs = PropertyObject.Create(
                new Property("apiVersion", PropertyValue.From(apiVersion)),
                new Property("kind", PropertyValue.From(kind)),
                new Property("metadata", PropertyValue.From(more is { } given ? metadata.With(given.Name, given.Value) : metadata))),
        });
        PropertyValue place = response.Outputs["metadata"].AsObject()["namespace"];
        return place.IsUnknown ? "?" : place.StringOrNull();
    }
}
