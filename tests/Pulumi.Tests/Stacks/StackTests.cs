using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests;

public sealed class StackTests
{
    [Fact]
    public async Task Outputs_OfStackClass_AreRegistered()
    {
        RecordingMocks mocks = new();
        ImmutableArray<Resource> resources = await Deployment.TestAsync<Exporting>(mocks, Programs.Update);

        MockRegisterResourceOutputsRequest request = Assert.Single(mocks.Outputs);
        Assert.EndsWith("pulumi:pulumi:Stack::project-stack", request.Urn, StringComparison.Ordinal);
        Assert.Equal(["Count", "thingId"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new OutputState("5d"), await OutputState.OfAsync(request.Outputs["Count"]));
        Assert.Equal(new OutputState("'thing-id'", IsSecret: true), await OutputState.OfAsync(request.Outputs["thingId"]));
        Assert.Equal(["Exporting", "Thing"], resources.Select(static resource => resource.GetType().Name));
        Assert.Equal(("pulumi:pulumi:Stack", "project-stack"), (resources[0].GetResourceType(), resources[0].GetResourceName()));
    }

    private class Exporting : Stack
    {
        public Exporting()
        {
            ThingId = Output.CreateSecret(new Thing("thing").Id);
            Count = Output.Create(5);
        }

        [Output("thingId")]
        public Output<string> ThingId { get; set; }

        [Output]
        public Output<int> Count { get; set; }

        public Output<int>? NotExported { get; set; }
    }

    [Fact]
    public async Task Outputs_OfDerivedStackClass_IncludeInherited()
    {
        RecordingMocks mocks = new();
        await Deployment.TestAsync<Derived>(mocks, Programs.Update);

        Assert.Equal(["Count", "more", "thingId"], Assert.Single(mocks.Outputs).Outputs.Keys.Order(StringComparer.Ordinal));
    }

    private sealed class Derived : Exporting
    {
        public Derived() => More = Output.Create("m");

        [Output("more")]
        public Output<string> More { get; set; }
    }

    [Fact]
    public async Task Outputs_NotAssigned_Fail()
    {
        RunException exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<Forgetful>(new RecordingMocks()));

        Assert.Equal(
            "Output(s) 'First, second' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            exception.Message);
    }

    private sealed class Forgetful : Stack
    {
        [Output]
        public Output<string>? First { get; set; }

        [Output("second")]
        public Output<string>? Second { get; set; }

        [Output]
        public Output<string> Third { get; set; } = Output.Create("t");
    }

    [Fact]
    public async Task Outputs_NotOutputs_Fail()
    {
        RunException exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<Mistaken>(new RecordingMocks()));

        Assert.Equal(
            "Output(s) 'First, second' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            exception.Message);
    }

    private sealed class Mistaken : Stack
    {
        [Output]
        public string First { get; set; } = "f";

        [Output("second")]
        public Input<string> Second { get; set; } = "s";
    }

    [Fact]
    public async Task Constructor_Throws_IsReported()
    {
        RunException exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<Broken>(new RecordingMocks()));

        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(exception.Message));
    }

    private sealed class Broken : Stack
    {
        public Broken() => throw new FormatException("no good");
    }

    [Fact]
    public async Task Container_MakesTheStack()
    {
        RecordingMocks mocks = new();
        ImmutableArray<Resource> resources = await Deployment.TestWithServiceProviderAsync<WithService>(mocks, new Container("injected"), Programs.Update);

        Assert.Equal("{text: 'injected'}", Text.Of(mocks["thing"].Inputs));
        Assert.Equal(["WithService", "Thing"], resources.Select(static resource => resource.GetType().Name));
    }

    [Fact]
    public async Task Container_KnowsNoStack_Fails()
    {
        RunException exception = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<WithService>(new RecordingMocks(), new Container(null)));

        Assert.StartsWith("System.InvalidOperationException: Failed to resolve instance of type Pulumi.Tests.StackTests+WithService", Programs.WithoutProgram(exception.Message), StringComparison.Ordinal);
    }

    private sealed class WithService : Stack
    {
        public WithService(string text) => _ = new Thing("thing", new ThingArgs { Text = text });
    }

    private sealed class Container(string? text) : IServiceProvider
    {
        public object? GetService(Type serviceType) => text is null ? null : new WithService(text);
    }
}
