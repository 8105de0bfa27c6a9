using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class OutputExtensionsTests
{
    private static readonly Output<ImmutableArray<int>> Numbers = Output.Create(ImmutableArray.Create(1, 2, 3));

    [Fact]
    public async Task OfArray_Known_GivesItems()
    {
        Assert.Equal(new OutputState("1"), await OutputState.OfAsync(Numbers.First()));
        Assert.Equal(new OutputState("2"), await OutputState.OfAsync(Numbers.GetAt(1)));
        Assert.Equal(new OutputState("3"), await OutputState.OfAsync(Numbers.GetAt(Output.Create(2))));
        Assert.Equal(new OutputState("3"), await OutputState.OfAsync(Numbers.Length()));
        Assert.Equal(new OutputState("3", IsSecret: true), await OutputState.OfAsync(Output.CreateSecret(Numbers).Length()));
        await Assert.ThrowsAsync<IndexOutOfRangeException>(() => OutputUtilities.GetValueAsync(Numbers.GetAt(3)));
    }

    [Fact]
    public async Task OfUnion_EitherType_GivesValue()
    {
        Output<Union<int, string>> first = Output.Create<Union<int, string>>(1);
        Output<Union<int, string>> second = Output.Create<Union<int, string>>("a");

        Assert.Equal(new OutputState("true"), await OutputState.OfAsync(first.IsT0()));
        Assert.Equal(new OutputState("false"), await OutputState.OfAsync(first.IsT1()));
        Assert.Equal(new OutputState("1"), await OutputState.OfAsync(first.AsT0()));
        Assert.Equal(new OutputState("'a'"), await OutputState.OfAsync(second.AsT1()));
        Assert.Equal(new OutputState("1"), await OutputState.OfAsync(first.Value()));
        Assert.Equal(new OutputState("'a'"), await OutputState.OfAsync(second.Value()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(first.AsT1()));
    }

    [Fact]
    public async Task DeferredOutput_Resolved_IsTheOtherOutput()
    {
        DeferredOutput<string> deferred = new();
        Output<string> applied = deferred.Output.Apply(static value => value + "!");

        deferred.Resolve(Output.CreateSecret("a"));

        Assert.Equal(new OutputState("'a!'", IsSecret: true), await OutputState.OfAsync(applied));
    }
}
