using System.Diagnostics;
using System.Runtime.CompilerServices;
using Rampart.Tests.Shared;

namespace Rampart.Infra.Tests;

/// <summary>The built program, run as a user runs it, on the stacks of this repository.</summary>
public sealed class RenderTests
{
    [Theory]
    [InlineData("dev", "1 Secret left out: spicedb/spicedb-credentials-9c49f2e1")]
    [InlineData("prod", "2 Secrets left out: spicedb/spicedb-credentials-1601f4be, spicedb/spicedb-datastore-e23d8c81")]
    public async Task Render_StackOfTheRepository_GivesTheseObjects(string stack, string omitted)
    {
        (int exitCode, string output, string error) = await RunAsync("render", stack);

        Assert.Equal(
            (0, $"{omitted} (secret values); deploy with `pulumi up`, or write them in the clear with --secrets show, or look at them with --secrets mask\n"),
            (exitCode, error.ReplaceLineEndings("\n")));
        GoldenFile.Verify($"{stack}.yaml", output);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Preview_StackOfTheRepository_ShowsThisText(string stack)
    {
        (int exitCode, string output, string error) = await RunAsync("preview", stack);

        Assert.Equal((0, ""), (exitCode, error));
        GoldenFile.Verify($"{stack}.preview.txt", output);
    }

    [Fact]
    public async Task Preview_DevStack_IsThePictureInReadme()
    {
        (_, string output, _) = await RunAsync("preview", "dev");

        GoldenFile.Verify(
            "../../../docs/preview.svg",
            TerminalPicture.Draw("dotnet run --project infra -- preview", output.Split("\nFeasibility\n")[0].TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task Render_TwiceInJson_GivesTheSameText() =>
        Assert.Equal(await RunAsync("render", "prod", "--format", "json"), await RunAsync("render", "prod", "--format", "json"));

    [Fact]
    public async Task Preview_SeveralMistakes_AreToldAtOnceAndNothingIsShown()
    {
        (int exitCode, string output, string error) = await RunAsync("preview", "dev", "-c", "replicas=0", "-c", "image=authzed/spicedb:latest", "-c", "replics=2");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal(
            """
            --config: error RMP2002: spicedb:image: 'authzed/spicedb:latest' has the tag 'latest', which moves; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…
            --config: error RMP7103: spicedb:replicas: '0' is less than 1; give a whole number from 1 to 100
            --config: error RMP7010: spicedb:replics: Pulumi.yaml declares no such key; did you mean 'spicedb:replicas'?
            3 errors; nothing has been planned

            """,
            error);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Rampart.Infra.dll"), .. args, "--cwd", Root()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        // The stacks' secrets stay unread, whatever the environment of the test run is.
        foreach (string variable in (string[])["PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE", "PULUMI_CONFIG", "PULUMI_MONITOR"])
        {
            start.Environment.Remove(variable);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
