using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Commands;

public sealed class RenderCommandTests
{
    private const string LeftOut =
        "1 Secret left out: app/app (secret values); deploy with `pulumi up`, or write them in the clear with --secrets show, or look at them with --secrets mask\n";

    [Fact]
    public async Task Render_SmallStack_LeavesTheSecretOut()
    {
        using CommandLine commandLine = new();

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--force");

        Assert.Equal((ExitCodes.Success, LeftOut), (exitCode, error));
        Assert.Equal(["kind: Namespace", "kind: Deployment"], output.Split('\n').Where(line => line.StartsWith("kind: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Render_StackWithErrors_WritesNothing()
    {
        using CommandLine commandLine = new();
        string folder = Path.Combine(commandLine.Folder, "manifests");

        (int exitCode, string output, string error) = await commandLine.RunAsync("render");
        (int toFolder, _, string sameError) = await commandLine.RunAsync("render", "--output", folder);

        Assert.Equal((ExitCodes.Findings, "", ExitCodes.Findings), (exitCode, output, toFolder));
        Assert.Equal(error, sameError);
        Assert.False(Directory.Exists(folder));
        string[] lines = error.TrimEnd('\n').Split('\n');
        Assert.All(lines[..^1], line => Assert.Matches("^Deployment app/app spec[^ ]*: error RMP[0-9]{4}: .+; .+$", line));
        Assert.Equal($"{lines.Length - 1} errors; nothing has been written: correct them, waive them with a reason, or give --force", lines[^1]);
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public async Task Render_ShowingSecrets_WritesDataThatOnlyTheUserReads(string format)
    {
        using CommandLine commandLine = new();
        string folder = Path.Combine(commandLine.Folder, "manifests");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"001-secret-app-app.{format}"), "of an earlier run", TestContext.Current.CancellationToken);

        (int exitCode, string output, string error) = await commandLine.RunAsync(
            "render", "--force", "--overwrite", "--secrets", "show", "--output", folder, "--format", format);

        Assert.Equal((ExitCodes.Success, $"{folder}: 2 added, 1 changed, 0 removed, 0 unchanged\n"), (exitCode, error));
        Assert.Equal(
            $"""
            + 000-namespace-app.{format}
            + 002-deployment-app-app.{format}
            ~ 001-secret-app-app.{format}

            """,
            output);
        string text = await File.ReadAllTextAsync(Path.Combine(folder, $"001-secret-app-app.{format}"), TestContext.Current.CancellationToken);
        Assert.Contains("aHVudGVyMg==", text, StringComparison.Ordinal);
        Assert.DoesNotContain("stringData", text, StringComparison.Ordinal);
        Assert.All(
            OperatingSystem.IsWindows() ? [] : Directory.EnumerateFiles(folder),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task Render_ShowingSecretsThatAreNotDecrypted_NamesThem()
    {
        using CommandLine commandLine = new();
        commandLine.Write("Pulumi.yaml", "name: small\nruntime: dotnet\n");
        commandLine.Write("Pulumi.dev.yaml", "config:\n  small:key:\n    secure: AAABAMcGtHDr\n  small:plain: a\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--secrets", "show");

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.Equal(
            """
            Pulumi.dev.yaml:2:3: error RMP7080: small:key: the secret is not decrypted, so --secrets show cannot write it; set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to that of this stack, or give the value with --config
            1 error; nothing has been planned

            """,
            error);
    }

    [Fact]
    public async Task Render_UnknownHandlingOfSecrets_IsBadInput()
    {
        using CommandLine commandLine = new();

        Assert.Equal(ExitCodes.BadInput, (await commandLine.RunAsync("render", "--secrets", "print")).ExitCode);
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public async Task Render_SmallStackMasked_GivesThisText(string format)
    {
        using CommandLine commandLine = new();

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--force", "--format", format, "--secrets", "mask");

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
        GoldenFile.Verify($"render.{format}", output);
    }

    [Fact]
    public async Task Render_OutputFolder_GetsAFilePerObject()
    {
        using CommandLine commandLine = new();
        string folder = Path.Combine(commandLine.Folder, "manifests");

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--force", "--output", folder);

        Assert.Equal((ExitCodes.Success, $"{LeftOut}{folder}: 2 added, 0 changed, 0 removed, 0 unchanged\n"), (exitCode, error));
        Assert.Equal("+ 000-namespace-app.yaml\n+ 001-deployment-app-app.yaml\n", output);
        Assert.Equal(
            [".rampart-manifests", "000-namespace-app.yaml", "001-deployment-app-app.yaml"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Render_OutputFolderAgain_SaysThatItIsUnchanged()
    {
        using CommandLine commandLine = new();
        string folder = Path.Combine(commandLine.Folder, "manifests");
        await commandLine.RunAsync("render", "--force", "--output", folder);

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--force", "--output", folder + "/");

        Assert.Equal((ExitCodes.Success, "", $"{LeftOut}{folder}/: unchanged (2 files)\n"), (exitCode, output, error));
    }

    [Fact]
    public async Task Render_OutputFolderByARelativePath_StartsFromTheCommandsFolder()
    {
        using CommandLine commandLine = new();

        (int exitCode, _, string error) = await commandLine.RunAsync("render", "--force", "--output", "manifests");

        Assert.Equal((ExitCodes.Success, $"{LeftOut}manifests: 2 added, 0 changed, 0 removed, 0 unchanged\n"), (exitCode, error));
        Assert.True(File.Exists(Path.Combine(commandLine.Folder, "manifests", "000-namespace-app.yaml")));
    }

    [Fact]
    public async Task Render_OutputFolderOfOthers_IsRefusedAlsoWithForce()
    {
        using CommandLine commandLine = new();
        commandLine.Write("notes", "mine");

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--force", "--output", commandLine.Folder);

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.EndsWith("; name an empty folder, or give --overwrite to write beside and over it\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_OutputFolderWithoutAName_IsBadInput()
    {
        using CommandLine commandLine = new();

        (int exitCode, _, string error) = await commandLine.RunAsync("render", "--force", "--output", "");

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.Contains("--output", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_OutputIsAFile_IsBadInput()
    {
        using CommandLine commandLine = new();
        commandLine.Write("taken", "");
        string file = Path.Combine(commandLine.Folder, "taken");

        (int exitCode, _, string error) = await commandLine.RunAsync("render", "--force", "--output", file);

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.Equal($"{LeftOut}error: --output: '{file}' cannot be written: it is no folder; name a folder that can\n", error);
    }

    [Fact]
    public async Task Render_UnknownFormat_IsBadInput()
    {
        using CommandLine commandLine = new();

        (int exitCode, string output, _) = await commandLine.RunAsync("render", "--format", "xml");

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.DoesNotContain("kind:", output, StringComparison.Ordinal);
    }
}
