using Rampart.Rules.Diagnostics;
using Rampart.Rules.Settings;

namespace Rampart.Rules.Tests.Settings;

public sealed class CheckDayTests
{
    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);
    }

    [Theory]
    [InlineData(null, "2026-12-31")]
    [InlineData("", "2026-12-31")]
    [InlineData("0", "1970-01-01")]
    [InlineData("1700000000", "2023-11-14")]
    [InlineData("253402300799", "9999-12-31")]
    public void TryFind_Environment_DecidesOverTheClock(string? variable, string expected)
    {
        Assert.True(CheckDay.TryFind(_ => variable, new FixedClock(), out DateOnly day, out Diagnostic? diagnostic), diagnostic?.ToString());
        Assert.Equal(expected, day.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("today")]
    [InlineData("-1")]
    [InlineData("253402300800")]
    public void TryFind_NoSeconds_IsTold(string variable)
    {
        Assert.False(CheckDay.TryFind(_ => variable, new FixedClock(), out _, out Diagnostic? diagnostic));
        Assert.Equal($"SOURCE_DATE_EPOCH: error RMP7059: '{variable}' is not a number of seconds since 1970; give one, or unset it for today", diagnostic.ToString());
    }
}
