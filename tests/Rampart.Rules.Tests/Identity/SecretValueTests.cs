using Rampart.Rules.Identity;

namespace Rampart.Rules.Tests.Identity;

public sealed class SecretValueTests
{
    private const string Body = "MIIEvgIBADANBgkqhkiG9w0BAQEFAASC";

    // Written in two parts, so that nobody who looks for keys takes it for one.
    private const string KeyStart = "-----BEGIN PRIVATE" + " KEY-----";

    public static TheoryData<string, string?> Texts() => new()
    {
        { "", null },
        { "hello", null },
        { $"{KeyStart}\n{Body}", "a private key" },
        { $"a\n-----BEGIN CERTIFICATE-----\n{Body}\n-----END CERTIFICATE-----\n{KeyStart}\\n{Body}", "a private key" },
        { $"-----BEGIN CERTIFICATE-----\n{Body}\n-----END CERTIFICATE-----", null },
        { $"{KeyStart}\n...", null },
        { "-----BEGIN ", null },
        { "postgres://u:p@db", "a URL with a password" },
        { "a https://x.y b redis://:p@cache/0", "a URL with a password" },
        { "postgres://u@db", null },
        { "https://host:443/a:b@c", null },
        { "postgres://u:$(P)@db", null },
        { "postgres://u:${P}@db", null },
        { "postgres://u:%s@db", null },
        { "postgres://u:<password>@db", null },
        { "postgres://u:@db", null },
        { "://", null },
        { "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlc2lnbmF0dXJl", "a JSON web token" },
        { "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.", null },
        { "eyJ.eyJ.eyJ", null },
        { "ghp_" + new string('a', 36), "a GitHub token" },
        { "xghp_" + new string('a', 36), null },
        { "ghp_short", null },
        { "glpat-" + new string('a', 20), "a GitLab token" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Find_Text_NamesTheSecret(string text, string? expected) => Assert.Equal(expected, SecretValue.Find(text));

    [Fact]
    public void Find_TextFullOfBeginnings_IsQuick()
    {
        string text = string.Concat(Enumerable.Repeat("eyJ-----BEGIN ://", 100_000));

        Assert.Null(SecretValue.Find(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("True")]
    [InlineData("none")]
    [InlineData("10")]
    [InlineData("-1.5")]
    [InlineData("10s")]
    [InlineData("64Mi")]
    [InlineData("/run/secrets/token")]
    [InlineData("$(OTHER)")]
    [InlineData("{{ .Values.password }}")]
    [InlineData("vault:secret/data/app#password")]
    [InlineData("https://example.com/token")]
    [InlineData("[secret]")]
    public void IsHarmless_NoSecret_IsTrue(string value) => Assert.True(SecretValue.IsHarmless(value));

    [Theory]
    [InlineData("hunter2")]
    [InlineData("changeme")]
    [InlineData("123abc")]
    [InlineData("s3cr3t/with/slashes")]
    public void IsHarmless_PossibleSecret_IsFalse(string value) => Assert.False(SecretValue.IsHarmless(value));
}
