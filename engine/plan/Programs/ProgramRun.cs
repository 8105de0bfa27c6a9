using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Programs;

/// <summary>A program that has been planned: what it declared, and all that is wrong, without secrets of its configuration.</summary>
/// <param name="Plan">What it declared.</param>
/// <param name="Exit">How it ended; the texts of its exceptions may hold secrets.</param>
/// <param name="Diagnostics">What is wrong with its configuration, located and in order.</param>
/// <param name="Errors">The errors that it logged, or ended with, besides those that the diagnostics tell.</param>
public sealed record ProgramRun(Plans.Plan Plan, ProgramExit Exit, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<LogRequest> Errors)
{
    /// <summary>Whether the program ended well and no diagnostic is an error.</summary>
    public bool HasSucceeded => Exit.ExitCode == 0 && !Diagnostics.Any(static each => each.Severity == DiagnosticSeverity.Error);

    /// <summary>Runs a program against a monitor of its own.</summary>
    /// <param name="program">The program.</param>
    /// <param name="configuration">What it is told about its stack.</param>
    /// <param name="check">What else is wrong with the configuration, told together with the rest.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<ProgramRun> OfAsync(
        IProgram program,
        StackConfiguration configuration,
        Func<StackConfiguration, IReadOnlyList<Diagnostic>> check,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(check);
        PlanMonitor monitor = PlanMonitor.Of(configuration);
        ProgramExit exit = await program.RunAsync(monitor, configuration, cancellationToken).ConfigureAwait(false);
        SecretTexts secrets = configuration.Secrets;
        Plans.Plan plan = monitor.ToPlan().Hide(secrets);

        // The message of an exception that carries diagnostics says the same as they do.
        List<Diagnostic> settings = [];
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach (Exception exception in exit.Exceptions)
        {
            if (exception is IDiagnosticSource source)
            {
                settings.AddRange(source.Diagnostics);
                said.Add(secrets.Mask(exception.Message));
            }
        }

        settings.AddRange(check(configuration));
        return new ProgramRun(
            plan,
            exit,
            configuration.Merge(settings),
            [.. plan.Messages.Where(message => message.Severity == LogSeverity.Error && !said.Contains(message.Message))]);
    }
}
