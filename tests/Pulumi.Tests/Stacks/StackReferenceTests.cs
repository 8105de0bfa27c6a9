using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class StackReferenceTests
{
    private static readonly Dictionary<string, object> State = new()
    {
        ["name"] = "org/proj/dev",
        ["outputs"] = new Dictionary<string, object> { ["plain"] = "p", ["number"] = 5, ["hidden"] = Output.CreateSecret("h") },
        ["secretOutputNames"] = new[] { "hidden" },
    };

    private static readonly Dictionary<string, object> StateWithoutNames = new()
    {
        ["name"] = "org/proj/dev",
        ["outputs"] = new Dictionary<string, object> { ["plain"] = "p" },
    };

    [Fact]
    public async Task GetOutput_AnyName_KeepsSecretsApart()
    {
        RecordingMocks mocks = new() { OnResource = static args => (args.Id, State) };
        await Deployment.TestAsync(mocks, Programs.Preview, async () =>
        {
            StackReference reference = new("org/proj/dev");

            Assert.Equal(new OutputState("'p'", Resources: "org/proj/dev"), await OutputState.OfAsync(reference.GetOutput("plain")));
            Assert.Equal(new OutputState("5d", Resources: "org/proj/dev"), await OutputState.OfAsync(reference.RequireOutput("number")));
            Assert.Equal(new OutputState("'h'", IsSecret: true, Resources: "org/proj/dev"), await OutputState.OfAsync(reference.GetOutput("hidden")));
            Assert.Equal(new OutputState("'h'", IsSecret: true, Resources: "org/proj/dev"), await OutputState.OfAsync(reference.RequireOutput("hidden")));
            Assert.Equal(new OutputState("null", Resources: "org/proj/dev"), await OutputState.OfAsync(reference.GetOutput("absent")));
            Assert.Equal("p", await reference.GetValueAsync("plain"));
            Assert.Equal(5.0, await reference.RequireValueAsync("number"));
            Assert.Null(await reference.GetValueAsync("absent"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => reference.GetValueAsync("hidden"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => reference.RequireValueAsync("hidden"));
            StackReferenceOutputDetails plain = await reference.GetOutputDetailsAsync("plain");
            StackReferenceOutputDetails hidden = await reference.GetOutputDetailsAsync("hidden");
            Assert.Equal(("p", null), (plain.Value, plain.SecretValue));
            Assert.Equal((null, "h"), (hidden.Value, hidden.SecretValue));
            Assert.Equal("org/proj/dev", await OutputUtilities.GetValueAsync(reference.Name));
            Assert.Equal(["hidden"], await OutputUtilities.GetValueAsync(reference.SecretOutputNames));
        });

        Assert.Equal(
            ("pulumi:pulumi:StackReference", "org/proj/dev", "{name: 'org/proj/dev'}"),
            (mocks["org/proj/dev"].Type, mocks["org/proj/dev"].Id, Text.Of(mocks["org/proj/dev"].Inputs)));
    }

    [Fact]
    public async Task GetOutput_SecretNamesUnknown_TakesTheMarkOfAll()
    {
        RecordingMocks mocks = new() { OnResource = static args => (args.Id, StateWithoutNames) };
        OutputState state = null!;
        await Deployment.TestAsync(mocks, Programs.Preview, async () => state = await OutputState.OfAsync(new StackReference("dev").GetOutput("plain")));

        Assert.Equal(new OutputState("'p'", Resources: "dev"), state);
    }

    [Fact]
    public async Task RequireOutput_Absent_Fails()
    {
        RecordingMocks mocks = new() { OnResource = static args => (args.Id, State) };
        string message = await Programs.FailAsync(mocks, () => new StackReference("org/proj/dev").RequireOutput("absent"));

        Assert.Equal(
            "System.Collections.Generic.KeyNotFoundException: Required output 'absent' does not exist on stack 'org/proj/dev'.",
            Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Constructor_WithArgs_ReadsTheNamedStack()
    {
        RecordingMocks mocks = new() { OnResource = static args => (args.Id, State) };
        ImmutableArray<Resource> resources = await Programs.RunAsync(mocks, () => new StackReference("ref", new StackReferenceArgs { Name = Output.Create("org/proj/prod") }));

        Assert.Equal(("org/proj/prod", "{name: 'org/proj/prod'}"), (mocks["ref"].Id, Text.Of(mocks["ref"].Inputs)));
        Assert.Equal("ref", Assert.Single(resources).GetResourceName());
    }
}
