using System.Collections.Immutable;

namespace Pulumi.Tests;

/// <summary>What is ready is used at once, on the caller's thread, without tasks: the bundled SDK's speed rests on it.</summary>
public sealed class SynchronyTests
{
    public static TheoryData<string> Cases() => [.. Ready.Keys];

    private static readonly Dictionary<string, Func<Action, Output<int>>> Ready = new(StringComparer.Ordinal)
    {
        ["value"] = run => Output.Create(1).Apply(value => Run(run, value)),
        ["completed task"] = run => Output.Create(1).Apply(value => Task.FromResult(Run(run, value))),
        ["output"] = run => Output.Create(1).Apply(value => Output.Create(Run(run, value))),
        ["input"] = run => Output.Create(1).Apply(value => (Input<int>)Run(run, value)),
        ["output of a completed task"] = run => Output.Create(Task.FromResult(1)).Apply(value => Run(run, value)),
        ["secret"] = run => Output.CreateSecret(1).Apply(value => Run(run, value)),
        ["many"] = run => Output.All(Output.Create(1), Output.CreateSecret(2)).Apply(values => Run(run, values[0])),
        ["tuple"] = run => Output.Tuple(Output.Create(1), (Output<string>)(Input<string>)"a").Apply(values => Run(run, values.Item1)),
        ["list"] = run => new InputList<int> { 1, Output.Create(2) }.ToOutput().Apply(values => Run(run, values[0])),
        ["map"] = run => new InputMap<int> { { "a", 1 } }.ToOutput().Apply(values => Run(run, values["a"])),
        ["format"] = run => Output.Format($"{Output.Create(1)}").Apply(text => Run(run, text.Length)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Apply_OfReadyOutput_RunsAtOnceOnTheCallersThread(string name)
    {
        int thread = -1;

        Output<int> output = Ready[name](() => thread = Environment.CurrentManagedThreadId);

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.True(output.TryGetData(out OutputData<int> data));
        Assert.Equal(1, data.Value);
    }

    [Fact]
    public async Task Register_EngineInProcess_IsDoneWhenTheConstructorIs()
    {
        bool isDone = false;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, () =>
        {
            Thing first = new("first");
            Thing second = new("second", new ThingArgs { Text = first.Id });
            isDone = second.Urn.TryGetData(out _) && second.Text.TryGetData(out OutputData<string> data) && data.Value == "first-id";
        });

        Assert.True(isDone);
    }

    [Fact]
    public async Task Resources_EngineInProcess_AreInTheOrderOfTheProgram()
    {
        ImmutableArray<Resource> resources = await Deployment.TestAsync(new RecordingMocks(), Programs.Update, () =>
        {
            for (int i = 0; i < 20; i++)
            {
                _ = new Thing(FormattableString.Invariant($"t{i:D2}"));
            }
        });

        Assert.Equal(Enumerable.Range(0, 20).Select(static i => FormattableString.Invariant($"t{i:D2}")), resources.Select(static resource => resource.GetResourceName()));
    }

    [Fact]
    public void Apply_OfReadyOutput_AllocatesTheResultOnly()
    {
        Output<int> source = Output.Create(1);
        Output<int> result = source.Apply(static value => value + 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            result = source.Apply(static value => value + 1);
        }

        long perApply = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
        Assert.True(result.TryGetData(out _));

        // An output of an int: header, type, task, value, resources, two marks.
        Assert.InRange(perApply, 1, 64);
    }

    [Fact]
    public async Task Urn_OnMocks_HasTheWholeChainOfParents()
    {
        OutputState state = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Group top = new("top");
            Group group = new("group", new ComponentResourceOptions { Parent = top });
            state = await OutputState.OfAsync(new Thing("thing", options: new CustomResourceOptions { Parent = group }).Urn);
        });

        Assert.Equal("'urn:pulumi:stack::project::test:index:Group$test:index:Group$test:index:Thing::thing'", state.Value);
    }

    [Fact]
    public async Task Mocks_ComponentAsInput_AreGivenTheComponent()
    {
        RecordingMocks mocks = new();
        Group group = null!;
        await Programs.RunAsync(mocks, () =>
        {
            group = new Group("group");
            _ = new Thing("thing", AnyArgs.Of(group));
        });

        Assert.Same(group, mocks["thing"].Inputs["value"]);
    }

    [Fact]
    public async Task InputMap_EntryThatIsSecret_StaysSoWhenEnumerated()
    {
        InputMap<int> map = new() { { "a", Output.CreateSecret(1) } };
        List<bool> secrets = [];
        await foreach (Input<KeyValuePair<string, int>> entry in map)
        {
            secrets.Add(await Output.IsSecretAsync(entry.ToOutput()));
        }

        Assert.Equal([true], secrets);
    }

    [Fact]
    public void Merge_EnvVarMappings_ChangesNeither()
    {
        CustomResourceOptions first = new() { EnvVarMappings = { ["A"] = "1" } };
        CustomResourceOptions merged = CustomResourceOptions.Merge(first, new CustomResourceOptions { EnvVarMappings = { ["A"] = "2" } });

        Assert.Equal(("1", "2"), (first.EnvVarMappings["A"], merged.EnvVarMappings["A"]));
    }

    private static int Run(Action run, int value)
    {
        run();
        return value;
    }
}
