using System.Collections.Immutable;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Tests.Model;

public sealed class EquatableArrayTests
{
    public static TheoryData<string[]?, string[]?, bool> Pairs => new()
    {
        { ["a", "b"], ["a", "b"], true },
        { ["a", "b"], ["b", "a"], false },
        { ["a"], ["a", "b"], false },
        { [], [], true },
        { [], null, true },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Equals_TwoArrays_ComparesTheItems(string[]? left, string[]? right, bool expected)
    {
        EquatableArray<string> first = Of(left), second = Of(right);

        Assert.Equal(expected, first.Equals(second));
        Assert.Equal(expected, first.GetHashCode() == second.GetHashCode());
    }

    private static EquatableArray<string> Of(string[]? items) => items is null ? default : new(ImmutableArray.Create(items));
}
