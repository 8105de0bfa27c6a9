using System.Diagnostics;

namespace Rampart.WireProgram.Recording;

/// <summary>Runs scenarios of this program in another process and writes down what they say.</summary>
public sealed class ScenarioRecorder : IDisposable
{
    /// <summary>The variable that tells a process of this program which scenario it is.</summary>
    public const string ScenarioVariable = "WIRE_SCENARIO";

    private readonly Process _process;

    /// <summary>Starts the process.</summary>
    public ScenarioRecorder()
    {
        ProcessStartInfo start = new("dotnet", [Program, ScenarioProcess.Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>The path of this program, to be run with <c>dotnet</c>.</summary>
    public static string Program => typeof(ScenarioRecorder).Assembly.Location;

    /// <summary>What a scenario says, with a heading; one at a time.</summary>
    /// <exception cref="InvalidOperationException">The process is gone.</exception>
    public async Task<string> RecordAsync(string scenario, bool isPreview, CancellationToken cancellationToken = default)
    {
        RecordingServer server = await RecordingServer.StartAsync(isPreview, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            string request = ScenarioProcess.Request(scenario, server.Address, isPreview);
            await _process.StandardInput.WriteLineAsync(request.AsMemory(), cancellationToken).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            while (await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (ScenarioProcess.Result(line) is { } exitCode)
                {
                    return $"== {scenario}, {(isPreview ? "preview" : "update")}\n{server.Write(exitCode)}\n";
                }
            }

            throw new InvalidOperationException($"the process ended in the scenario '{scenario}'");
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
