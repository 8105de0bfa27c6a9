using System.Globalization;

namespace Rampart.Rules.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Nothing goes on until it is mended.</summary>
    Error,
}

/// <summary>One problem in what a user wrote: where it is, what is wrong and what to do about it.</summary>
/// <param name="Id">The number, <c>RMP</c> and four digits; never reused.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">The file as the user names it, e.g. <c>Pulumi.dev.yaml</c>.</param>
/// <param name="Key">The key, e.g. <c>spicedb:replicas</c> or <c>spicedb:resources.limits.cpu</c>; empty for the whole file.</param>
/// <param name="Problem">What is wrong, with the value: <c>'three' is not an integer</c>. Secrets are never quoted.</param>
/// <param name="Fix">What to do, with what is allowed: <c>give a whole number from 1 to 100</c>.</param>
public sealed record Diagnostic(string Id, DiagnosticSeverity Severity, string File, string Key, string Problem, string Fix)
{
    /// <summary>The line in the file, from 1; 0 when it is not known.</summary>
    public int Line { get; init; }

    /// <summary>The column in the line, from 1; 0 when it is not known.</summary>
    public int Column { get; init; }

    /// <summary>The diagnostic on one line, as compilers print theirs.</summary>
    public override string ToString()
    {
        string place = (Line, Column) switch
        {
            (0, _) => File,
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}"),
        };
        string severity = Severity switch
        {
            DiagnosticSeverity.Info => "info",
            DiagnosticSeverity.Warning => "warning",
            _ => "error",
        };
        string key = Key.Length == 0 ? "" : Key + ": ";
        return $"{place}: {severity} {Id}: {key}{Problem}; {Fix}";
    }
}
