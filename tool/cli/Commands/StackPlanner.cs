using System.CommandLine;
using System.Globalization;
using Rampart.Cli.Terminals;
using Rampart.Plan.Configuration;
using Rampart.Plan.Programs;
using Rampart.Protocol.Monitor;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary>
/// Plans the stack that a command line names: reads its configuration, runs the program, and tells the user all that is
/// wrong at once.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="options">The options that name the stack.</param>
public sealed class StackPlanner(IProgram program, StackOptions options)
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    /// <summary>The plan; null when something is wrong, which has been told on standard error.</summary>
    public async Task<Rampart.Plan.Plans.Plan?> PlanAsync(ParseResult command, CancellationToken cancellationToken) =>
        (await PlanAsync(command, static _ => [], cancellationToken).ConfigureAwait(false))?.Plan;

    /// <summary>The plan with its configuration; null when something is wrong, which has been told on standard error.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="check">What else is wrong with the configuration, told together with the rest.</param>
    /// <param name="cancellationToken">Stops the program.</param>
    public async Task<PlannedStack?> PlanAsync(
        ParseResult command, Func<StackConfiguration, IReadOnlyList<Diagnostic>> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(check);
        StackConfiguration configuration = StackConfiguration.Load(
            command.GetValue(options.Cwd) ?? Environment.CurrentDirectory,
            command.GetValue(options.Stack) ?? StackOptions.DefaultStack,
            command.GetValue(options.Config) ?? [],
            Environment.GetEnvironmentVariable);
        TextWriter errors = command.InvocationConfiguration.Error;
        Palette palette = Palette.ForError(errors);
        if (configuration.Project is null || configuration.Stack is null)
        {
            DiagnosticText.Write(errors, palette, configuration.Diagnostics);
            return null;
        }

        if (await RunAsync(configuration, check, command.GetValue(options.Timeout), cancellationToken).ConfigureAwait(false) is not { } run)
        {
            errors.WriteLine(palette.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"error: --timeout: the program has not ended after {command.GetValue(options.Timeout)} s and was stopped; give it more time, or 0 to wait for ever")));
            return null;
        }

        DiagnosticText.Write(errors, palette, run.Diagnostics);
        if (run.HasSucceeded)
        {
            return new PlannedStack(run.Plan, configuration) { AllowsUnknown = command.GetValue(options.AllowUnknown) };
        }

        foreach (LogRequest message in run.Errors)
        {
            errors.WriteLine(palette.Error("error: ") + PlainLine.Lines(message.Message));
        }

        return null;
    }

    // Null when the time is over. A program that is another process is ended then; one in this process ends with it.
    private async Task<ProgramRun?> RunAsync(
        StackConfiguration configuration, Func<StackConfiguration, IReadOnlyList<Diagnostic>> check, int seconds, CancellationToken cancellationToken)
    {
        if (seconds == 0)
        {
            return await ProgramRun.OfAsync(program, configuration, check, cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return await ProgramRun.OfAsync(program, configuration, check, limited.Token)
                .WaitAsync(TimeSpan.FromSeconds(seconds) + TimeToEnd, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
