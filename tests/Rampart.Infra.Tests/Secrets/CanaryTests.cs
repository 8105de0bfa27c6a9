using System.CommandLine;
using System.Text;
using Pulumi;
using Rampart.Cli;
using Rampart.Plan.Configuration;
using Rampart.Plan.Programs;
using Rampart.Testing;

namespace Rampart.Infra.Tests.Secrets;

/// <summary>One secret of every type, driven through every command and format: none is seen anywhere.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Passphrase = "PULUMI_CONFIG_PASSPHRASE";

    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-canary-").FullName;

    public CanaryTests()
    {
        PassphraseSecrets secrets = PassphraseSecrets.Create("canary");
        StringBuilder stack = new($"encryptionsalt: {secrets.EncryptionSalt}\nconfig:\n");
        foreach ((string key, string value) in CanaryProgram.Secrets)
        {
            stack.Append($"  {key}:\n    secure: {secrets.Encrypt(value)}\n");
        }

        stack.Append($"  canary:store:\n    engine: postgres\n    uri:\n      secure: {secrets.Encrypt("store-canary-7391")}\n");
        File.WriteAllText(Path.Join(_folder, "Pulumi.yaml"), "name: canary\nruntime: dotnet\n");
        File.WriteAllText(Path.Join(_folder, "Pulumi.dev.yaml"), stack.ToString());
        Environment.SetEnvironmentVariable(Passphrase, "canary");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Passphrase, null);
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("render")]
    [InlineData("render --format json")]
    [InlineData("render --secrets mask")]
    [InlineData("render --secrets mask --format json")]
    [InlineData("check")]
    [InlineData("check --format markdown")]
    [InlineData("check --format json")]
    [InlineData("check --format sarif")]
    [InlineData("check --format junit")]
    [InlineData("check --level baseline")]
    public async Task Command_SecretsOfEveryType_ShowsNone(string command)
    {
        (int exitCode, string output, string error) = await RunAsync(command, CanaryProgram.Run);

        Assert.NotEqual(ExitCodes.BadInput, exitCode);
        AssertHidden(output);
        AssertHidden(error);
    }

    [Fact]
    public async Task Render_Masked_StillSaysWhatThereIs()
    {
        (_, string output, string error) = await RunAsync("render --force --secrets mask", CanaryProgram.Run);

        Assert.Equal("", error);
        Assert.Contains("automountServiceAccountToken: \"[secret]\"\n", output, StringComparison.Ordinal);
        Assert.Contains("replicas: \"[secret]\"\n", output, StringComparison.Ordinal);
        Assert.Contains("requests.cpu: \"10\"\n", output, StringComparison.Ordinal);
        Assert.Contains("image: registry.example.com/app:v1\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ToFolder_WritesNone()
    {
        string folder = Path.Join(_folder, "out");

        (int exitCode, string output, string error) = await RunAsync($"render --force --secrets mask --output {folder}", CanaryProgram.Run);

        Assert.Equal((ExitCodes.Success, $"{folder}: 7 added, 0 changed, 0 removed, 0 unchanged\n"), (exitCode, error));
        AssertHidden(output);
        Assert.Equal(8, Directory.EnumerateFiles(folder).Count());
        Assert.All(Directory.EnumerateFiles(folder), file => AssertHidden(File.ReadAllText(file) + Path.GetFileName(file)));
    }

    [Fact]
    public async Task Render_Omitting_NamesWhatIsLeftOut()
    {
        (int exitCode, string output, string error) = await RunAsync("render --force", CanaryProgram.Run);

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.Equal(
            "6 objects left out: ConfigMap shop/ordinary, ConfigMap shop/values, Deployment shop/ordinary-scale, "
            + "Deployment shop/secret-scale, Secret shop/plain, ServiceAccount shop/account (secret values)",
            error.Split("; ")[0]);
        Assert.Equal("kind: ResourceQuota", Assert.Single(output.Split('\n'), line => line.StartsWith("kind: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text", "Configuration 'canary:text' value '[secret]' is not a valid Int32")]
    [InlineData("list", "Configuration 'canary:list' value '[secret]' is not a valid Int32")]
    public async Task Config_SecretOfAnotherType_IsNotInTheMessage(string key, string expected)
    {
        (int exitCode, string output, string error) = await RunAsync("preview", () => new Config().RequireInt32(key));

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        AssertHidden(error);
    }

    [Fact]
    public async Task Exception_WithASecretInItsText_IsMasked()
    {
        (int exitCode, string output, string error) = await RunAsync(
            "check", () => throw new InvalidOperationException($"cannot log in as {new Config("other").Require("undeclared")} with 47391"));

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.Contains("cannot log in as [secret] with [secret]", error, StringComparison.Ordinal);
        AssertHidden(error);
    }

    [Fact]
    public async Task Override_InPlaceOfASecret_IsMasked()
    {
        (_, string output, string error) = await RunAsync("check -c other:undeclared=override-canary-7391 -c number=x7391", CanaryProgram.Run);

        AssertHidden(output);
        AssertHidden(error);
    }

    [Fact]
    public async Task TestKit_ManifestsAndMessages_ShowNone()
    {
        PlanSettings settings = new()
        {
            ProjectName = "canary",
            Config = new Dictionary<string, string>(CanaryProgram.Secrets, StringComparer.Ordinal) { ["canary:store"] = """{"engine":"postgres","uri":"store-canary-7391"}""" },
            SecretKeys = [.. CanaryProgram.Secrets.Keys, "canary:store"],
        };

        TestPlan plan = await RampartTest.PlanAsync(CanaryProgram.Run, settings);

        Assert.Equal(7, plan.Manifests.Count);
        Assert.All(plan.Manifests, manifest => AssertHidden(manifest.ToJson()));
        Assert.Equal("[secret]", plan.Manifest("ConfigMap", "ordinary").Value("data.joined"));
        Assert.All(plan.Check().Findings, finding => AssertHidden($"{finding.Path} {finding.Message} {finding.Found} {finding.Allowed} {finding.Fix}"));
        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(() => RampartTest.PlanAsync(() => throw new RunException("with text-canary-7391"), settings));
        AssertHidden(error.ToString());
    }

    private static void AssertHidden(string text)
    {
        Assert.DoesNotContain(CanaryProgram.Mark, text, StringComparison.Ordinal);
        foreach (string word in text.Split(' ', '"', '\n', '\'', ',', '<', '>', '`'))
        {
            byte[] bytes = new byte[word.Length];
            if (word.Length % 4 == 0 && Convert.TryFromBase64String(word, bytes, out int length))
            {
                Assert.DoesNotContain(CanaryProgram.Mark, Encoding.UTF8.GetString(bytes, 0, length), StringComparison.Ordinal);
            }
        }
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string command, Action program)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        string[] words = command.Split(' ');
        int exitCode = await RampartProgram.RunCommandAsync(
            [words[0], "dev", "--cwd", _folder, .. words[1..]],
            new OwnProgram(() => Pulumi.Deployment.RunAsync(program)),
            new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}
