using System.Globalization;
using Rampart.Cli.Checks;
using Rampart.Cli.Terminals;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Reports;

namespace Rampart.Cli.Commands;

/// <summary>Says why a stack is not rendered: objects that fail its check do not go to a cluster.</summary>
internal static class RenderRefusal
{
    /// <summary>Writes the errors that no waiver covers, one a line with its place and fix; false when there are none.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="unseen">What has been written about parts that a plan cannot see.</param>
    public static bool Write(TextWriter output, StackCheck stack, IReadOnlyList<Diagnostic> unseen)
    {
        CheckOutcome outcome = stack.Check(lowest: DiagnosticSeverity.Error, failOn: DiagnosticSeverity.Error);
        Palette palette = Palette.ForError(output);
        int errors = 0;
        foreach (ObjectReport item in outcome.Report.Objects)
        {
            foreach (Finding finding in item.Findings)
            {
                if (outcome.Fails(finding))
                {
                    errors++;
                    string place = finding.Path.Length == 0 ? "" : $" {finding.Path}";
                    output.WriteLine(palette.Error(PlainLine.Of($"{item.Object}{place}: error {finding.Rule.Id}: {finding.Message}; {finding.Fix}")));
                }
            }
        }

        foreach (Diagnostic diagnostic in outcome.Report.Diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error && !unseen.Contains(diagnostic))
            {
                errors++;
                output.WriteLine(palette.Error(PlainLine.Of(diagnostic.ToString())));
            }
        }

        if (errors == 0)
        {
            return false;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{errors} {(errors == 1 ? "error" : "errors")}; nothing has been written: correct {(errors == 1 ? "it" : "them")}, waive {(errors == 1 ? "it" : "them")} with a reason, or give --force"));
        return true;
    }
}
