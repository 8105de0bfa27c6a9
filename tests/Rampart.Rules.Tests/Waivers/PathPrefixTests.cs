using Rampart.Rules.Waivers;

namespace Rampart.Rules.Tests.Waivers;

public sealed class PathPrefixTests
{
    [Theory]
    [InlineData("spec.containers[1]", "spec.containers[1]", true)]
    [InlineData("spec.containers[1]", "spec.containers[1].image", true)]
    [InlineData("spec.containers[1]", "spec.containers[10].image", false)]
    [InlineData("spec.containers[1]", "spec.containers", false)]
    [InlineData("spec.containers", "spec.containers[0]", true)]
    [InlineData("spec.host", "spec.hostPID", false)]
    [InlineData("spec.host", "spec.host", true)]
    [InlineData("metadata.annotations[a.b/c]", "metadata.annotations[a.b/c]", true)]
    [InlineData("metadata.annotations[a.b/c]", "metadata.annotations[a.b/cd]", false)]
    [InlineData("[0]", "[0].condition", true)]
    public void Covers_Path_GoesByWholeSteps(string prefix, string path, bool expected)
    {
        Assert.True(PathPrefix.TryParse(prefix, out PathPrefix? parsed, out string? error), error);

        Assert.Equal(expected, parsed.Covers(path));
        Assert.Equal(prefix, parsed.ToString());
    }

    [Theory]
    [InlineData("spec.containers[1", "has a bracket that is not closed")]
    [InlineData("spec..x[", "has a step that is empty")]
    [InlineData("spec.containers[]", "has a step that is empty")]
    [InlineData("spec.[0]", "has a step that is empty")]
    [InlineData("spec.", "has a step that is empty")]
    [InlineData(".spec", "has a step that is empty")]
    [InlineData("", "has a step that is empty")]
    [InlineData("spec.containers0]", "closes a bracket that is not open")]
    [InlineData("spec.containers[0]]", "has no dot after a bracket")]
    [InlineData("spec.containers[0]image", "has no dot after a bracket")]
    public void TryParse_NoPath_SaysWhatIsWrong(string text, string problem)
    {
        Assert.False(PathPrefix.TryParse(text, out _, out string? error));

        Assert.Equal($"'{text}' {problem}", error);
    }

    [Fact]
    public void Everything_AnyPath_IsCovered()
    {
        Assert.True(PathPrefix.Everything.Covers(""));
        Assert.True(PathPrefix.Everything.Covers("spec"));
    }
}
