using CsCheck;
using Rampart.Rules.Images;

namespace Rampart.Rules.Tests.Images;

public sealed class ImageReferenceTests
{
    private const string Sha256 = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // text, domain, path, tag, digest, familiar text
    public static TheoryData<string, string, string, string?, string?, string> Texts => new()
    {
        { "nginx", "docker.io", "library/nginx", null, null, "nginx" },
        { "nginx:1.29", "docker.io", "library/nginx", "1.29", null, "nginx:1.29" },
        { "library/nginx", "docker.io", "library/nginx", null, null, "nginx" },
        { "docker.io/nginx", "docker.io", "library/nginx", null, null, "nginx" },
        { "index.docker.io/nginx", "docker.io", "library/nginx", null, null, "nginx" },
        { "library/foo/bar", "docker.io", "library/foo/bar", null, null, "library/foo/bar" },
        { "authzed/spicedb:v1.56.0", "docker.io", "authzed/spicedb", "v1.56.0", null, "authzed/spicedb:v1.56.0" },
        { "index.docker.io/authzed/spicedb", "docker.io", "authzed/spicedb", null, null, "authzed/spicedb" },
        { $"authzed/spicedb@{Sha256}", "docker.io", "authzed/spicedb", null, Sha256, $"authzed/spicedb@{Sha256}" },
        { $"spicedb:v1@{Sha256}", "docker.io", "library/spicedb", "v1", Sha256, $"spicedb:v1@{Sha256}" },
        { "ghcr.io/authzed/spicedb:v1", "ghcr.io", "authzed/spicedb", "v1", null, "ghcr.io/authzed/spicedb:v1" },
        { "registry:5000/spicedb", "registry:5000", "spicedb", null, null, "registry:5000/spicedb" },
        { "registry:5000/spicedb:5050", "registry:5000", "spicedb", "5050", null, "registry:5000/spicedb:5050" },
        { "registry:5000", "docker.io", "library/registry", "5000", null, "registry:5000" },
        { "192.168.1.1:5000/repo", "192.168.1.1:5000", "repo", null, null, "192.168.1.1:5000/repo" },
        { "192.168.1.1:5000", "docker.io", "library/192.168.1.1", "5000", null, "192.168.1.1:5000" },
        { "localhost/app", "localhost", "app", null, null, "localhost/app" },
        { "localhost", "docker.io", "library/localhost", null, null, "localhost" },
        { "[2001:db8::1]:5000/repo:tag", "[2001:db8::1]:5000", "repo", "tag", null, "[2001:db8::1]:5000/repo:tag" },
        { "[::1]/repo", "[::1]", "repo", null, null, "[::1]/repo" },
        { "LOCALDOMAIN/app", "LOCALDOMAIN", "app", null, null, "LOCALDOMAIN/app" },
        { "Example.COM/app", "Example.COM", "app", null, null, "Example.COM/app" },
        { "xn--n3h.com/myimage:xn--n3h.com", "xn--n3h.com", "myimage", "xn--n3h.com", null, "xn--n3h.com/myimage:xn--n3h.com" },
        { "foo_bar.com:8080", "docker.io", "library/foo_bar.com", "8080", null, "foo_bar.com:8080" },
        { "my_site.com/app", "", "my_site.com/app", null, null, "my_site.com/app" },
        { "doc---ker/dock__er.a_b", "docker.io", "doc---ker/dock__er.a_b", null, null, "doc---ker/dock__er.a_b" },
        { "app:_V1.0-rc.1", "docker.io", "library/app", "_V1.0-rc.1", null, "app:_V1.0-rc.1" },
        { "example.com/" + new string('a', 255), "example.com", new string('a', 255), null, null, "example.com/" + new string('a', 255) },
        { "a:" + new string('t', 128), "docker.io", "library/a", new string('t', 128), null, "a:" + new string('t', 128) },
        {
            "docker.io/" + new string('f', 64), "docker.io", "library/" + new string('f', 64), null, null, new string('f', 64)
        },
        {
            "a@sha512:" + new string('0', 128), "docker.io", "library/a", null, "sha512:" + new string('0', 128),
            "a@sha512:" + new string('0', 128)
        },
    };

    // text, problem
    public static TheoryData<string?, string> Errors => new()
    {
        { null, "it is empty" },
        { "", "it is empty" },
        { " nginx", "unexpected ' ' at character 1 in the repository name" },
        { "nginx ", "unexpected ' ' at character 6 in the repository name" },
        { "nginx\n", "unexpected '\\u000A' at character 6 in the repository name" },
        { "https://ghcr.io/authzed/spicedb", "it starts with a URL scheme" },
        { new string('a', 64), "64 hexadecimal digits are the id of an image, not its name" },
        { "Nginx", "unexpected 'N' at character 1 in the repository name; it must be lower case" },
        { "authzed/SpiceDB:v1", "unexpected 'S' at character 9 in the repository name; it must be lower case" },
        { "docker///docker", "unexpected '/' at character 8 in the repository name" },
        { "docker/", "it ends too early, in the repository name" },
        { "/docker", "unexpected '/' at character 1 in the repository name" },
        { ":tag", "unexpected ':' at character 1 in the repository name" },
        { $"@{Sha256}", "unexpected '@' at character 1 in the repository name" },
        { "-docker/docker", "unexpected '-' at character 1 in the repository name" },
        { "docker-/docker", "unexpected '/' at character 8 in the repository name" },
        { "docker-", "it ends too early, in the repository name" },
        { "dock..er/docker", "unexpected '.' at character 6 in the domain" },
        { "docker/dock..er", "'..' at character 12 is no separator; one dot, one or two underscores or any dashes are" },
        { "dock_-er", "'_-' at character 5 is no separator; one dot, one or two underscores or any dashes are" },
        { "dock___er", "'___' at character 5 is no separator; one dot, one or two underscores or any dashes are" },
        { "aa/asdf$$^/aa", "unexpected '$' at character 8 in the repository name" },
        { "-docker.io/a", "unexpected '-' at character 1 in the domain" },
        { "docker-.io/a", "unexpected '-' at character 7 in the domain" },
        { "docker.io-/a", "unexpected '-' at character 10 in the domain" },
        { "docker.io:/a", "it ends too early, in the port" },
        { "docker.io:80a/a", "unexpected 'a' at character 13 in the port" },
        { "fc00::1:5000/debian", "unexpected ':' at character 6 in the port" },
        { "[fc00::1", "unexpected '[' at character 1 in the repository name" },
        { "[fc00::1/a", "the IPv6 address has no closing bracket" },
        { "[:]:", "unexpected '[' at character 1 in the repository name" },
        { "[]:80/a", "unexpected ']' at character 2 in the IPv6 address" },
        { "[fe80::1%eth0]:5000/repo", "unexpected '%' at character 9 in the IPv6 address" },
        { "[2001:db8:3:4::192.0.2.33]:5000/debian", "unexpected '.' at character 19 in the IPv6 address" },
        { "[::1]x/repo", "unexpected 'x' at character 6 in the domain" },
        { "My_Site/app", "unexpected '_' at character 3 in the domain" },
        { "nginx:", "the tag after ':' at character 6 is empty" },
        { $"nginx:@{Sha256}", "the tag after ':' at character 6 is empty" },
        { "nginx:-1", "unexpected '-' at character 7 in the tag" },
        { "nginx:1:2", "unexpected ':' at character 8 in the tag" },
        { "a/nginx:1/2", "unexpected '/' at character 10 in the tag" },
        { "nginx:" + new string('t', 129), "the tag has 129 characters, and 128 are allowed" },
        { "example.com/" + new string('a', 256), "the repository name has 256 characters, and 255 are allowed" },
        { "nginx@", "'' is not a digest algorithm; sha256, sha384 and sha512 are" },
        { "nginx@sha256", "a sha256 digest has 64 hexadecimal digits, not 0" },
        { "nginx@md5:0123", "'md5' is not a digest algorithm; sha256, sha384 and sha512 are" },
        { "nginx@SHA256:0123", "'SHA256' is not a digest algorithm; sha256, sha384 and sha512 are" },
        { "nginx@sha256:0123", "a sha256 digest has 64 hexadecimal digits, not 4" },
        { "nginx@sha256:" + new string('F', 64), "unexpected 'F' at character 14 in the digest; it must be lower case" },
        { $"nginx@{Sha256}:v1", "a sha256 digest has 64 hexadecimal digits, not 67" },
    };

    // text, tag, digest, latest, debug
    public static TheoryData<string, bool, bool, bool, bool> Traits => new()
    {
        { "nginx", false, false, true, false },
        { "nginx:latest", true, false, true, false },
        { "nginx:1.29", true, false, false, false },
        { $"nginx@{Sha256}", false, true, false, false },
        { $"nginx:latest@{Sha256}", true, true, false, false },
        { "registry:5000/spicedb", false, false, true, false },
        { "authzed/spicedb:v1.56.0-debug", true, false, false, true },
        { $"authzed/spicedb:v1.56.0-debug@{Sha256}", true, true, false, true },
        { "gcr.io/distroless/static:debug", true, false, false, true },
        { "nginx:debugger", true, false, false, false },
        { "nginx-debug:v1", true, false, false, false },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Parse_ValidText_SplitsAndNormalises(
        string text, string domain, string path, string? tag, string? digest, string familiar)
    {
        ImageReference image = ImageReference.Parse(text);

        Assert.Equal((domain, path, tag, digest), (image.Domain, image.Path, image.Tag, image.Digest));
        Assert.Equal(familiar, image.Familiar);
        Assert.Equal(image, ImageReference.Parse(image.ToString()));
    }

    [Theory, MemberData(nameof(Errors))]
    public void TryParse_InvalidText_SaysWhatAndWhere(string? text, string problem)
    {
        Assert.False(ImageReference.TryParse(text, out ImageReference? image, out string? error));

        Assert.Null(image);
        string quoted = text is { Length: > 100 } ? text[..100] + "…" : text?.Replace("\n", "\\u000A") ?? "";
        Assert.Equal($"'{quoted}' is not an image reference: {problem}", error);
    }

    [Theory, MemberData(nameof(Traits))]
    public void Traits_TagAndDigest_AreTold(string text, bool hasTag, bool isPinned, bool isLatest, bool isDebug)
    {
        ImageReference image = ImageReference.Parse(text);

        Assert.Equal(
            (hasTag, isPinned, isLatest, isDebug), (image.HasTag, image.IsPinnedByDigest, image.IsLatest, image.IsDebugTag));
    }

    [Fact]
    public void Parse_InvalidText_Throws()
    {
        FormatException exception = Assert.Throws<FormatException>(() => ImageReference.Parse("nginx:"));

        Assert.Equal("'nginx:' is not an image reference: the tag after ':' at character 6 is empty", exception.Message);
    }

    [Fact]
    public void TryParse_AnyText_GivesAReferenceThatParsesToItself() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf([.. "abcA09.:/@-_[]*"])), 0, 40].Sample(text =>
            ImageReference.TryParse(text, out ImageReference? image, out string? error)
                ? error is null && image!.Equals(ImageReference.Parse(image.ToString())) && image.Equals(ImageReference.Parse(image.Familiar))
                : image is null && error!.Contains(" is not an image reference: ", StringComparison.Ordinal));
}
