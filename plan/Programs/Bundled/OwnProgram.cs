using Pulumi;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;

namespace Rampart.Plan.Programs;

/// <summary>The program of this process, built on the bundled SDK: nothing is started and nothing is sent.</summary>
/// <param name="main">The program, e.g. <c>Deployment.RunAsync&lt;MyStack&gt;</c>.</param>
public sealed class OwnProgram(Func<Task<int>> main) : IProgram
{
    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(PlanMonitor monitor, StackConfiguration configuration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<Exception> exceptions = [];
        EngineSession.Current = new EngineSession
        {
            Monitor = monitor,
            Project = configuration.Project,
            Stack = configuration.Stack,
            RootDirectory = configuration.Folder,
            IsDryRun = true,
            Config = configuration.Texts,
            OpaqueKeys = configuration.OpaqueKeys,
            OnException = exceptions.Add,
        };
        try
        {
            return new ProgramExit(await main().WaitAsync(cancellationToken).ConfigureAwait(false), exceptions);
        }
        finally
        {
            EngineSession.Current = null;
        }
    }
}
