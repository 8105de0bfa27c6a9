using System.Diagnostics;
using System.Globalization;
using Rampart.WireProgram.Recording;

namespace Rampart.Wire.Tests.Processes;

/// <summary>How a program's process ends before it is done.</summary>
public sealed class EndTests
{
    private const string Scenario = "dependencies.chains";

    [Trait("Speed", "Slow")]
    [Fact]
    public async Task Run_Interrupted_EndsSilently()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that another process could send.");
        await using SilentEngine engine = await SilentEngine.StartAsync();
        using ProgramProcess program = ProgramProcess.Start(Scenario, engine.Address);
        await engine.Asked.WaitAsync(TestContext.Current.CancellationToken);

        using Process kill = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]);

        // What a shell says of a program that Ctrl+C has ended.
        Assert.Equal((130, "", ""), await program.EndAsync());
    }

    [Fact]
    public async Task Run_EngineRefuses_EndsWithThirtyTwoAndTellsTheEngine()
    {
        string text = await CommandRecorder.RecordAsync(
            ["dotnet", ScenarioRecorder.Program, "failures.refused"], isPreview: false, [], TestContext.Current.CancellationToken);

        Assert.Equal("Log\n  message: refused: the resource is refused\n  severity: Error\nexit 32\n", text);
    }
}
