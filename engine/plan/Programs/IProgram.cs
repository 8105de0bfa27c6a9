using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Protocol.Values;

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
public sealed record ProgramExit(int ExitCode, IReadOnlyList<Exception> Exceptions)
{
    /// <summary>
    /// Whether a logged error tells of an exception: by its message alone where that is meant for people, else by type and message; what the
    /// monitor refuses may come back inside of another exception.
    /// </summary>
    /// <param name="error">The error, in which secrets are masked.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="secrets">What is masked.</param>
    public static bool IsToldBy(string error, Exception exception, SecretTexts secrets)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(secrets);
        return error == secrets.Mask(exception.Message)
            || error.Contains(secrets.Mask(exception is PlanException ? exception.Message : $"{exception.GetType()}: {exception.Message}"), StringComparison.Ordinal);
    }
}
