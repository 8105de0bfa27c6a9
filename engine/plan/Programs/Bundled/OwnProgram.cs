using Pulumi;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Protocol.Monitor;

namespace Rampart.Plan.Programs;

/// <summary>The program of this process, built on the bundled SDK: nothing is started and nothing is sent.</summary>
/// <param name="main">The program, e.g. <c>Deployment.RunAsync&lt;MyStack&gt;</c>.</param>
public sealed class OwnProgram(Func<Task<int>> main) : IProgram
{
    private Task<Task<int>>? _start;

    /// <summary>Whether the program still runs, though nobody waits for it any more: only the end of the process ends it.</summary>
    public bool IsRunning => _start is { IsCompleted: false } or { IsCompletedSuccessfully: true, Result.IsCompleted: false };

    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(PlanMonitor monitor, StackConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<Exception> exceptions = [];
        PulumiConfig config = configuration.ToPlanConfig();
        EngineSession.Current = new EngineSession
        {
            Monitor = new TransformingMonitor(monitor),
            Project = configuration.ProjectName,
            Stack = configuration.StackName,
            RootDirectory = configuration.Project?.Folder ?? "",
            IsDryRun = true,
            Config = config.Values,
            SecretKeys = config.SecretKeys.ToHashSet(StringComparer.Ordinal),
            OpaqueKeys = OpaqueKeys(configuration),
            OnException = exceptions.Add,
        };
        try
        {
            return new ProgramExit(await Start(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false), exceptions);
        }
        finally
        {
            EngineSession.Current = null;
        }
    }

    // On another thread, so that a program that blocks before its first await can be given up. Nearly every program has ended by the
    // time that its first await would come: to wait for that here is cheaper than a continuation.
    private Task<int> Start(CancellationToken cancellationToken)
    {
        _start = Task.Factory.StartNew(main, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = Task.WaitAny([_start], cancellationToken);
        return _start.GetAwaiter().GetResult();
    }

    private static HashSet<string> OpaqueKeys(StackConfiguration configuration)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach ((string key, ConfigValue value) in configuration.Values)
        {
            if (value.IsOpaque)
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
