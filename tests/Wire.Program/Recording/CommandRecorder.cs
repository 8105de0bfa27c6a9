using System.Diagnostics;

namespace Rampart.WireProgram.Recording;

/// <summary>Runs a program as a process and writes down what it says.</summary>
public static class CommandRecorder
{
    /// <summary>The requests, in an order that does not depend on when they were sent, and the exit code.</summary>
    public static async Task<string> RecordAsync(
        IReadOnlyList<string> command,
        bool isPreview,
        IEnumerable<KeyValuePair<string, string>> variables,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(variables);
        RecordingServer server = await RecordingServer.StartAsync(isPreview, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            return server.Write(await RunAsync(
                command, EngineVariables.Create(server.Address, isPreview).Concat(variables), cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> command,
        IEnumerable<KeyValuePair<string, string>> variables,
        CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;

        // Nobody compares what a program prints, but it must be able to print.
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            await Task.WhenAll(output, errors).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }
}
