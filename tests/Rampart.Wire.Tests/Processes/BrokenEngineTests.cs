using System.Net;
using System.Net.Sockets;

namespace Rampart.Wire.Tests.Processes;

/// <summary>How a program's process ends when something is wrong with its engine: soon, with a message, without a stack trace.</summary>
public sealed class BrokenEngineTests
{
    private const string Scenario = "dependencies.chains";

    [Trait("Speed", "Slow")]
    [Fact]
    public async Task Run_EngineGone_EndsWithOneAndSaysWhatToDo()
    {
        SilentEngine engine = await SilentEngine.StartAsync();
        using ProgramProcess program = ProgramProcess.Start(Scenario, engine.Address);
        await engine.Asked.WaitAsync(TestContext.Current.CancellationToken);

        await engine.DisposeAsync();
        (int exitCode, string output, string errors) = await program.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Matches(
            $@"^Lost the Pulumi engine at {engine.Address} \([^)]*\)\. What it was doing may be half done: run `pulumi cancel` if the stack is locked, then `pulumi refresh` and `pulumi up`\.\n$",
            errors.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Run_NobodyListens_EndsWithOneAndSaysWhereItLooked()
    {
        using ProgramProcess program = ProgramProcess.Start(Scenario, FreeAddress());

        (int exitCode, string output, string errors) = await program.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Matches(
            @"^Cannot reach the Pulumi engine at 127\.0\.0\.1:\d+ \([^)]*\)\. The engine that started this program is gone, or PULUMI_MONITOR and PULUMI_ENGINE are left over from it: start the program with `pulumi up`\.\n$",
            errors.ReplaceLineEndings("\n"));
    }

    public static TheoryData<string, string, string> Malformed => new()
    {
        {
            "PULUMI_CONFIG",
            "{not json",
            "PULUMI_CONFIG is not a JSON object of texts; it is what the engine gives a program, unset it to run without\n"
        },
        {
            "PULUMI_CONFIG",
            "[]",
            "PULUMI_CONFIG is not a JSON object of texts; it is what the engine gives a program, unset it to run without\n"
        },
        {
            "PULUMI_DRY_RUN",
            "perhaps",
            "PULUMI_DRY_RUN: 'perhaps' is neither true nor false; it is what the engine gives a program: start it with `pulumi up`\n"
        },
        {
            "PULUMI_PROJECT",
            "",
            "PULUMI_PROJECT is not set, but PULUMI_MONITOR is: the engine gives a program both; start it with `pulumi up`, or unset "
                + "PULUMI_MONITOR to plan it without an engine\n"
        },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Run_MalformedEnvironment_EndsWithOneAndSaysWhich(string name, string value, string expected)
    {
        using ProgramProcess program = ProgramProcess.Start(Scenario, FreeAddress(), (name, value));

        (int exitCode, string output, string errors) = await program.EndAsync();

        Assert.Equal((1, "", expected), (exitCode, output, errors.ReplaceLineEndings("\n")));
    }

    // A port that was free a moment ago.
    private static string FreeAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, port: 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }
}
