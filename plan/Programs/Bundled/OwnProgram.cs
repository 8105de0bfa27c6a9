using Pulumi;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Protocol.Monitor;

namespace Rampart.Plan.Programs;

/// <summary>The program of this process, built on the bundled SDK: nothing is started and nothing is sent.</summary>
/// <param name="main">The program, e.g. <c>Deployment.RunAsync&lt;MyStack&gt;</c>.</param>
public sealed class OwnProgram(Func<Task<int>> main) : IProgram
{
    private Task<int>? _run;

    /// <summary>Whether the program goes on though nobody waits for it any more: only the end of the process ends it.</summary>
    public bool IsRunning => _run is { IsCompleted: false };

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
            return new ProgramExit(await StartAsync().WaitAsync(cancellationToken).ConfigureAwait(false), exceptions);
        }
        finally
        {
            EngineSession.Current = null;
        }
    }

    // On another thread, so that one that blocks before it first waits can be given up.
    private Task<int> StartAsync() => _run = Task.Run(main);

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
