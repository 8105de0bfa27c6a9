using Rampart.Protocol.Monitor;
using Rampart.Rules.Diagnostics;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Commands;

public sealed class PreviewCommandTests
{
    [Fact]
    public async Task Preview_SmallStack_ShowsTreeOutputsAndCounts()
    {
        using CommandLine commandLine = new()
        {
            Program = new SmallProgram { Messages = [new LogRequest(LogSeverity.Warning, "mind the gap"), new LogRequest(LogSeverity.Debug, "not shown")] },
        };

        (int exitCode, string output, string error) = await commandLine.RunAsync("preview");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        GoldenFile.Verify("preview.txt", output);
    }

    [Fact]
    public async Task Preview_UnknownStack_NamesThoseThatExist()
    {
        using CommandLine commandLine = new();

        (int exitCode, string output, string error) = await commandLine.RunAsync("preview", "prod");

        Assert.Equal(
            (ExitCodes.BadInput, "", "Pulumi.prod.yaml: error RMP7002: there is no stack 'prod'; use dev\n1 error; nothing has been planned\n"),
            (exitCode, output, error));
    }

    [Fact]
    public async Task Preview_ProblemsOfFileAndProgram_AreToldTogetherWithTheirLines()
    {
        using CommandLine commandLine = new()
        {
            Program = new SmallProgram
            {
                Failures = [new SmallProgram.SettingsException(new Diagnostic("RMP7199", DiagnosticSeverity.Error, "Pulumi.dev.yaml", "small:replicas", "'900' is more than 100", "give a whole number from 1 to 100"))],
            },
        };
        commandLine.Write("Pulumi.dev.yaml", "config:\n  small:replics: 2\n  small:replicas: 900\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("preview");

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.Equal(
            """
            Pulumi.dev.yaml:2:18: error RMP7010: small:replics: Pulumi.yaml declares no such key; did you mean 'small:replicas'?
            Pulumi.dev.yaml:3:19: error RMP7199: small:replicas: '900' is more than 100; give a whole number from 1 to 100
            2 errors; nothing has been planned

            """,
            error);
    }

    [Fact]
    public async Task Preview_ProgramFails_TellsItsErrors()
    {
        using CommandLine commandLine = new()
        {
            Program = new SmallProgram { Failures = [new InvalidOperationException("x")], Messages = [new LogRequest(LogSeverity.Error, "it broke")] },
        };

        (int exitCode, string output, string error) = await commandLine.RunAsync("preview");

        Assert.Equal((ExitCodes.BadInput, "", "error: it broke\n"), (exitCode, output, error));
    }

    [Fact]
    public async Task Preview_MisspeltCommand_IsBadInput()
    {
        using CommandLine commandLine = new();

        (int exitCode, _, _) = await commandLine.RunAsync("prevew");

        Assert.Equal(ExitCodes.BadInput, exitCode);
    }
}
