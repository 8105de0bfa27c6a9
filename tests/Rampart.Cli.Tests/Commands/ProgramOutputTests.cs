using System.CommandLine;
using Rampart.Plan.Programs;
using Rampart.Protocol.Monitor;

namespace Rampart.Cli.Tests.Commands;

/// <summary>What another program prints goes to people and build services, and commands neither.</summary>
public sealed class ProgramOutputTests
{
    [Theory]
    [InlineData("echo '::error::x'", "\\u003A:error::x\n")]
    [InlineData("echo '  ::set-output name=a::b'", "  \\u003A:set-output name=a::b\n")]
    [InlineData("echo '##vso[task.complete]' >&2", "#\\u0023vso[task.complete]\n")]
    [InlineData("printf '\\033[2J\\033]0;title\\007\\n'", "\\u001B[2J\\u001B]0;title\\u0007\n")]
    public async Task Preview_LineOfAProgram_IsShownAndDoesNothing(string script, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no /bin/sh");
        using CommandLine commandLine = new();

        (int exitCode, _, string error) = await commandLine.RunAsync("preview", "dev", "--", "/bin/sh", "-c", script + "; exit 3");

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_MessagesAndNames_DoNothing()
    {
        using CommandLine commandLine = new()
        {
            Program = new SmallProgram
            {
                Messages = [new LogRequest(LogSeverity.Warning, "first\n::error::second\n\e[2Jthird")],
                More = static async (monitor, stack) =>
                    await monitor.RegisterResourceAsync(new() { Type = "small:apps:App\e[1m", Name = "x\n::error::y", Parent = stack }),
            },
        };

        (_, string output, _) = await commandLine.RunAsync("preview");

        Assert.Contains("warning: first\n\\u003A:error::second\n\\u001B[2Jthird\n", output, StringComparison.Ordinal);
        Assert.Contains("small:apps:App\\u001B[1m x\\n::error::y\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task Preview_ProgramThatSaysItToldWhy_AndDidNot_IsNamed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no /bin/sh");
        using CommandLine commandLine = new();

        (int exitCode, _, string error) = await commandLine.RunAsync("preview", "dev", "--", "/bin/sh", "-c", "exit 32");

        Assert.Equal(ExitCodes.BadInput, exitCode);
        Assert.Contains("error: '/bin/sh -c exit 32' ended with exit code 32", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sleep 60", "1", "error: --timeout: the program has not ended after 1 s and was stopped; give it more time, or 0 to wait for ever\n")]
    [InlineData("sleep 60 & exit 3", "60", "error: '/bin/sh -c sleep 60 & exit 3' ended with exit code 3\n")]
    public async Task Preview_ProgramThatHangs_IsNotWaitedForForEver(string script, string seconds, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no /bin/sh");
        using CommandLine commandLine = new();

        (int exitCode, _, string error) = await commandLine.RunAsync("preview", "dev", "--timeout", seconds, "--", "/bin/sh", "-c", script);

        Assert.Equal((ExitCodes.BadInput, expected), (exitCode, error));
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("86401")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    public async Task Preview_TimeoutOutOfBounds_SaysWhatIsAllowed(string seconds)
    {
        using CommandLine commandLine = new();

        (int exitCode, _, string error) = await commandLine.RunAsync("preview", $"--timeout={seconds}");

        Assert.Equal(
            (ExitCodes.BadInput, $"--timeout: '{seconds}' is not a whole number of seconds from 0 to 86400; give one, or 0 to wait for ever"), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task Preview_ProgramInThisProcessThatBlocks_IsNotWaitedForForEver()
    {
        using ManualResetEventSlim end = new();
        using CommandLine commandLine = new();
        OwnProgram program = new(() =>
        {
            end.Wait();
            return Task.FromResult(0);
        });
        using StringWriter error = new() { NewLine = "\n" };
        using StringWriter output = new();

        int exitCode = await Task.Run(() => RampartProgram.RunCommandAsync(
            ["preview", "--cwd", commandLine.Folder, "--timeout", "1"], program, new InvocationConfiguration { Output = output, Error = error }))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(
            (ExitCodes.BadInput, "error: --timeout: the program has not ended after 1 s and was stopped; give it more time, or 0 to wait for ever\n"),
            (exitCode, error.ToString()));
        Assert.True(program.IsRunning);
        end.Set();
    }
}
