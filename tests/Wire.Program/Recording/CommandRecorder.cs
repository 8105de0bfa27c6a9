using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Rampart.Server.Engine;

namespace Rampart.WireProgram.Recording;

/// <summary>Runs a program against a <see cref="ScriptedEngine"/> and writes down its requests.</summary>
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
        ConcurrentQueue<(string Method, IMessage Message)> requests = [];
        EngineServer server = await EngineServer.StartAsync(
            new ScriptedEngine(isPreview),
            (method, message) => requests.Enqueue((method, message)),
            cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            int exitCode = await RunAsync(command, Environment(server.Address, isPreview).Concat(variables), cancellationToken).ConfigureAwait(false);
            return RequestText.Write(requests) + string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}\n");
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

    private static Dictionary<string, string> Environment(string address, bool isPreview) => new()
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_ORGANIZATION"] = "acme",
        ["PULUMI_PROJECT"] = ScriptedEngine.Project,
        ["PULUMI_STACK"] = ScriptedEngine.Stack,
        ["PULUMI_ROOT_DIRECTORY"] = "/project",
        ["PULUMI_PWD"] = "/project",
        ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
        ["PULUMI_CONFIG"] = """{"wire:text":"a text","wire:number":"3","wire:list":"[1,2]","wire:password":"hunter2","other:flag":"true"}""",
        ["PULUMI_CONFIG_SECRET_KEYS"] = """["wire:password"]""",
    };
}
