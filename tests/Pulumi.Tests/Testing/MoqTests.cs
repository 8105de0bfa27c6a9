using System.Collections.Immutable;
using Moq;
using Pulumi.Testing;

namespace Pulumi.Tests;

/// <summary>IMocks made with Moq, as the public documentation of Pulumi shows it.</summary>
public sealed class MoqTests
{
    [Fact]
    public async Task Mock_SetUp_Answers()
    {
        Mock<IMocks> mocks = new();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => (args.Name + "-id", args.Inputs));
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>()))
            .ReturnsAsync((MockCallArgs args) => args.Args);
        OutputState id = null!, text = null!;

        ImmutableArray<Resource> resources = await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false }, async () =>
        {
            Thing thing = new("thing", new ThingArgs { Text = "a" });
            id = await OutputState.OfAsync(thing.Id);
            text = await OutputState.OfAsync(thing.Text);
        });

        Assert.Equal(new OutputState("'thing-id'", Resources: "thing"), id);
        Assert.Equal(new OutputState("'a'", Resources: "thing"), text);
        Assert.Single(resources);
        mocks.Verify(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == Thing.Token)), Times.Once());
        mocks.Verify(mock => mock.CallAsync(It.IsAny<MockCallArgs>()), Times.Never());
    }

    [Fact]
    public async Task Mock_DefaultInterfaceMethod_NeedNotBeWritten()
    {
        await Deployment.TestAsync<OnlyOutputs>(new TwoMethods());

        Assert.Equal(Task.CompletedTask, ((IMocks)new TwoMethods()).RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest("urn", ImmutableDictionary<string, Output<object?>>.Empty)));
    }

    private sealed class OnlyOutputs : Stack
    {
        [Output]
        public Output<string> Value { get; set; } = Output.Create("a");
    }

    private sealed class TwoMethods : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>(("id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
