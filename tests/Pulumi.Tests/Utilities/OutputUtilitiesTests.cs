using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class OutputUtilitiesTests
{
    [Fact]
    public async Task WithDependency_AnyOutput_AddsTheResource()
    {
        List<OutputState> states = [];
        await Deployment.TestAsync(new RecordingMocks { AnswersLater = true }, Programs.Preview, async () =>
        {
            Thing a = new("a");
            Thing b = new("b");
            states.Add(await OutputState.OfAsync(OutputUtilities.WithDependency(Output.CreateSecret(1), a)));
            states.Add(await OutputState.OfAsync(OutputUtilities.WithDependency(Outputs.Unknown(1), a)));
            states.Add(await OutputState.OfAsync(OutputUtilities.WithDependency(b.Id, a)));
            states.Add(await OutputState.OfAsync(OutputUtilities.WithDependency(b.Id, b)));
        });

        Assert.Equal(
            [
                new OutputState("1", IsSecret: true, Resources: "a"),
                new OutputState("", IsKnown: false, Resources: "a"),
                new OutputState("'b-id'", Resources: "a b"),
                new OutputState("'b-id'", Resources: "b"),
            ],
            states);
    }

    [Fact]
    public async Task CreateUnknown_AnyValue_IsUnknown()
    {
        Assert.Equal(new OutputState("", IsKnown: false), await OutputState.OfAsync(OutputUtilities.CreateUnknown(1)));
        Assert.Equal(new OutputState("", IsKnown: false), await OutputState.OfAsync(OutputUtilities.CreateUnknown(() => Outputs.LaterAsync(1))));
    }
}
