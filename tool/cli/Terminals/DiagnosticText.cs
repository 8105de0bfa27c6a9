using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Terminals;

/// <summary>Shows diagnostics to people, one a line, as compilers do.</summary>
public static class DiagnosticText
{
    /// <summary>Writes diagnostics and, when there is an error among them, their number.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="palette">How severities stand out.</param>
    /// <param name="diagnostics">The diagnostics, in their order.</param>
    /// <param name="outcome">What errors mean for the command.</param>
    public static void Write(TextWriter output, Palette palette, IReadOnlyList<Diagnostic> diagnostics, string outcome = "nothing has been planned")
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(palette);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int errors = 0;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            string line = PlainLine.Of(diagnostic.ToString());
            errors += diagnostic.Severity == DiagnosticSeverity.Error ? 1 : 0;
            output.WriteLine(diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => palette.Error(line),
                DiagnosticSeverity.Warning => palette.Warning(line),
                _ => line,
            });
        }

        if (errors > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{errors} {(errors == 1 ? "error" : "errors")}; {outcome}"));
        }
    }
}
