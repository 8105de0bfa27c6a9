namespace Pulumi.Tests;

public sealed class UrnTests
{
    [Fact]
    public async Task Create_AnyParts_GivesUrn()
    {
        List<OutputState> states = [];
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Output<string>[] urns =
            [
                Urn.Create("n", "a:b:c"),
                Urn.Create("n", "a:b:c", project: "p", stack: Output.Create("s")),
                Urn.Create("n", "a:b:c", parentUrn: "urn:pulumi:s::p::x:y:z::parent"),
            ];
            foreach (Output<string> urn in urns)
            {
                states.Add(await OutputState.OfAsync(urn));
            }
        });

        Assert.Equal(
            [
                new OutputState("'urn:pulumi:stack::project::a:b:c::n'"),
                new OutputState("'urn:pulumi:s::p::a:b:c::n'"),
                new OutputState("'urn:pulumi:s::p::x:y:z$a:b:c::n'"),
            ],
            states);
    }
}
