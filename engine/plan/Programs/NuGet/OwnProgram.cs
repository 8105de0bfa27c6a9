using System.Runtime.ExceptionServices;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Server.Engine;

namespace Rampart.Plan.Programs;

/// <summary>
/// The program of this process, built on the official packages: it runs in this process too, but speaks with a server as
/// it would with Pulumi's engine, because the official SDK has no other way.
/// </summary>
/// <param name="main">The program, e.g. <c>Deployment.RunAsync&lt;MyStack&gt;</c>.</param>
public sealed class OwnProgram(Func<Task<int>> main) : IProgram
{
    // The SDK takes its settings from the environment, which the whole process shares.
    private static readonly SemaphoreSlim Environments = new(1, 1);

    private Task<int>? _run;

    /// <summary>Whether the program goes on though nobody waits for it any more: only the end of the process ends it.</summary>
    public bool IsRunning => _run is { IsCompleted: false };

    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(PlanMonitor monitor, StackConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(configuration);
        await Environments.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            EngineServer server = await EngineServer.StartAsync(monitor, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                List<KeyValuePair<string, string?>> before = Set(ProgramEnvironment.Create(configuration, server.Address));
                try
                {
                    return await RunAsync(monitor, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    Set(before);
                }
            }
        }
        finally
        {
            Environments.Release();
        }
    }

    private async Task<ProgramExit> RunAsync(PlanMonitor monitor, CancellationToken cancellationToken)
    {
        ThrownExceptions thrown = new();
        AppDomain.CurrentDomain.FirstChanceException += thrown.Add;
        try
        {
            int exitCode = await StartAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            monitor.Sort();
            return new ProgramExit(exitCode, thrown.Told(monitor.ToPlan().Messages));
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= thrown.Add;
        }
    }

    // On another thread, so that one that blocks before it first waits can be given up.
    private Task<int> StartAsync() => _run = Task.Run(main);

    private static List<KeyValuePair<string, string?>> Set(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        List<KeyValuePair<string, string?>> before = [];
        foreach ((string name, string? value) in variables)
        {
            before.Add(new(name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }

        return before;
    }

    /// <summary>
    /// The exceptions of the program. The SDK tells the engine only their text and gives them to nobody, so they are taken where
    /// they are thrown.
    /// </summary>
    private sealed class ThrownExceptions
    {
        private readonly Lock _lock = new();
        private readonly List<Exception> _exceptions = [];
        private readonly HashSet<Exception> _seen = new(ReferenceEqualityComparer.Instance);

        public void Add(object? sender, FirstChanceExceptionEventArgs thrown)
        {
            lock (_lock)
            {
                // One exception is seen again each time it is thrown on.
                if (_seen.Add(thrown.Exception))
                {
                    _exceptions.Add(thrown.Exception);
                }
            }
        }

        /// <summary>Those that ended the run: what the program caught itself was not told.</summary>
        public List<Exception> Told(IEnumerable<LogRequest> messages)
        {
            List<string> errors = [.. messages.Where(static message => message.Severity == LogSeverity.Error).Select(static message => message.Message)];
            lock (_lock)
            {
                List<Exception> told = _exceptions.FindAll(exception => errors.Exists(error => ProgramExit.IsToldBy(error, exception, SecretTexts.None)));
                PlanException[] refusals = [.. told.OfType<PlanException>()];
                told.RemoveAll(exception => Array.Exists(refusals, refusal => exception != refusal && exception.Message.Contains(refusal.Message, StringComparison.Ordinal)));
                return told;
            }
        }
    }
}
