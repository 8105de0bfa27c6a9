using Rampart.Rules.Images.Verification;

namespace Rampart.Rules.Tests.Images;

public sealed class WildcardPatternTests
{
    // pattern, text, whether it matches, and whether it does when one star stops at a slash
    public static TheoryData<string, string, bool, bool> Patterns => new()
    {
        { "", "", true, true },
        { "", "a", false, false },
        { "a", "", false, false },
        { "*", "", true, true },
        { "*", "a/b", true, false },
        { "**", "a/b", true, true },
        { "a*", "abc", true, true },
        { "a*c", "abd", false, false },
        { "a?c", "abc", true, true },
        { "a?c", "ac", false, false },
        { "?", "/", true, true },
        { "*/spicedb:*", "docker.io/authzed/spicedb:v1", true, false },
        { "*/*/spicedb:*", "docker.io/authzed/spicedb:v1", true, true },
        { "**/spicedb:*", "docker.io/authzed/spicedb:v1", true, true },
        { "docker.io/authzed/spicedb*", "docker.io/authzed/spicedb-evil:v1", true, true },
        { "docker.io/authzed/spicedb:*", "docker.io/authzed/spicedb-evil:v1", false, false },
        { "a*b*a*b", "ababab", true, true },
        { "a*b*a*b*c", "ababab", false, false },
    };

    [Theory, MemberData(nameof(Patterns))]
    public void Matches_PatternAndText_ComparesAllOfBoth(string pattern, string text, bool expected, bool whenStarStops)
    {
        Assert.Equal(expected, WildcardPattern.Matches(pattern, text, starStopsAtSlash: false));
        Assert.Equal(whenStarStops, WildcardPattern.Matches(pattern, text, starStopsAtSlash: true));
    }

    [Fact]
    public void Matches_AThousandStars_Ends() =>
        Assert.False(WildcardPattern.Matches(string.Concat(Enumerable.Repeat("*a", 1000)) + "b", new string('a', 1000), starStopsAtSlash: false));
}
