using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class InputTests
{
    [Fact]
    public async Task Convert_ValueOrOutput_GivesOutput()
    {
        Input<int> value = 1;
        Input<int> output = Output.CreateSecret(2);
        Output<int> back = output;

        Assert.Equal(new OutputState("1"), await OutputState.OfAsync(value.ToOutput()));
        Assert.Equal(new OutputState("2", IsSecret: true), await OutputState.OfAsync(output.ToOutput()));
        Assert.Equal(new OutputState("2", IsSecret: true), await OutputState.OfAsync(back));
    }

    [Fact]
    public async Task ToOutput_OfNull_GivesDefault()
    {
        Assert.Equal(new OutputState("0"), await OutputState.OfAsync(((Input<int>?)null).ToOutput()));
        Assert.Equal(new OutputState("null"), await OutputState.OfAsync(((Input<string>?)null).ToOutput()));
    }

    [Fact]
    public async Task Apply_EveryOverload_AppliesToTheValue()
    {
        Input<int> input = Output.CreateSecret(1);

        Assert.Equal(new OutputState("2", IsSecret: true), await OutputState.OfAsync(input.Apply(value => value + 1)));
        Assert.Equal(new OutputState("2", IsSecret: true), await OutputState.OfAsync(input.Apply(value => Outputs.LaterAsync(value + 1))));
        Assert.Equal(new OutputState("2", IsSecret: true), await OutputState.OfAsync(input.Apply(value => (Input<int>)(value + 1))));
        Assert.Equal(new OutputState("2", IsSecret: true), await OutputState.OfAsync(input.Apply(value => Output.Create(value + 1))));
        Assert.Equal(new OutputState("1"), await OutputState.OfAsync(((Input<int>?)null).Apply(value => value + 1)));
    }

    [Fact]
    public void Convert_NullInput_Throws() =>
        Assert.ThrowsAny<Exception>(() => (Output<int>)(Input<int>)null!);

    [Fact]
    public async Task Convert_DerivedInput_GivesItsOutput()
    {
        Input<System.Collections.Immutable.ImmutableArray<int>> list = new InputList<int> { 1, Output.CreateSecret(2) };

        Assert.Equal(new OutputState("[1, 2]", IsSecret: true), await OutputState.OfAsync(list.ToOutput()));
        Assert.Equal([1, 2], await OutputUtilities.GetValueAsync<System.Collections.Immutable.ImmutableArray<int>>(list));
    }
}
