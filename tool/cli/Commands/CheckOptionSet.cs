using System.CommandLine;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.PodSecurity;

namespace Rampart.Cli.Commands;

/// <summary>The options of <c>check</c>, apart from those that name a stack.</summary>
internal sealed class CheckOptionSet
{
    public const string Text = "text";
    public const string Markdown = "markdown";
    public const string Json = "json";
    public const string Sarif = "sarif";
    public const string JUnit = "junit";
    private const string Never = "never";

    private static readonly string[] Severities = ["error", "warning", "info"];

    public CheckOptionSet()
    {
        Format.AcceptOnlyFromAmong(Text, Markdown, Json, Sarif, JUnit);
        Level.AcceptOnlyFromAmong(PodSecurityLevel.Baseline.ToText(), PodSecurityLevel.Restricted.ToText());
        Severity.AcceptOnlyFromAmong(Severities);
        FailOn.AcceptOnlyFromAmong([.. Severities, Never]);
        Version.Validators.Add(static result =>
        {
            string? text = result.Tokens.Count == 0 ? null : result.Tokens[0].Value;
            if (text is not null && !PolicyVersion.TryParse(text, out _))
            {
                result.AddError($"--version: {QuotedText.Of(text)} is not a version of the Pod Security Standards; give latest or v1.N, e.g. v1.35");
            }
        });
    }

    public Option<string[]> File { get; } = new("--file", "-f")
    {
        Description = "Kubernetes objects to check instead of a stack: a file of YAML or JSON, a folder with all below it, or - for standard input; may be given again.",
        HelpName = "file|folder|-",
    };

    public Option<string> Settings { get; } = new("--settings")
    {
        Description = "Waivers, severities and the like for files. Default: rampart.yaml in the current folder, if there is one.",
        HelpName = "file",
    };

    public Option<string> Level { get; } = new("--level")
    {
        Description = "Pod Security Standard: baseline or restricted. Default: that of the settings, or restricted.",
    };

    public Option<string> Version { get; } = new("--version")
    {
        Description = "Version of the Pod Security Standard: v1.N or latest. Default: that of the settings, or latest.",
        HelpName = "v1.N|latest",
    };

    public Option<string> Format { get; } = new("--format")
    {
        Description = "text, markdown (for a pull request), json, sarif (for code scanning) or junit (for a build server).",
        DefaultValueFactory = static _ => Text,
    };

    public Option<string> Severity { get; } = new("--severity")
    {
        Description = "The lowest severity that is shown: error, warning or info.",
        DefaultValueFactory = static _ => "info",
    };

    public Option<string> FailOn { get; } = new("--fail-on")
    {
        Description = "The lowest severity that makes the exit code 1: error, warning, info or never.",
        DefaultValueFactory = static _ => "error",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(File);
        command.Options.Add(Settings);
        command.Options.Add(Level);
        command.Options.Add(Version);
        command.Options.Add(Format);
        command.Options.Add(Severity);
        command.Options.Add(FailOn);
    }

    public PodSecurityLevel? LevelOf(ParseResult parsed) =>
        PodSecurityLevels.TryParse(parsed.GetValue(Level), out PodSecurityLevel level) ? level : null;

    public PolicyVersion? VersionOf(ParseResult parsed) =>
        PolicyVersion.TryParse(parsed.GetValue(Version), out PolicyVersion version) ? version : null;

    public DiagnosticSeverity LowestOf(ParseResult parsed) => SeverityOf(parsed.GetValue(Severity)) ?? DiagnosticSeverity.Info;

    public DiagnosticSeverity? FailOnOf(ParseResult parsed) => SeverityOf(parsed.GetValue(FailOn));

    private static DiagnosticSeverity? SeverityOf(string? text) => text switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "info" => DiagnosticSeverity.Info,
        _ => null,
    };
}
