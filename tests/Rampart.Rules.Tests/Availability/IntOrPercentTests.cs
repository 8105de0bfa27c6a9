using Rampart.Rules.Availability;

namespace Rampart.Rules.Tests.Availability;

public sealed class IntOrPercentTests
{
    // text, total, rounded up, rounded down
    public static TheoryData<string, int, int, int> Shares => new()
    {
        { "0", 5, 0, 0 },
        { "2", 5, 2, 2 },
        { "7", 5, 7, 7 },
        { "0%", 5, 0, 0 },
        { "25%", 4, 1, 1 },
        { "25%", 5, 2, 1 },
        { "1%", 5, 1, 0 },
        { "50%", 3, 2, 1 },
        { "100%", 3, 3, 3 },
        { "150%", 3, 5, 4 },
        { "2147483647%", 2147483647, 2147483647, 2147483647 },
    };

    [Theory, MemberData(nameof(Shares))]
    public void Of_Total_RoundsAsKubernetesDoes(string text, int total, int up, int down)
    {
        Assert.True(IntOrPercent.TryParse(text, out IntOrPercent value, out string? error), error);

        Assert.Equal((up, down), (value.Of(total), value.OfRoundedDown(total)));
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [InlineData(null, "'' is neither a whole number nor a percentage")]
    [InlineData("", "'' is neither a whole number nor a percentage")]
    [InlineData("%", "'%' is neither a whole number nor a percentage")]
    [InlineData("-1", "'-1' is neither a whole number nor a percentage")]
    [InlineData("2.5%", "'2.5%' is neither a whole number nor a percentage")]
    [InlineData("50 %", "'50 %' is neither a whole number nor a percentage")]
    [InlineData("4294967297", "'4294967297' is neither a whole number nor a percentage")]
    public void TryParse_InvalidText_SaysWhy(string? text, string expected)
    {
        Assert.False(IntOrPercent.TryParse(text, out _, out string? error));

        Assert.Equal(expected, error);
    }

    [Fact]
    public void Create_NegativeNumber_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => IntOrPercent.Count(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => IntOrPercent.Percent(-1));
        Assert.Equal("3", IntOrPercent.Count(3).ToString());
        Assert.Equal("30%", IntOrPercent.Percent(30).ToString());
    }
}
