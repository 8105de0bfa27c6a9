using System.Diagnostics;
using Rampart.WireProgram.Recording;

namespace Rampart.Wire.Tests.Processes;

/// <summary>The conformance program as a process, with the environment that an engine gives it.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ProgramProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static ProgramProcess Start(string scenario, string address, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        ProcessStartInfo start = new("dotnet", [ScenarioRecorder.Program, scenario]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in EngineVariables.Create(address, isPreview: false))
        {
            start.Environment[name] = value;
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ProgramProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end, which must come soon.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _output, await _errors);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
