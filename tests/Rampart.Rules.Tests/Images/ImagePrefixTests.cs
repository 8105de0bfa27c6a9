using Rampart.Rules.Images;

namespace Rampart.Rules.Tests.Images;

public sealed class ImagePrefixTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // The images that a list for SpiceDB has to tell apart: image, allowed.
    public static TheoryData<string, bool> SpiceDbImages => new()
    {
        { "authzed/spicedb:v1.56.0", true },
        { "authzed/spicedb", true },
        { "docker.io/authzed/spicedb:v1.56.0", true },
        { "index.docker.io/authzed/spicedb:v1.56.0", true },
        { "authzed/spicedb" + Digest, true },
        { "authzed/spicedb:latest" + Digest, true },
        { "ghcr.io/authzed/spicedb:v1.56.0", true },
        { "ghcr.io/authzed/zed:v1", true },
        { "authzed/spicedb-evil:v1", false },
        { "authzed-evil/spicedb:v1", false },
        { "ghcr.io/authzed-evil/spicedb:v1", false },
        { "ghcr.io.evil.com/authzed/spicedb:v1", false },
        { "evil.com/docker.io/authzed/spicedb:v1", false },
        { "authzed:5000/spicedb", false },
        { "nginx", false },
        { "localhost/authzed/spicedb", false },
        { "registry:5000/spicedb", false },
        { "ghcr.io:443/authzed/spicedb:v1", false },
        { "quay.io/authzed/spicedb:v1", false },
    };

    // prefix, image, covered
    public static TheoryData<string, string, bool> Prefixes => new()
    {
        { "ghcr.io", "ghcr.io/a/b", true },
        { "ghcr.io/", "ghcr.io/a", true },
        { "ghcr.io", "ghcr.io:443/a", false },
        { "registry:5000", "registry:5000/a", true },
        { "registry:5000", "registry/a", false },
        { "localhost", "localhost/a", true },
        { "[::1]:5000", "[::1]:5000/a", true },
        { "docker.io", "nginx", true },
        { "index.docker.io", "nginx", true },
        { "index.docker.io/authzed", "authzed/spicedb", true },
        { "docker.io/authzed", "docker.io/authzed/spicedb", true },
        { "docker.io/authzed", "authzed", false },
        { "authzed/", "authzed/spicedb", true },
        { "authzed/", "library/authzed", false },
        { "authzed/spicedb", "authzed/spicedb:v1", true },
        { "authzed/spicedb", "authzed/spicedb/extra:v1", true },
        { "authzed/spicedb", "authzed/spice", false },
        { "nginx", "docker.io/library/nginx:1", true },
        { "nginx", "nginx/nginx-ingress", false },
        { "quay.io/team/x", "quay.io/team/x", true },
    };

    // prefix, error
    public static TheoryData<string?, string> Errors => new()
    {
        { null, "'' is not an image prefix: it is empty" },
        { "", "'' is not an image prefix: it is empty" },
        { "/", "'/' is not an image prefix: it is empty" },
        { "authzed/*", "'authzed/*' is not an image prefix: it has a wildcard, and a prefix covers all below it without one" },
        { "authzed/spicedb:v1", "'authzed/spicedb:v1' is not an image prefix: it has a tag" },
        { "authzed/spicedb" + Digest, $"'authzed/spicedb{Digest}' is not an image prefix: it has a digest" },
        { "ghcr.io//x", "'ghcr.io//x' is not an image prefix: unexpected '/' at character 9 in the repository name" },
        { "ghcr.io:x", "'ghcr.io:x' is not an image prefix: unexpected 'x' at character 9 in the port" },
        { "Authzed", "'Authzed' is not an image prefix: unexpected 'A' at character 1 in the repository name; it must be lower case" },
    };

    [Theory, MemberData(nameof(SpiceDbImages))]
    public void Covers_ListForSpiceDb_AllowsNothingElse(string image, bool expected)
    {
        ImagePrefix[] allowed = [Parse("docker.io/authzed/spicedb"), Parse("ghcr.io/authzed/")];

        Assert.Equal(expected, allowed.Any(prefix => prefix.Covers(ImageReference.Parse(image))));
    }

    [Theory, MemberData(nameof(Prefixes))]
    public void Covers_WholeSegments_Match(string prefix, string image, bool expected) =>
        Assert.Equal(expected, Parse(prefix).Covers(ImageReference.Parse(image)));

    [Theory, MemberData(nameof(Errors))]
    public void TryParse_InvalidText_SaysWhy(string? text, string expected)
    {
        Assert.False(ImagePrefix.TryParse(text, out ImagePrefix? prefix, out string? error));

        Assert.Null(prefix);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void ToString_Prefix_IsWhatWasWritten() => Assert.Equal("authzed/", Parse("authzed/").ToString());

    private static ImagePrefix Parse(string text)
    {
        Assert.True(ImagePrefix.TryParse(text, out ImagePrefix? prefix, out string? error), error);
        return prefix;
    }
}
