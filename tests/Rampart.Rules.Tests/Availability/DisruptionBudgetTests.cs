using Rampart.Rules.Availability;

namespace Rampart.Rules.Tests.Availability;

public sealed class DisruptionBudgetTests
{
    private const string Blocked = "no pod may be evicted, so a node drain never ends: ";

    // minAvailable, maxUnavailable, pods, evictions, line
    public static TheoryData<string?, string?, int, int, string> Budgets => new()
    {
        { "2", null, 2, 0, Blocked + "minAvailable 2 keeps 2 of 2" },
        { "2", null, 3, 1, "1 of 3 pods may be evicted at a time" },
        { "5", null, 3, 0, Blocked + "minAvailable 5 keeps 5 of 3" },
        { "0", null, 1, 1, "1 of 1 pod may be evicted at a time" },
        { "50%", null, 3, 1, "1 of 3 pods may be evicted at a time" },
        { "67%", null, 3, 0, Blocked + "minAvailable 67% keeps 3 of 3" },
        { "100%", null, 4, 0, Blocked + "minAvailable 100% keeps 4 of 4" },
        { null, "1", 1, 1, "1 of 1 pod may be evicted at a time" },
        { null, "1", 3, 1, "1 of 3 pods may be evicted at a time" },
        { null, "0", 3, 0, Blocked + "maxUnavailable 0 keeps 3 of 3" },
        { null, "0%", 3, 0, Blocked + "maxUnavailable 0% keeps 3 of 3" },
        { null, "1%", 3, 1, "1 of 3 pods may be evicted at a time" },
        { null, "25%", 2, 1, "1 of 2 pods may be evicted at a time" },
        { null, "9", 2, 2, "2 of 2 pods may be evicted at a time" },
        { null, null, 3, 0, Blocked + "neither minAvailable nor maxUnavailable is set" },
        { "2", null, 0, 0, "there are no pods to evict" },
    };

    [Theory, MemberData(nameof(Budgets))]
    public void AllowedDisruptions_Budget_IsWhatTheControllerComputes(
        string? minAvailable, string? maxUnavailable, int pods, int evictions, string line)
    {
        DisruptionBudget budget = new(Parse(minAvailable), Parse(maxUnavailable));

        Assert.Equal(evictions, budget.AllowedDisruptions(pods));
        Assert.Equal(evictions > 0 || pods == 0, budget.LeavesAnEviction(pods));
        Assert.Equal(line, budget.Describe(pods));
    }

    [Theory]
    [InlineData("1", null, null)]
    [InlineData(null, "100%", null)]
    [InlineData(null, null, null)]
    [InlineData("1", "1", "minAvailable and maxUnavailable are both set; set one of them")]
    [InlineData("101%", null, "minAvailable is 101%; give at most 100%")]
    [InlineData(null, "200%", "maxUnavailable is 200%; give at most 100%")]
    public void Problem_Budget_IsWhatTheApiServerRejects(string? minAvailable, string? maxUnavailable, string? expected) =>
        Assert.Equal(expected, new DisruptionBudget(Parse(minAvailable), Parse(maxUnavailable)).Problem);

    private static IntOrPercent? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Assert.True(IntOrPercent.TryParse(text, out IntOrPercent value, out string? error), error);
        return value;
    }
}
