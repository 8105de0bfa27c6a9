using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Protocol.Monitor;
using Rampart.Server.Engine;

namespace Rampart.Plan.Programs;

/// <summary>
/// A program that is run as a process of its own, in any language that Pulumi has an SDK for: with the environment that
/// Pulumi would give it, against a server in this process.
/// </summary>
/// <param name="command">The executable and its arguments. It runs in the folder that <c>main:</c> of Pulumi.yaml names.</param>
/// <param name="output">Where the program's standard output and standard error go, a line at a time, without the secrets of its configuration.</param>
public sealed class ProcessProgram(IReadOnlyList<string> command, TextWriter output) : IProgram
{
    // What programs answer that have told the engine themselves why they failed.
    private const int AlreadyLogged = 32;

    private static readonly TimeSpan OutputAfterExit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    /// <remarks>When the run is cancelled, the process and all that it has started are ended.</remarks>
    public async Task<ProgramExit> RunAsync(PlanMonitor monitor, StackConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(configuration);
        EngineServer server = await EngineServer.StartAsync(monitor, onSocket: NodeLauncher.Runs(command), cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            using Process process = new() { StartInfo = CreateStartInfo(configuration, server.Address) };
            try
            {
                process.Start();
            }
            catch (Win32Exception exception)
            {
                return await FailAsync(monitor, 1, $"'{command[0]}' cannot be started: {exception.Message}").ConfigureAwait(false);
            }

            await WaitAsync(process, new ProgramOutput(output, configuration.Secrets), cancellationToken).ConfigureAwait(false);
            monitor.Sort();
            return await EndAsync(monitor, process.ExitCode).ConfigureAwait(false);
        }
    }

    private ProcessStartInfo CreateStartInfo(StackConfiguration configuration, string address)
    {
        ProcessStartInfo start = new()
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = configuration.Project is { } project ? ProgramFolder.Find(project) : Environment.CurrentDirectory,
        };
        foreach ((string name, string? value) in ProgramEnvironment.Create(configuration, address))
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        IReadOnlyList<string> complete = NodeLauncher.Complete(
            command, start.WorkingDirectory, name => start.Environment.TryGetValue(name, out string? value) ? value : null);
        start.FileName = complete[0];
        for (int i = 1; i < complete.Count; i++)
        {
            start.ArgumentList.Add(complete[i]);
        }

        return start;
    }

    private static async Task WaitAsync(Process process, ProgramOutput output, CancellationToken cancellationToken)
    {
        try
        {
            Task copied = Task.WhenAll(CopyAsync(process, process.StandardOutput, output), CopyAsync(process, process.StandardError, output));
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);

            // Its output may stay open in a process that it has started and left behind, and is then not waited for long.
            if (await Task.WhenAny(copied, Task.Delay(OutputAfterExit, cancellationToken)).ConfigureAwait(false) == copied)
            {
                await copied.ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        finally
        {
            output.Close();
        }
    }

    private static async Task CopyAsync(Process process, TextReader from, ProgramOutput output)
    {
        try
        {
            await output.CopyAsync(from).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Nobody reads what it prints: it would wait for that.
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task<ProgramExit> EndAsync(PlanMonitor monitor, int exitCode)
    {
        switch (exitCode)
        {
            case 0 when monitor.IsEmpty:
                return await FailAsync(
                    monitor,
                    1,
                    $"'{CommandLine}' ended without declaring a stack; name a command that runs a Pulumi program").ConfigureAwait(false);
            case 0:
                return new ProgramExit(exitCode, []);
            case AlreadyLogged when monitor.ToPlan().Messages.Any(static message => message.Severity == LogSeverity.Error):
                return new ProgramExit(exitCode, []);
            case AlreadyLogged:
                return await FailAsync(
                    monitor,
                    exitCode,
                    $"'{CommandLine}' ended with exit code 32, which says that it has told why, and told nothing; run it by itself to see").ConfigureAwait(false);
            default:
                return await FailAsync(
                    monitor,
                    exitCode,
                    string.Create(CultureInfo.InvariantCulture, $"'{CommandLine}' ended with exit code {exitCode}")).ConfigureAwait(false);
        }
    }

    private string CommandLine => string.Join(' ', command);

    private static async Task<ProgramExit> FailAsync(PlanMonitor monitor, int exitCode, string message)
    {
        await monitor.LogAsync(new LogRequest(LogSeverity.Error, message)).ConfigureAwait(false);
        return new ProgramExit(exitCode, []);
    }
}
