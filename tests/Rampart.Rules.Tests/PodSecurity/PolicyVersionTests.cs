using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Tests.PodSecurity;

public sealed class PolicyVersionTests
{
    [Theory]
    [InlineData("latest")]
    [InlineData("v1.0")]
    [InlineData("v1.9")]
    [InlineData("v1.10")]
    [InlineData("v1.35")]
    [InlineData("v1.4294967296")]
    public void TryParse_Version_KeepsItsText(string text)
    {
        Assert.True(PolicyVersion.TryParse(text, out PolicyVersion version));

        Assert.Equal(text, version.ToString());
        Assert.Equal(text == "latest", version.IsLatest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Latest")]
    [InlineData("1.35")]
    [InlineData("v1")]
    [InlineData("v1.")]
    [InlineData("v1.01")]
    [InlineData("v1.00")]
    [InlineData("v1.+1")]
    [InlineData("v1.-1")]
    [InlineData("v1.1 ")]
    [InlineData("v1.1.0")]
    [InlineData("v2.0")]
    [InlineData("v1.99999999999999999999")]
    [InlineData("v1.\u0663")]
    public void TryParse_OtherText_GivesLatest(string? text)
    {
        Assert.False(PolicyVersion.TryParse(text, out PolicyVersion version));

        Assert.Equal(PolicyVersion.Latest, version);
    }

    [Fact]
    public void Order_Latest_IsNewerThanAll()
    {
        Assert.True(PolicyVersion.V1(9) < PolicyVersion.V1(10));
        Assert.True(PolicyVersion.V1(99) <= PolicyVersion.Latest);
        Assert.True(PolicyVersion.Latest > PolicyVersion.Newest);
        Assert.True(PolicyVersion.Newest >= PolicyVersion.V1(37));
        Assert.Equal("v1.37", PolicyVersion.Newest.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => PolicyVersion.V1(-1));
    }
}
