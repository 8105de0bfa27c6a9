using System.CommandLine;
using Rampart.Cli.Checks;
using Rampart.Cli.Terminals;
using Rampart.Plan.CheckSettings;
using Rampart.Plan.ManifestFiles;
using Rampart.Plan.Programs;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Options;
using Rampart.Rules.Settings;

namespace Rampart.Cli.Commands;

/// <summary><c>check [stack]</c> and <c>check --file …</c>: holds objects against the rules.</summary>
public sealed class CheckCommand
{
    private const string Outcome = "nothing has been checked";

    // What reading, checking and reporting allocates: 7 times the file for hardened apps, 55 times for small pods with 25 findings each.
    private const int AllocatedPerByte = 60;

    private readonly IProgram _program;
    private readonly StackOptions _stack = new();
    private readonly CheckOptionSet _options = new();

    private CheckCommand(IProgram program) => _program = program;

    /// <summary>Creates the command.</summary>
    public static Command Create(IProgram program)
    {
        CheckCommand check = new(program);
        Command command = new(
            "check",
            "Checks the objects of a stack, or of files, by the Pod Security Standards and the rules of the hardening guide. Exit code 1: there are findings; 2: something cannot be read.");
        check._stack.AddTo(command);
        check._options.AddTo(command);
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string[] files = parsed.GetValue(_options.File) ?? [];
        if (Contradiction(parsed, files) is { } problem)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("error: " + problem).ConfigureAwait(false);
            return ExitCodes.BadInput;
        }

        CheckOutcome? result = files.Length > 0 ? CheckFiles(parsed, files) : await CheckStackAsync(parsed, cancellationToken).ConfigureAwait(false);
        if (result is null)
        {
            return ExitCodes.BadInput;
        }

        Write(parsed, result);
        return result.ExitCode;
    }

    private string? Contradiction(ParseResult parsed, string[] files) =>
        files.Length == 0
            ? parsed.GetValue(_options.Settings) is null ? null : "--settings: it goes with --file; a stack has its settings in its configuration, below rampart:"
        : parsed.GetResult(_stack.Stack) is { Tokens.Count: > 0 } ? "--file: a stack is named, too; name a stack or files"
        : _program is ProcessProgram ? "--file: a program is named, too, behind --; name a program or files"
        : parsed.GetValue(_stack.AllowUnknown) ? "--allow-unknown: it goes with a stack; files leave no component open"
        : parsed.GetValue(_stack.Config) is { Length: > 0 } ? "--config: it goes with a stack; files have their settings in rampart.yaml"
        : null;

    private CheckOutcome? CheckFiles(ParseResult parsed, string[] files)
    {
        string folder = parsed.GetValue(_stack.Cwd) ?? Environment.CurrentDirectory;
        string? settingsFile = parsed.GetValue(_options.Settings);
        RuleSettingsResult settings = RuleSettingsFiles.ReadFile(folder, settingsFile);
        List<Diagnostic> diagnostics = [.. settings.Diagnostics];
        CheckOptions options = StackCheck.OptionsOf(settings.Settings, _options.LevelOf(parsed), _options.VersionOf(parsed), diagnostics);
        CollectorRest.Begin(ManifestFileSet.SizeOf(files, folder) * AllocatedPerByte);
        ManifestFileSet set = ManifestFileSet.Read(files, folder, Console.OpenStandardInput, RuleSettingsFiles.PathOf(folder, settingsFile));
        diagnostics.AddRange(set.Diagnostics);
        DiagnosticOrder.Sort(diagnostics);
        DiagnosticText.Write(parsed.InvocationConfiguration.Error, Palette.ForError(parsed.InvocationConfiguration.Error), diagnostics, Outcome);
        return HasErrors(diagnostics)
            ? null
            : CheckOutcome.Of(set.Objects, options, _options.LowestOf(parsed), _options.FailOnOf(parsed), diagnostics: set.UnusedSettings) with { Sources = SourceTree.Find(folder) };
    }

    private async Task<CheckOutcome?> CheckStackAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        StackCheck? check = await StackCheck.PlanAsync(
            new StackPlanner(_program, _stack), parsed, _options.LevelOf(parsed), _options.VersionOf(parsed), cancellationToken).ConfigureAwait(false);
        return check?.Check(_options.LowestOf(parsed), _options.FailOnOf(parsed));
    }

    private void Write(ParseResult parsed, CheckOutcome result)
    {
        InvocationConfiguration configuration = parsed.InvocationConfiguration;
        switch (parsed.GetValue(_options.Format))
        {
            case CheckOptionSet.Json:
                ReportStream.Write(configuration, stream => CheckJsonReport.Write(stream, result));
                break;
            case CheckOptionSet.Sarif:
                ReportStream.Write(configuration, stream => CheckSarifReport.Write(stream, result));
                break;
            case CheckOptionSet.JUnit:
                ReportStream.Write(configuration, stream => CheckJUnitReport.Write(stream, result));
                break;
            case CheckOptionSet.Markdown:
                ReportStream.WriteText(configuration, output => CheckMarkdownReport.Write(output, result));
                break;
            default:
                Palette palette = Palette.ForOutput(configuration.Output);
                ReportStream.WriteText(configuration, output => new CheckTextReport(output, palette).Write(result));
                break;
        }
    }

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
