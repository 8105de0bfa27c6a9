using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Commands;

public sealed class RenderCommandTests
{
    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public async Task Render_SmallStack_MasksSecretsInThisText(string format)
    {
        using CommandLine commandLine = new();

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--format", format);

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
        GoldenFile.Verify($"render.{format}", output);
    }

    [Fact]
    public async Task Render_OutputFolder_GetsAFilePerObject()
    {
        using CommandLine commandLine = new();
        string folder = Path.Combine(commandLine.Folder, "manifests");

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--output", folder);

        Assert.Equal((ExitCodes.Success, "", ""), (exitCode, output, error));
        Assert.Equal(
            ["000-namespace-app.yaml", "001-secret-app-app.yaml", "002-deployment-app-app.yaml"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Render_OutputIsAFile_IsBadInput()
    {
        using CommandLine commandLine = new();
        commandLine.Write("taken", "");
        string file = Path.Combine(commandLine.Folder, "taken");

        (int exitCode, _, string error) = await commandLine.RunAsync("render", "--output", file);

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.StartsWith($"error: --output: '{file}' cannot be written: ", error, StringComparison.Ordinal);
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
