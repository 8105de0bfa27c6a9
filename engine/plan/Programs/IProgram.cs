using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;

namespace Rampart.Plan.Programs;

/// <summary>A Pulumi program that can be run against a <see cref="PlanMonitor"/>.</summary>
public interface IProgram
{
    /// <summary>Runs the program to its end.</summary>
    /// <param name="monitor">The engine it talks to.</param>
    /// <param name="configuration">What it is told about its stack.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    Task<ProgramExit> RunAsync(PlanMonitor monitor, StackConfiguration configuration, CancellationToken cancellationToken = default);
}

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Exceptions">What ended it, where that is known: a program in another process only logs messages.</param>
public sealed record ProgramExit(int ExitCode, IReadOnlyList<Exception> Exceptions);
