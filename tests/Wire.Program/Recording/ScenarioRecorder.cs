using System.Diagnostics;

namespace Rampart.WireProgram.Recording;

/// <summary>Runs scenarios of this program in other processes and writes down what they say; one at a time.</summary>
/// <remarks>
/// Most of what a scenario costs is the start of a process, so runs share one, where <see cref="ScenarioProcess.FailuresGoOn"/>
/// until one fails.
/// </remarks>
public sealed class ScenarioRecorder : IAsyncDisposable
{
    // Open as long as the process: the official SDK remembers an address for ever, also one that no longer answers, and the
    // next server could be given the same.
    private readonly List<RecordingServer> _servers = [];

    private Process? _process;

    /// <summary>The path of this program, to be run with <c>dotnet</c>.</summary>
    public static string Program => typeof(ScenarioRecorder).Assembly.Location;

    /// <summary>What a scenario says, with a heading.</summary>
    /// <exception cref="InvalidOperationException">The process is gone.</exception>
    public async Task<string> RecordAsync(string scenario, bool isPreview, CancellationToken cancellationToken = default)
    {
        RecordingServer server = await RecordingServer.StartAsync(isPreview, cancellationToken).ConfigureAwait(false);
        _servers.Add(server);
        int exitCode = await RunAsync(ScenarioProcess.Request(scenario, server.Address, isPreview), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"the process ended in the scenario '{scenario}'");
        string text = $"== {scenario}, {(isPreview ? "preview" : "update")}\n{server.Write(exitCode)}\n";
        if (exitCode != 0 && ScenarioProcess.FailuresGoOn)
        {
            await DisposeAsync().ConfigureAwait(false);
        }

        return text;
    }

    /// <summary>Ends the process, whatever it does.</summary>
    public async ValueTask DisposeAsync()
    {
        _process?.Kill();
        _process?.Dispose();
        _process = null;
        foreach (RecordingServer server in _servers)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        _servers.Clear();
    }

    private async Task<int?> RunAsync(string request, CancellationToken cancellationToken)
    {
        _process ??= Process.Start(new ProcessStartInfo("dotnet", [Program, ScenarioProcess.Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await _process.StandardInput.WriteLineAsync(request.AsMemory(), cancellationToken).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (ScenarioProcess.Result(line) is { } exitCode)
            {
                return exitCode;
            }
        }

        return null;
    }
}
