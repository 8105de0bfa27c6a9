using Rampart.Rules.Policies;

namespace Rampart.Rules.Tests.Policies;

public sealed class ImagePatternTests
{
    public static TheoryData<string, bool> WithoutRegistry => new()
    {
        { "", false },
        { "*", false },
        { "*/app:*", false },
        { "nginx", true },
        { "nginx:*", true },
        { "nginx*", false },
        { "authzed/spicedb:*", true },
        { "authzed/*", true },
        { "authzed*/x", false },
        { "docker.io/authzed/*", false },
        { "docker.io*", false },
        { "localhost/app", false },
        { "registry:5000/app", false },
    };

    public static TheoryData<string, bool> Open => new()
    {
        { "", false },
        { "*", false },
        { "docker.io/authzed/*", false },
        { "docker.io/authzed/spicedb:*", false },
        { "docker.io/authzed/spicedb@*", false },
        { "docker.io/authzed/spicedb:v1.*", false },
        { "docker.io/authzed/spicedb", false },
        { "docker.io/authzed/spicedb*", true },
        { "docker.io/authzed*", true },
        { "authzed*", true },
        { "docker.io/**", false },
    };

    public static TheoryData<string, bool> TagsOnly => new()
    {
        { "docker.io/authzed/spicedb:*", true },
        { "docker.io/authzed/spicedb:v1", true },
        { "docker.io/authzed/spicedb@sha256:*", false },
        { "docker.io/authzed/spicedb*", false },
        { "registry:5000/app*", false },
        { "nginx:*", true },
        { "docker.io/", false },
    };

    [Theory]
    [MemberData(nameof(WithoutRegistry))]
    public void NamesNoRegistry_Pattern_TellsWhetherItIsOnDockerHub(string pattern, bool expected) =>
        Assert.Equal(expected, ImagePattern.NamesNoRegistry(pattern));

    [Theory]
    [MemberData(nameof(Open))]
    public void EndsInName_Pattern_TellsWhetherOthersGoOnDifferently(string pattern, bool expected) =>
        Assert.Equal(expected, ImagePattern.EndsInName(pattern));

    [Theory]
    [MemberData(nameof(TagsOnly))]
    public void MatchesTagsOnly_Pattern_TellsWhetherDigestsAreLeftOut(string pattern, bool expected) =>
        Assert.Equal(expected, ImagePattern.MatchesTagsOnly(pattern));
}
