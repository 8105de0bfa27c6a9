using System.CommandLine;
using System.Globalization;
using Rampart.Cli.Terminals;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Plan.Programs;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
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

        PlanMonitor monitor = new(configuration.ProjectName, configuration.StackName) { KubernetesNamespace = KubernetesNamespace(configuration) };
        if (await RunAsync(monitor, configuration, command.GetValue(options.Timeout), cancellationToken).ConfigureAwait(false) is not { } exit)
        {
            errors.WriteLine(palette.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"error: --timeout: the program has not ended after {command.GetValue(options.Timeout)} s and was stopped; give it more time, or 0 to wait for ever")));
            return null;
        }

        SecretTexts secrets = configuration.Secrets;
        Rampart.Plan.Plans.Plan plan = monitor.ToPlan().Hide(secrets);
        List<Diagnostic> settings = Settings(exit);
        settings.AddRange(check(configuration));
        List<Diagnostic> diagnostics = [.. configuration.Merge(settings).Select(each => each with { Problem = secrets.Mask(each.Problem), Fix = secrets.Mask(each.Fix) })];
        DiagnosticText.Write(errors, palette, diagnostics);
        if (exit.ExitCode == 0 && !diagnostics.Exists(static each => each.Severity == DiagnosticSeverity.Error))
        {
            return new PlannedStack(plan, configuration) { AllowsUnknown = command.GetValue(options.AllowUnknown) };
        }

        WriteMessages(errors, palette, plan, exit, secrets);
        return null;
    }

    // Null when the time is over. A program that is another process is ended then; one in this process ends with it.
    private async Task<ProgramExit?> RunAsync(PlanMonitor monitor, StackConfiguration configuration, int seconds, CancellationToken cancellationToken)
    {
        if (seconds == 0)
        {
            return await program.RunAsync(monitor, configuration, cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return await program.RunAsync(monitor, configuration, limited.Token)
                .WaitAsync(TimeSpan.FromSeconds(seconds) + TimeToEnd, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static PropertyValue KubernetesNamespace(StackConfiguration configuration)
    {
        if (!configuration.Values.TryGetValue("kubernetes:namespace", out ConfigValue? value))
        {
            return PropertyValue.Null;
        }

        PropertyValue place = value.Text is { } text ? PropertyValue.From(text) : PropertyValue.Unknown;
        return value.IsSecret ? PropertyValue.Secret(place) : place;
    }

    private static List<Diagnostic> Settings(ProgramExit exit)
    {
        List<Diagnostic> all = [];
        foreach (Exception exception in exit.Exceptions)
        {
            if (exception is IDiagnosticSource source)
            {
                all.AddRange(source.Diagnostics);
            }
        }

        return all;
    }

    private static void WriteMessages(TextWriter errors, Palette palette, Rampart.Plan.Plans.Plan plan, ProgramExit exit, SecretTexts secrets)
    {
        // The message of an exception that carries diagnostics says the same as they do.
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach (Exception exception in exit.Exceptions)
        {
            if (exception is IDiagnosticSource)
            {
                said.Add(secrets.Mask(exception.Message));
            }
        }

        foreach (LogRequest message in plan.Messages)
        {
            if (message.Severity == LogSeverity.Error && !said.Contains(message.Message))
            {
                errors.WriteLine(palette.Error("error: ") + PlainLine.Lines(message.Message));
            }
        }
    }
}
