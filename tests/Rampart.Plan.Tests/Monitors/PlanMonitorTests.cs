using Rampart.Plan.Monitors;
using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Tests.Monitors;

public sealed class PlanMonitorTests
{
    private const string StackUrn = "urn:pulumi:dev::project::pulumi:pulumi:Stack::project-dev";

    private readonly PlanMonitor _monitor = new("project", "dev");

    [Fact]
    public async Task Register_ChildOfAComponent_HasTheTypesOfItsParents()
    {
        await RegisterStackAsync();
        RegisterResourceResponse component = await _monitor.RegisterResourceAsync(new() { Type = "a:b:C", Name = "c", Parent = StackUrn });

        RegisterResourceResponse child = await _monitor.RegisterResourceAsync(ConfigMap("m", component.Urn));

        Assert.Equal("urn:pulumi:dev::project::a:b:C$kubernetes:core/v1:ConfigMap::m", child.Urn);
    }

    [Fact]
    public async Task Register_SameUrnTwice_IsRefused()
    {
        await RegisterStackAsync();
        await _monitor.RegisterResourceAsync(ConfigMap("m", StackUrn));

        PlanException error = await Assert.ThrowsAsync<PlanException>(async () => await _monitor.RegisterResourceAsync(ConfigMap("m", StackUrn)));

        Assert.Equal(
            "Duplicate resource URN 'urn:pulumi:dev::project::kubernetes:core/v1:ConfigMap::m'; give one of the two resources another name or another parent",
            error.Message);
    }

    [Fact]
    public async Task Register_UnknownParent_IsRefused() =>
        await Assert.ThrowsAsync<PlanException>(async () => await _monitor.RegisterResourceAsync(ConfigMap("m", "urn:nobody")));

    [Fact]
    public async Task Register_ObjectWithoutName_GetsTheSameNameEachTime()
    {
        await RegisterStackAsync();
        RegisterResourceResponse first = await _monitor.RegisterResourceAsync(ConfigMap("m", StackUrn));
        PlanMonitor again = new("project", "dev");
        await again.RegisterResourceAsync(new() { Type = ResourceUrn.StackType, Name = "project-dev" });
        RegisterResourceResponse second = await again.RegisterResourceAsync(ConfigMap("m", StackUrn));

        string name = first.Outputs["metadata"].AsObject()["name"].AsString();
        Assert.Matches("^m-[0-9a-f]{8}$", name);
        Assert.Equal(name, second.Outputs["metadata"].AsObject()["name"].AsString());
        Assert.Equal("true", first.Outputs["metadata"].AsObject()["annotations"].AsObject()["pulumi.com/autonamed"].AsString());
    }

    // What is replaced when it changes: the replacement is another object, and what refers to it must see another name.
    [Theory]
    [InlineData("kubernetes:core/v1:Secret", "stringData")]
    [InlineData("kubernetes:core/v1:Secret", "data")]
    [InlineData("kubernetes:core/v1:ConfigMap", "data")]
    public async Task Register_ContentOfAnAutonamedObject_DecidesItsName(string type, string field)
    {
        string name = await NameOfAsync(type, Content(PropertyValue.From("a")));

        Assert.Equal(name, await NameOfAsync(type, Content(PropertyValue.From("a"))));
        Assert.NotEqual(name, await NameOfAsync(type, Content(PropertyValue.From("b"))));

        PropertyObject Content(PropertyValue value) => PropertyObject.Create(new Property(
            field, PropertyValue.From(PropertyObject.Create(new Property("key", PropertyValue.Secret(value))))));
    }

    [Fact]
    public async Task Register_TemplateOfAnAutonamedJob_DecidesItsName()
    {
        string name = await NameOfAsync("kubernetes:batch/v1:Job", Job("a", 6));

        Assert.Equal(name, await NameOfAsync("kubernetes:batch/v1:Job", Job("a", 3)));
        Assert.NotEqual(name, await NameOfAsync("kubernetes:batch/v1:Job", Job("b", 6)));

        static PropertyObject Job(string image, double backoffLimit) => PropertyObject.Create(new Property(
            "spec",
            PropertyValue.From(PropertyObject.Create(
                new Property("template", PropertyValue.From(PropertyObject.Create(new Property("image", PropertyValue.From(image))))),
                new Property("backoffLimit", PropertyValue.From(backoffLimit))))));
    }

    [Fact]
    public async Task Register_UnknownContentOfAnAutonamedSecret_IsNotInItsName()
    {
        PropertyObject unknown = PropertyObject.Create(new Property("stringData", PropertyValue.Secret(PropertyValue.Unknown)));

        Assert.Matches("^m-[0-9a-f]{8}$", await NameOfAsync("kubernetes:core/v1:Secret", unknown));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("generateName")]
    public async Task Register_ObjectWithName_KeepsIt(string property)
    {
        await RegisterStackAsync();
        PropertyObject inputs = PropertyObject.Create(new Property(
            "metadata",
            PropertyValue.From(PropertyObject.Create(new Property(property, PropertyValue.From("x"))))));

        RegisterResourceResponse response = await _monitor.RegisterResourceAsync(
            new() { Type = "kubernetes:core/v1:ConfigMap", Name = "m", Parent = StackUrn, Custom = true, Inputs = inputs });

        Assert.Same(inputs, response.Outputs);
    }

    [Fact]
    public async Task Plan_StackOutputs_AreThoseOfTheStack()
    {
        await RegisterStackAsync();
        PropertyObject outputs = PropertyObject.Create(new Property("x", PropertyValue.Secret(PropertyValue.From("y"))));

        await _monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest(StackUrn, outputs));

        PlanResource stack = Assert.Single(_monitor.ToPlan().Resources);
        Assert.Equal(outputs, _monitor.ToPlan().Outputs);
        Assert.Equal(outputs, stack.Outputs);
    }

    // Each run is a plan of its own: a URN is registered once.
    private static async Task<string> NameOfAsync(string type, PropertyObject inputs)
    {
        PlanMonitor monitor = new("project", "dev");
        await monitor.RegisterResourceAsync(new() { Type = ResourceUrn.StackType, Name = "project-dev" });
        RegisterResourceResponse response = await monitor.RegisterResourceAsync(
            new() { Type = type, Name = "m", Parent = StackUrn, Custom = true, Inputs = inputs });
        return response.Outputs["metadata"].AsObject()["name"].AsString();
    }

    // The engine marks the outputs that a registration names, and the Kubernetes provider what a Secret holds.
    [Theory]
    [InlineData("kubernetes:core/v1:Secret", "Secret", "data")]
    [InlineData("kubernetes:core/v1:Secret", "Secret", "stringData")]
    [InlineData("kubernetes:yaml:Thing", "Secret", "data")]
    [InlineData("kubernetes:core/v1:ConfigMap", "ConfigMap", "named")]
    [InlineData("random:index:Password", "", "named")]
    public async Task Register_SecretProperty_IsSecretInPlanAndAnswer(string type, string kind, string property)
    {
        await RegisterStackAsync();
        PropertyObject inputs = PropertyObject.Create(
            new Property("apiVersion", PropertyValue.From("v1")),
            new Property("kind", PropertyValue.From(kind)),
            new Property("metadata", PropertyValue.From(PropertyObject.Create(new Property("name", PropertyValue.From("x"))))),
            new Property(property, PropertyValue.From(PropertyObject.Create(new Property("k", PropertyValue.From("hunter2"))))));

        RegisterResourceResponse response = await _monitor.RegisterResourceAsync(
            new() { Type = type, Name = "m", Parent = StackUrn, Custom = true, Inputs = inputs, AdditionalSecretOutputs = ["named", "missing"] });
        RegisterResourceResponse read = await _monitor.ReadResourceAsync(
            new() { Id = "id", Type = type, Name = "r", Parent = StackUrn, Inputs = inputs, AdditionalSecretOutputs = ["named"] });

        Assert.True(response.Outputs[property].IsSecret);
        Assert.True(read.Outputs[property].IsSecret);
        Assert.False(response.Outputs["metadata"].ContainsSecrets);
        Assert.All(_monitor.ToPlan().Resources.Skip(1), resource => Assert.True(resource.Inputs[property].IsSecret));
    }

    [Fact]
    public async Task Register_ListOfSecrets_IsSecretWhereItsItemsAre()
    {
        await RegisterStackAsync();
        PropertyObject item = PropertyObject.Create(
            new Property("apiVersion", PropertyValue.From("v1")),
            new Property("kind", PropertyValue.From("Secret")),
            new Property("stringData", PropertyValue.From(PropertyObject.Create(new Property("k", PropertyValue.From("hunter2"))))));
        PropertyObject inputs = PropertyObject.Create(
            new Property("apiVersion", PropertyValue.From("v1")),
            new Property("kind", PropertyValue.From("List")),
            new Property("metadata", PropertyValue.From(PropertyObject.Create(new Property("name", PropertyValue.From("x"))))),
            new Property("items", PropertyValue.From(PropertyList.Create(PropertyValue.From(item)))));

        RegisterResourceResponse response = await _monitor.RegisterResourceAsync(
            new() { Type = "kubernetes:core/v1:List", Name = "m", Parent = StackUrn, Custom = true, Inputs = inputs });

        Assert.True(response.Outputs["items"].AsList()[0].AsObject()["stringData"].IsSecret);
    }

    private static RegisterResourceRequest ConfigMap(string name, string parent) =>
        new() { Type = "kubernetes:core/v1:ConfigMap", Name = name, Parent = parent, Custom = true };

    private ValueTask<RegisterResourceResponse> RegisterStackAsync() =>
        _monitor.RegisterResourceAsync(new() { Type = ResourceUrn.StackType, Name = "project-dev" });
}
