using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rampart.Infra.Tests;

/// <summary>Where nothing can be written, the program ends with an exit code, and with a line where that can be written.</summary>
public sealed class UnwritableOutputTests
{
    private const string Full = "No space left on device; make room, or write it elsewhere\n";
    private const string Closed = "Bad file descriptor; make room, or write it elsewhere\n";

    [Theory]
    [InlineData("preview dev >/dev/full", 2, "error: something cannot be read or written: " + Full)]
    [InlineData("preview dev >&-", 2, "error: something cannot be read or written: " + Closed)]
    [InlineData("check dev --format json >/dev/full", 2, "error: the output cannot be written: " + Full)]
    [InlineData("check dev >&-", 2, "error: the output cannot be written: " + Closed)]
    [InlineData("--help >/dev/full", 2, "error: something cannot be read or written: " + Full)]
    [InlineData("--version >&-", 2, "error: something cannot be read or written: " + Closed)]
    [InlineData("preview nowhere 2>/dev/full", 2, "")]
    [InlineData("preview nowhere 2>&-", 2, "")]
    [InlineData("nonsense 2>&-", 2, "")]
    [InlineData("render dev 2>/dev/full", 2, "")]
    [InlineData("--help >/dev/full 2>&1", 2, "")]
    [InlineData("check dev >&- 2>&-", 2, "")]
    [InlineData("preview dev -- sh -c 'yes' 2>/dev/full", 2, "")]
    [InlineData("rules | head -c 1 >/dev/null", 0, "")]
    public async Task Run_OutputThatCannotBeWritten_EndsInOneLine(string command, int expectedExitCode, string expectedError)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no such file");
        string run = $"cd '{Root()}'; dotnet '{Path.Combine(AppContext.BaseDirectory, "Rampart.Infra.dll")}' {command}";
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", run]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((expectedExitCode, expectedError), (process.ExitCode, error));
        await output;
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
