using System.Text;
using Rampart.Plan.Configuration;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Tests.Configuration;

public sealed class SecretTextsTests
{
    [Theory]
    [InlineData("hunter2-long", "with hunter2-long in it", "with [secret] in it")]
    [InlineData("hunter2-long", "xhunter2-longx", "x[secret]x")]
    [InlineData("41", "replicas 41, 411 and 4.41", "replicas [secret], 411 and 4.[secret]")]
    [InlineData("41", "needs 41m of 41Gi, not 141m", "needs [secret]m of [secret]Gi, not 141m")]
    [InlineData("ab", "ab abc a-ab", "[secret] abc a-[secret]")]
    [InlineData("a b&c d/e", "a%20b%26c%20d%2Fe", "[secret]")]
    [InlineData("say \"hello\"", "{\"a\":\"say \\\"hello\\\"\"}", "{\"a\":\"[secret]\"}")]
    [InlineData("""["first-one","second-one"]""", "second-one or first-one", "[secret] or [secret]")]
    [InlineData("first line 1\nsecond line 2\n", "> second line 2", "> [secret]")]
    [InlineData("true", "true", "true")]
    [InlineData("1", "1 error", "1 error")]
    [InlineData("", "nothing", "nothing")]
    public void Mask_Text_ShowsNoSecret(string secret, string text, string expected) =>
        Assert.Equal(expected, new SecretTexts([secret]).Mask(text));

    [Fact]
    public void Mask_OneSecretWithinAnother_LeavesNoPartOfTheLonger() =>
        Assert.Equal("[secret]", new SecretTexts(["password", "password-and-more"]).Mask("password-and-more"));

    [Theory]
    [InlineData("hunter2-long", true)]
    [InlineData("postgres://app:hunter2-long@db", true)]
    [InlineData("hunter2", false)]
    public void Mark_Text_IsSecretWhereItHoldsOne(string text, bool isSecret)
    {
        SecretTexts secrets = new(["hunter2-long"]);
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"app:{text}"));

        PropertyObject marked = secrets.Mark(Of(("text", PropertyValue.From(text)), ("list", PropertyValue.From(PropertyList.Create(PropertyValue.From(encoded))))));

        Assert.Equal(isSecret, marked["text"].IsSecret);
        Assert.Equal(isSecret, marked["list"].AsList()[0].IsSecret);
    }

    [Fact]
    public void Mark_NumberAndKey_AreSecret()
    {
        SecretTexts secrets = new(["41", "hunter2-long"]);

        PropertyObject marked = secrets.Mark(Of(
            ("number", PropertyValue.From(41)),
            ("other", PropertyValue.From(42)),
            ("quantity", PropertyValue.From("41m")),
            ("map", PropertyValue.From(Of(("hunter2-long", PropertyValue.From("x")))))));

        Assert.Equal([true, false, true, true], new[] { "number", "other", "quantity", "map" }.Select(name => marked[name].IsSecret));
    }

    [Fact]
    public void Mark_NothingToMark_IsTheSameObject()
    {
        PropertyObject value = Of(("a", PropertyValue.From("b")));

        Assert.Same(value, new SecretTexts(["hunter2-long"]).Mark(value));
    }

    // Of an object only those parts are secret that are encrypted, also where an override takes its place.
    [Theory]
    [InlineData("", "postgres [secret] open [secret]")]
    [InlineData("store={\"engine\":\"memoryonly\",\"uri\":\"other-uri\"}", "postgres hidden-uri memoryonly [secret]")]
    public void Secrets_OfAConfiguration_AreThePartsThatAreEncrypted(string change, string expected)
    {
        using ProjectFolder folder = new(
            "name: spicedb\nruntime: dotnet\nconfig:\n  store:\n    type: object\n  key:\n    secret: true\n  plain: {}\n",
            $"encryptionsalt: {ProjectFolder.Salt}\nconfig:\n  plain: open\n  key: {{secure: '{ProjectFolder.Secrets.Encrypt("other-uri")}'}}\n  store:\n    engine: postgres\n    uri: {{secure: '{ProjectFolder.Secrets.Encrypt("hidden-uri")}'}}\n");

        StackConfiguration configuration = folder.LoadWithPassphrase(ProjectFolder.Passphrase, change.Length == 0 ? [] : [change]);

        Assert.Empty(configuration.Diagnostics);
        string text = change.Length == 0 ? "postgres hidden-uri open other-uri" : "postgres hidden-uri memoryonly other-uri";
        Assert.Equal(expected, configuration.Secrets.Mask(text));
    }

    private static PropertyObject Of(params (string Name, PropertyValue Value)[] properties) =>
        PropertyObject.Create([.. properties.Select(static property => new Property(property.Name, property.Value))]);
}
