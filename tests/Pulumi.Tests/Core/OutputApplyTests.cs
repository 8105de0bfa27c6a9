namespace Pulumi.Tests;

/// <summary>Everything that Apply's result can be, for everything that its source and its callback can be.</summary>
public sealed class OutputApplyTests
{
    private const int Value = 20;
    private const int Result = 21;

    public static IEnumerable<TheoryDataRow<Place, Shape, string, Shape>> Cases()
    {
        foreach (Place place in Enum.GetValues<Place>())
        {
            foreach (Shape source in Shape.All)
            {
                foreach ((string overload, IEnumerable<Shape> results) in Overloads)
                {
                    foreach (Shape result in results)
                    {
                        yield return new TheoryDataRow<Place, Shape, string, Shape>(place, source, overload, result)
                        {
                            TestDisplayName = $"Apply {place}, {source} source, callback gives {result} {overload}",
                        };
                    }
                }
            }
        }
    }

    private static readonly (string Overload, IEnumerable<Shape> Results)[] Overloads =
    [
        ("value", [Shape.Plain]),
        ("task of a value", [Shape.Plain, Shape.Plain with { IsLater = true }]),
        ("task", [Shape.Plain, Shape.Plain with { IsLater = true }]),
        ("input", Shape.All),
        ("output", Shape.All),
        ("null input", [Shape.Plain]),
        ("null output", [Shape.Plain]),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Apply_AnyShape_KeepsMarks(Place place, Shape source, string overload, Shape result)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(result);
        int calls = 0;
        OutputState state = await Programs.RunAsync(place, () =>
        {
            Output<int> output = Outputs.Create(source, Value);
            Task<OutputState> task = overload switch
            {
                "value" => OutputState.OfAsync(output.Apply(value =>
                {
                    calls++;
                    return value + 1;
                })),
                "task of a value" => OutputState.OfAsync(output.Apply(value =>
                {
                    calls++;
                    return result.IsLater ? Outputs.LaterAsync(value + 1) : Task.FromResult(value + 1);
                })),
                "task" => OutputState.OfAsync(output.Apply(value =>
                {
                    calls++;
                    return (Task)(result.IsLater ? Outputs.LaterAsync(value) : Task.CompletedTask);
                })),
                "input" => OutputState.OfAsync(output.Apply(value =>
                {
                    calls++;
                    return (Input<int>)Outputs.Create(result, value + 1);
                })),
                "output" => OutputState.OfAsync(output.Apply(value =>
                {
                    calls++;
                    return Outputs.Create(result, value + 1);
                })),
                "null input" => OutputState.OfAsync(output.Apply(_ =>
                {
                    calls++;
                    return (Input<int>?)null;
                })),
                _ => OutputState.OfAsync(output.Apply(_ =>
                {
                    calls++;
                    return (Output<int>?)null;
                })),
            };
            return task;
        });

        Assert.Equal(source.IsKnown ? 1 : 0, calls);
        bool isKnown = source.IsKnown && result.IsKnown;
        string value = overload switch
        {
            "task" => "()",
            "null input" or "null output" => "0",
            _ => Text.Of(Result),
        };
        Assert.Equal(
            new OutputState(isKnown ? value : "", isKnown, source.IsSecret || (source.IsKnown && result.IsSecret)),
            state);
    }

    [Fact]
    public async Task Apply_OfAppliedOutputs_UnitesResources()
    {
        OutputState state = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Thing a = new("a");
            Thing b = new("b");
            state = await OutputState.OfAsync(a.Urn.Apply(_ => b.Id).Apply(id => id + "!"));
        });

        Assert.Equal(new OutputState("'b-id!'", Resources: "a b"), state);
    }

    [Fact]
    public async Task Apply_OfUnknown_KeepsResourcesOfSourceOnly()
    {
        OutputState state = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Preview, async () =>
        {
            Thing a = new("a");
            Thing b = new("b");
            state = await OutputState.OfAsync(Output.CreateSecret(a.Text).Apply(_ => b.Id));
        });

        Assert.Equal(new OutputState("", IsKnown: false, IsSecret: true, Resources: "a"), state);
    }

    [Fact]
    public async Task Apply_OverManyLevels_GivesInnermostValue()
    {
        Output<int> output = Output.Create(0);
        for (int i = 0; i < 1000; i++)
        {
            output = i % 2 == 0 ? output.Apply(value => value + 1) : output.Apply(value => Output.Create(Outputs.LaterAsync(value + 1)));
        }

        Assert.Equal(new OutputState("1000"), await OutputState.OfAsync(output));
    }
}
