namespace Pulumi.Tests;

public sealed class UnionTests
{
    private static readonly Union<int, string> First = 1;
    private static readonly Union<int, string> Second = "a";

    [Fact]
    public void As_OneOfTheTypes_GivesValueOrThrows()
    {
        Assert.True(First.IsT0);
        Assert.False(First.IsT1);
        Assert.Equal(1, First.AsT0);
        Assert.Equal(1, First.Value);
        Assert.True(Second.IsT1);
        Assert.Equal("a", Second.AsT1);
        Assert.Equal("a", Second.Value);
        Assert.Equal("Cannot return as T0 as result is T1", Assert.Throws<InvalidOperationException>(() => Second.AsT0).Message);
        Assert.Equal("Cannot return as T1 as result is T0", Assert.Throws<InvalidOperationException>(() => First.AsT1).Message);
    }

    [Fact]
    public void Match_OneOfTheTypes_RunsItsFunction()
    {
        Assert.Equal("1!", First.Match(number => number + "!", text => text + "?"));
        Assert.Equal("a?", Second.Match(number => number + "!", text => text + "?"));
        List<object> seen = [];
        First.Switch(number => seen.Add(number), text => seen.Add(text));
        Second.Switch(number => seen.Add(number), text => seen.Add(text));
        Assert.Equal([1, "a"], seen);
    }

    [Fact]
    public void Map_OneOfTheTypes_ChangesItsValueOnly()
    {
        Assert.Equal(Union<double, string>.FromT0(1.5), First.MapT0(number => number + 0.5));
        Assert.Equal(Union<int, int>.FromT0(1), First.MapT1(text => text.Length));
        Assert.Equal(Union<int, int>.FromT1(1), Second.MapT1(text => text.Length));
        Assert.Equal(Union<string, int>.FromT1(1), Second.Bimap(number => "", text => text.Length));
    }

    [Fact]
    public void TryPick_OneOfTheTypes_GivesValueAndRemainder()
    {
        Assert.True(First.TryPickT0(out int number, out string? rest));
        Assert.Equal((1, null), (number, rest));
        Assert.False(First.TryPickT1(out string? text, out int remainder));
        Assert.Equal((null, 1), (text, remainder));
        Assert.True(Second.TryPickT1(out text, out remainder));
        Assert.Equal(("a", 0), (text, remainder));
    }

    [Fact]
    public void Equals_SameTypeAndValue_IsTrue()
    {
        Assert.True(First == Union<int, string>.FromT0(1));
        Assert.True(First != Second);
        Assert.True(First.Equals((object)Union<int, string>.FromT0(1)));
        Assert.False(First.Equals((object?)null));
        Assert.Equal(First.GetHashCode(), Union<int, string>.FromT0(1).GetHashCode());
        Assert.Equal(default, Union<int, string>.FromT0(0));
    }

    [Fact]
    public void ToString_OneOfTheTypes_NamesTypeAndValue()
    {
        Assert.Equal("System.Int32: 1", First.ToString());
        Assert.Equal("System.String: a", Second.ToString());
        Assert.Equal("System.String: ", Union<int, string>.FromT1(null!).ToString());
    }
}
