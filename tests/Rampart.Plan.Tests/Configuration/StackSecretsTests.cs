using CsCheck;
using Rampart.Plan.Configuration;

namespace Rampart.Plan.Tests.Configuration;

public sealed class StackSecretsTests
{
    private static string Secure(string text) => $"{{secure: '{ProjectFolder.Secrets.Encrypt(text)}'}}";

    private static IEnumerable<string> Texts(StackConfiguration configuration) => configuration.Diagnostics.Select(diagnostic => diagnostic.ToString());

    private static ProjectFolder Folder(string config, string project = ProjectFolder.Open) =>
        new(project, $"encryptionsalt: {ProjectFolder.Salt}\nconfig:\n{config}");

    [Fact]
    public void Load_PassphraseFits_DecryptsAtAnyDepth()
    {
        using ProjectFolder folder = Folder(
            $"  key: {Secure("hunter2")}\n  store:\n    engine: postgres\n    uri: {Secure("postgres://\"x\"")}\n    list: [{Secure("1")}, 2]\n  plain: a\n");

        StackConfiguration configuration = folder.LoadWithPassphrase(ProjectFolder.Passphrase);

        Assert.Empty(configuration.Diagnostics);
        Assert.Equal(
            ["spicedb:key True False hunter2", "spicedb:plain False False a", "spicedb:store True False {\"engine\":\"postgres\",\"list\":[\"1\",2],\"uri\":\"postgres://\\\"x\\\"\"}"],
            configuration.Values.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key} {value.IsSecret} {value.IsOpaque} {value.Text}"));
        Assert.Equal("spicedb:key: [secret]", configuration.Values["spicedb:key"].ToString());
    }

    [Fact]
    public void Load_NoPassphrase_KeepsSecretsOpaque()
    {
        using ProjectFolder folder = Folder($"  key: {Secure("hunter2")}\n  store: {{engine: postgres, uri: {Secure("b")}}}\n");

        StackConfiguration configuration = folder.Load();

        Assert.Empty(configuration.Diagnostics);
        ConfigValue key = configuration.Values["spicedb:key"], store = configuration.Values["spicedb:store"];
        Assert.Equal((true, true, null, "[secret]"), (key.IsSecret, key.IsOpaque, key.Text, key.TextOrPlaceholder));
        Assert.Equal((true, true, null, "{\"engine\":\"postgres\",\"uri\":\"[secret]\"}"), (store.IsSecret, store.IsOpaque, store.Text, store.TextOrPlaceholder));
    }

    [Fact]
    public void Load_PassphraseFile_IsReadAndTrimmed()
    {
        using ProjectFolder folder = Folder($"  key: {Secure("hunter2")}\n");
        folder.Write("passphrase.txt", " password\r\n");

        StackConfiguration configuration = StackConfiguration.Load(
            folder.Path, "dev", [], variable => variable == "PULUMI_CONFIG_PASSPHRASE_FILE" ? Path.Join(folder.Path, "passphrase.txt") : null);

        Assert.Equal("hunter2", configuration.Values["spicedb:key"].Text);
    }

    [Fact]
    public void Load_PassphraseFileWithoutAnEnd_IsNotRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such file");
        using ProjectFolder folder = Folder($"  key: {Secure("hunter2")}\n");

        StackConfiguration configuration = StackConfiguration.Load(folder.Path, "dev", [], variable => variable == "PULUMI_CONFIG_PASSPHRASE_FILE" ? "/dev/zero" : null);

        Assert.Equal(
            ["Pulumi.dev.yaml:1:17: error RMP7016: PULUMI_CONFIG_PASSPHRASE_FILE: '/dev/zero' is not read: it is a device, and only regular files are read; name a regular file, or give the text with <(command)"],
            Texts(configuration));
    }

    [Fact]
    public void Load_PassphraseFileMissing_TellsWhich()
    {
        using ProjectFolder folder = Folder($"  key: {Secure("hunter2")}\n");

        StackConfiguration configuration = StackConfiguration.Load(folder.Path, "dev", [], variable => variable == "PULUMI_CONFIG_PASSPHRASE_FILE" ? "no/such/file" : null);

        Assert.Equal(["Pulumi.dev.yaml:1:17: error RMP7016: PULUMI_CONFIG_PASSPHRASE_FILE: 'no/such/file' cannot be read; name a file that you may read"], Texts(configuration));
        Assert.True(configuration.Values["spicedb:key"].IsOpaque);
    }

    [Fact]
    public void Load_WrongPassphrase_IsToldOnce()
    {
        using ProjectFolder folder = Folder($"  key: {Secure("hunter2")}\n  other: {Secure("hunter3")}\n");

        StackConfiguration configuration = folder.LoadWithPassphrase("");

        Assert.Equal(
            ["Pulumi.dev.yaml:1:17: error RMP7015: encryptionsalt: incorrect passphrase; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to that of this stack"],
            Texts(configuration));
        Assert.True(configuration.Values["spicedb:key"].IsOpaque);
    }

    [Fact]
    public void Load_DamagedSalt_IsTold()
    {
        using ProjectFolder folder = new(ProjectFolder.Open, $"encryptionsalt: v1:abc\nconfig:\n  key: {Secure("hunter2")}\n");

        Assert.Equal(
            ["Pulumi.dev.yaml:1:17: error RMP7015: encryptionsalt: the salt is not v1:<salt>:<check>; restore the line that Pulumi wrote"],
            Texts(folder.LoadWithPassphrase(ProjectFolder.Passphrase)));
    }

    [Fact]
    public void Load_PlainTextUnderSecure_IsToldWithoutIt()
    {
        using ProjectFolder folder = Folder("  store: {uri: {secure: hunter2}}\n");

        StackConfiguration configuration = folder.Load();

        Assert.Equal(
            ["Pulumi.dev.yaml:3:25: error RMP7014: spicedb:store.uri: the secure value is not encrypted text; set it with: pulumi config set --secret spicedb:store.uri"],
            Texts(configuration));
        Assert.True(configuration.Values["spicedb:store"].IsOpaque);
    }

    [Fact]
    public void Load_SecretOfAnotherStack_IsTold()
    {
        string foreign = PassphraseSecrets.Create("other").Encrypt("hunter2");
        using ProjectFolder folder = Folder($"  key: {{secure: '{foreign}'}}\n");

        Assert.Equal(
            ["Pulumi.dev.yaml:3:17: error RMP7014: spicedb:key: the secure value was encrypted for another stack, or was changed; set it again with: pulumi config set --secret spicedb:key"],
            Texts(folder.LoadWithPassphrase(ProjectFolder.Passphrase)));
    }

    [Theory]
    [InlineData("secretsprovider: awskms://alias/key\nencryptedkey: AQID\n")]
    [InlineData("secretsprovider: awskms://alias/key\nencryptionsalt: v1:abc\n")]
    [InlineData("secretsprovider: default\n")]
    [InlineData("")]
    public void Load_OtherSecretsProvider_KeepsSecretsOpaque(string provider)
    {
        using ProjectFolder folder = new(ProjectFolder.Open, $"{provider}config:\n  key:\n    secure: AAABAMcGtHDraogfM3Qk4WyaNp3F/syk2cjHPQTb6Hu6ps8=\n");

        StackConfiguration configuration = folder.LoadWithPassphrase(ProjectFolder.Passphrase);

        Assert.Empty(configuration.Diagnostics);
        Assert.True(configuration.Values["spicedb:key"].IsOpaque);
    }

    [Fact]
    public void Load_NothingEncrypted_AsksForNoPassphrase()
    {
        using ProjectFolder folder = Folder("  key: a\n");

        StackConfiguration configuration = StackConfiguration.Load(folder.Path, "dev", [], variable => throw new InvalidOperationException(variable));

        Assert.Equal("a", configuration.Values["spicedb:key"].Text);
    }

    [Fact]
    public void Load_SecretOverridden_StaysSecretAndIsNotDecrypted()
    {
        using ProjectFolder folder = Folder($"  key: {Secure("hunter2")}\n");

        StackConfiguration configuration = StackConfiguration.Load(folder.Path, "dev", ["key=hunter3"], variable => throw new InvalidOperationException(variable));

        ConfigValue key = configuration.Values["spicedb:key"];
        Assert.Equal((true, false, "hunter3"), (key.IsSecret, key.IsOpaque, key.Text));
    }

    [Fact]
    public void Load_SecretOfDeclaredType_IsCheckedWithoutShowingIt()
    {
        const string Project = "name: spicedb\nconfig:\n  a: {type: integer}\n  b: {type: integer}\n  c: {type: object}\n  d: {type: array, items: {type: integer}}\n";
        using ProjectFolder folder = Folder($"  a: {Secure("hunter2")}\n  b: {Secure("3")}\n  c: {Secure("{}")}\n  d: [{Secure("hunter3")}, hunter4]\n", Project);

        Assert.Equal(
            [
                "Pulumi.dev.yaml:3:6: error RMP7011: spicedb:a: the secret value is not an integer; give a whole number",
                "Pulumi.dev.yaml:5:6: error RMP7011: spicedb:c: the secret value is not an object; give keys and values",
                "Pulumi.dev.yaml:6:7: error RMP7011: spicedb:d[0]: the secret value is not an integer; give a whole number",
                Position(folder) + "error RMP7011: spicedb:d[1]: the secret value is not an integer; give a whole number",
            ],
            Texts(folder.LoadWithPassphrase(ProjectFolder.Passphrase)));
    }

    [Fact]
    public void Load_DeclaredSecretInPlainText_IsToldWithoutIt()
    {
        const string Project = "name: spicedb\nconfig:\n  typed: {type: integer, secret: true}\n  open: {secret: true}\n";
        using ProjectFolder folder = Folder("  typed: hunter2\n  open: 1.10\n", Project);

        StackConfiguration configuration = folder.Load();

        Assert.Equal(
            [
                "Pulumi.dev.yaml:3:10: error RMP7011: spicedb:typed: the secret value is not an integer; give a whole number",
                "Pulumi.dev.yaml:3:10: error RMP7013: spicedb:typed: the value is declared secret and is not encrypted; set it with: pulumi config set --secret spicedb:typed",
                "Pulumi.dev.yaml:4:9: warning RMP7013: spicedb:open: the value is declared secret and is not encrypted; set it with: pulumi config set --secret spicedb:open",
                "Pulumi.dev.yaml:4:9: warning RMP7019: spicedb:open: the secret value is a number, which the program gets as another spelling; quote it if it is meant as a text",
            ],
            Texts(configuration));
        Assert.Equal(["spicedb:open", "spicedb:typed"], configuration.ToPulumiConfig().SecretKeys);
    }

    [Fact]
    public void Load_DeclaredSecretOverridden_IsSecretAndAllowed()
    {
        using ProjectFolder folder = new("name: spicedb\nconfig:\n  key: {type: string, secret: true}\n", "");

        StackConfiguration configuration = folder.Load("key=hunter2");

        Assert.Empty(configuration.Diagnostics);
        Assert.True(configuration.Values["spicedb:key"].IsSecret);
    }

    [Trait("Speed", "Slow")]
    [Fact]
    public void Load_AnyMistakeAroundASecret_NeverShowsIt()
    {
        const string Mark = "hunter2";
        Gen<string> type = Gen.OneOf("string", "integer", "boolean", "array, items: {type: integer}", "object");
        Gen<string> value = Gen.OneOf(
            Mark, $"[{Mark}]", $"{{{Secure(Mark)[1..^1]}}}", $"[{Secure(Mark)}, 1.10, 2024-01-01]", $"{{a: {Secure(Mark)}, 1: {{b: {Secure(Mark)}}}}}", $"{{secure: {Mark}}}", $"{{secure: '{Mark}:{Mark}'}}");
        Gen.Select(type, value, Gen.Bool, Gen.Bool, Gen.Bool).Sample(
            (declared, written, isDefault, isOverride, hasPassphrase) =>
            {
                using ProjectFolder folder = Folder(
                    isDefault ? "" : $"  key: {written}\n", $"name: spicedb\nconfig:\n  key: {{type: {declared}, secret: true{(isDefault ? $", default: {written}" : "")}}}\n");
                string[] overrides = isOverride ? [$"key={written}"] : [];

                // With the right passphrase a key is derived each time, which takes too long for many cases.
                StackConfiguration configuration = hasPassphrase && !isOverride ? folder.LoadWithPassphrase(ProjectFolder.Passphrase, overrides) : folder.Load(overrides);

                return configuration.Diagnostics.All(diagnostic => !diagnostic.ToString().Contains(Mark, StringComparison.Ordinal))
                    && configuration.Values.Values.All(each => each.IsSecret && !each.ToString().Contains(Mark, StringComparison.Ordinal));
            },
            iter: 60,
            threads: 1);
    }

    private static string Position(ProjectFolder folder)
    {
        string line = File.ReadAllLines(Path.Join(folder.Path, "Pulumi.dev.yaml"))[5];
        return $"Pulumi.dev.yaml:6:{line.IndexOf("hunter4", StringComparison.Ordinal) + 1}: ";
    }
}
