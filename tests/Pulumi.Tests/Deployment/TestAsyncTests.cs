using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests;

/// <summary>What the overloads of TestAsync give and what a program sees of its deployment.</summary>
public sealed class TestAsyncTests
{
    [Fact]
    public async Task TestAsync_Action_GivesResources()
    {
        ImmutableArray<Resource> resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () =>
        {
            _ = new Thing("a");
            _ = new Thing("b");
        });

        Assert.Equal(["a", "b"], resources.Select(static resource => resource.GetResourceName()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TestAsync_Task_GivesResources()
    {
        ImmutableArray<Resource> resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), async () =>
        {
            await Task.Yield();
            _ = new Thing("a");
        });

        Assert.Equal(["a"], resources.Select(static resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task TestAsync_Outputs_GivesResourcesAndOutputs()
    {
        Output<string> output = Output.Create("x");
        (ImmutableArray<Resource> resources, IDictionary<string, object?> outputs) = await Deployment.TestAsync(
            new EmptyMocks(),
            new TestOptions(),
            () =>
            {
                _ = new Thing("a");
                return (IDictionary<string, object?>)new Dictionary<string, object?> { ["o"] = output, ["n"] = null, ["p"] = 5L };
            });

        Assert.Equal(["a"], resources.Select(static resource => resource.GetResourceName()));
        Assert.Equal(["n", "o", "p"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Same(output, outputs["o"]);
        Assert.Null(outputs["n"]);
        Assert.Equal(5L, outputs["p"]);
    }

    [Fact]
    public async Task TestAsync_TaskOfOutputs_GivesResourcesAndOutputs()
    {
        RecordingMocks mocks = new();
        (ImmutableArray<Resource> resources, IDictionary<string, object?> outputs) = await Deployment.TestAsync(
            mocks,
            new TestOptions(),
            async () =>
            {
                await Task.Yield();
                return (IDictionary<string, object?>)new Dictionary<string, object?> { ["id"] = new Thing("a").Id };
            });

        Assert.Equal(["a"], resources.Select(static resource => resource.GetResourceName()));
        Assert.Equal(new OutputState("'a-id'", Resources: "a"), await OutputState.OfAsync((Output<string>)outputs["id"]!));
        Assert.Empty(Assert.Single(mocks.Outputs).Outputs);
    }

    [Fact]
    public async Task Instance_Defaults_AreThoseOfTests()
    {
        string seen = "";
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () => { seen = Describe(); });

        Assert.Equal("organization project stack preview", seen);
    }

    [Fact]
    public async Task Instance_Options_AreSeen()
    {
        string seen = "", root = "";
        await Deployment.TestAsync(
            new EmptyMocks(),
            new TestOptions { OrganizationName = "o", ProjectName = "p", StackName = "s", IsPreview = false, RootDirectory = "/r" },
            () =>
            {
                seen = Describe();
                root = Deployment.Instance.RootDirectory;
            });

        Assert.Equal("o p s update", seen);
        Assert.Equal("/r", root);
    }

    [Fact]
    public void Instance_OutsideDeployment_Throws() =>
        Assert.Equal(
            "Trying to acquire Deployment.Instance before 'Run' was called.",
            Assert.Throws<InvalidOperationException>(() => Deployment.Instance).Message);

    [Fact]
    public async Task Instance_AfterDeployment_Throws()
    {
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () => { });

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task Instance_InCallbacks_IsTheSame()
    {
        List<string> seen = [];
        await Deployment.TestAsync(new RecordingMocks { AnswersLater = true }, new TestOptions { StackName = "inner" }, () =>
        {
            Thing thing = new("thing");
            thing.Id.Apply(async _ =>
            {
                await Task.Yield();
                lock (seen)
                {
                    seen.Add(Deployment.Instance.StackName);
                }
            });
            Output.Create(Outputs.LaterAsync(1)).Apply(_ =>
            {
                lock (seen)
                {
                    seen.Add(Deployment.Instance.StackName);
                }

                return 0;
            });
        });

        Assert.Equal(["inner", "inner"], seen);
    }

    [Fact]
    public async Task TestAsync_OneAfterAnother_DoNotMix()
    {
        List<string> seen = [];
        foreach (string stack in (string[])["a", "b", "c"])
        {
            ImmutableArray<Resource> resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions { StackName = stack }, () => { _ = new Thing(Deployment.Instance.StackName); });
            seen.Add(Assert.Single(resources).GetResourceName());
        }

        Assert.Equal(["a", "b", "c"], seen);
    }

    [Fact]
    public async Task TestAsync_ManyAtOnce_DoNotMix()
    {
        string[] names = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            string stack = FormattableString.Invariant($"s{i}");
            ImmutableArray<Resource> resources = await Deployment.TestAsync(
                new RecordingMocks { AnswersLater = true },
                new TestOptions { StackName = stack },
                async () =>
                {
                    await Task.Yield();
                    Thing first = new("first-" + Deployment.Instance.StackName);
                    first.Id.Apply(_ => new Thing("second-" + Deployment.Instance.StackName).Id);
                });
            return stack + ": " + string.Join(' ', resources.Select(static resource => resource.GetResourceName()));
        }));

        Assert.Equal(Enumerable.Range(0, 50).Select(static i => FormattableString.Invariant($"s{i}: first-s{i} second-s{i}")), names);
    }

    [Fact]
    public async Task RequirePulumiVersion_OnMocks_Passes() =>
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), async () => await Deployment.RequirePulumiVersionAsync(">=3.0.0"));

    [Fact]
    public async Task RequirePulumiVersion_OutsideDeployment_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RequirePulumiVersionAsync(">=3.0.0"));

    [Fact]
    public async Task EmptyMocks_AnyResource_EchoInputs()
    {
        OutputState id = null!, text = null!;
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), async () =>
        {
            Thing thing = new("thing", new ThingArgs { Text = "a" });
            id = await OutputState.OfAsync(thing.Id);
            text = await OutputState.OfAsync(thing.Text);
        });

        Assert.Equal(new OutputState("'a'", Resources: "thing"), text);
        Assert.Equal("thing", id.Resources);
    }

    private static string Describe()
    {
        DeploymentInstance instance = Deployment.Instance;
        return $"{instance.OrganizationName} {instance.ProjectName} {instance.StackName} {(instance.IsDryRun ? "preview" : "update")}";
    }
}
