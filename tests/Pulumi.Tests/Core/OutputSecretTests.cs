namespace Pulumi.Tests;

/// <summary>CreateSecret, Unsecret and IsSecretAsync.</summary>
public sealed class OutputSecretTests
{
    public static IEnumerable<TheoryDataRow<Place, Shape>> Cases() =>
        from place in Enum.GetValues<Place>()
        from shape in Shape.All
        select new TheoryDataRow<Place, Shape>(place, shape) { TestDisplayName = $"{place}, {shape}" };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task CreateSecret_OfOutput_ChangesTheSecretMarkOnly(Place place, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);

        OutputState state = await Programs.RunAsync(place, () => OutputState.OfAsync(Output.CreateSecret(Outputs.Create(shape, 1))));

        Assert.Equal(new OutputState(shape.IsKnown ? "1" : "", shape.IsKnown, IsSecret: true), state);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Unsecret_OfOutput_ChangesTheSecretMarkOnly(Place place, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);

        OutputState state = await Programs.RunAsync(place, () => OutputState.OfAsync(Output.Unsecret(Outputs.Create(shape, 1))));

        Assert.Equal(new OutputState(shape.IsKnown ? "1" : "", shape.IsKnown, IsSecret: false), state);
    }

    [Fact]
    public async Task CreateSecret_OfValueOrTask_IsSecret()
    {
        Assert.Equal(new OutputState("1", IsSecret: true), await OutputState.OfAsync(Output.CreateSecret(1)));
        Assert.Equal(new OutputState("1", IsSecret: true), await OutputState.OfAsync(Output.CreateSecret(Task.FromResult(1))));
        Assert.Equal(new OutputState("1", IsSecret: true), await OutputState.OfAsync(Output.CreateSecret(Outputs.LaterAsync(1))));
    }

    [Fact]
    public async Task Create_OfOutputType_TakesTheTask() =>
        Assert.Equal(new OutputState("1"), await OutputState.OfAsync(Output<int>.Create(Outputs.LaterAsync(1))));

    [Fact]
    public async Task CreateSecret_OfResourceOutput_KeepsResources()
    {
        OutputState secret = null!, plain = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Thing a = new("a");
            secret = await OutputState.OfAsync(Output.CreateSecret(a.Id));
            plain = await OutputState.OfAsync(Output.Unsecret(Output.CreateSecret(a.Id)));
        });

        Assert.Equal(new OutputState("'a-id'", IsSecret: true, Resources: "a"), secret);
        Assert.Equal(new OutputState("'a-id'", Resources: "a"), plain);
    }
}
