using Rampart.Rules.Availability;

namespace Rampart.Rules.Tests.Availability;

public sealed class RollingUpdateTests
{
    // replicas, surge, unavailable, grace period, seconds until a new pod is available, pods of the surge, ending pods
    public static TheoryData<int, string, string, int, int, int, int> Updates => new()
    {
        // Nothing holds new pods back: at the last one all old pods but those of the surge are ending.
        { 8, "1", "0", 30, 0, 1, 7 },
        { 3, "1", "0", 30, 0, 1, 2 },
        { 1, "1", "0", 30, 0, 1, 0 },
        { 8, "0", "1", 30, 0, 0, 8 },
        { 8, "25%", "25%", 30, 0, 2, 6 },
        { 4, "100%", "0", 30, 0, 4, 0 },
        { 4, "300%", "0", 30, 0, 4, 0 },
        { 4, "0", "100%", 30, 0, 0, 4 },
        { 0, "1", "0", 30, 0, 0, 0 },

        // A new pod takes ten seconds: in thirty seconds each place is filled four times at most.
        { 8, "1", "0", 30, 10, 1, 4 },
        { 8, "1", "1", 30, 10, 1, 7 },
        { 100, "1", "1", 30, 10, 1, 8 },
        { 100, "0", "0", 30, 31, 0, 1 },
        { 100, "1", "0", 30, 31, 1, 1 },

        // A pod that may take no time to end counts no longer.
        { 8, "1", "0", 0, 0, 1, 0 },
    };

    [Theory, MemberData(nameof(Updates))]
    public void EndingOf_Replicas_IsTheMostAtATime(int replicas, string surge, string unavailable, int grace, int seconds, int added, int ending)
    {
        Assert.True(IntOrPercent.TryParse(surge, out IntOrPercent maxSurge, out _));
        Assert.True(IntOrPercent.TryParse(unavailable, out IntOrPercent maxUnavailable, out _));
        RollingUpdate update = new(maxSurge, maxUnavailable, grace, seconds);

        Assert.Equal(added, update.SurgeOf(replicas));
        Assert.Equal(ending, update.EndingOf(replicas));
    }
}
