using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Terminals;

/// <summary>Shows diagnostics to people, one a line, as compilers do.</summary>
public static class DiagnosticText
{
    /// <summary>Writes diagnostics and, when there is an error among them, their number.</summary>
    public static void Write(TextWriter output, Palette palette, IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(palette);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int errors = 0;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            string line = diagnostic.ToString();
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
                $"{errors} {(errors == 1 ? "error" : "errors")}; nothing has been planned"));
        }
    }
}
