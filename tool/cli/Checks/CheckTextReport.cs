using System.Globalization;
using Rampart.Cli.Terminals;
using Rampart.Cli.Texts;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Resources;

namespace Rampart.Cli.Checks;

/// <summary>Shows a check to people: findings by object, what was not evaluated, the checklist, the numbers.</summary>
/// <param name="output">Where to.</param>
/// <param name="palette">How parts stand out.</param>
public sealed class CheckTextReport(TextWriter output, Palette palette)
{
    /// <summary>Writes the whole report.</summary>
    public void Write(CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(result);
        WriteObjects(result);
        WriteDiagnostics(result.Report.Diagnostics);
        WriteScopes(result.Report);
        WriteNotEvaluated(result);
        WriteByShape(result);
        WriteChangedRules(result);
        WriteFeasibility(result.Report.Feasibility);
        WriteChecklist(result.Report.Checklist);
        WriteSummary(result);
    }

    /// <summary>Writes what a preview shows: the findings that are shown, the checklist, the numbers.</summary>
    public void WriteDigest(CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(result);
        WriteObjects(result);
        WriteDiagnostics(result.Report.Diagnostics);
        WriteByShape(result);
        WriteChangedRules(result);
        WriteFeasibility(result.Report.Feasibility);
        WriteChecklist(result.Report.Checklist);
        WriteSummary(result);
    }

    private void WriteFeasibility(IReadOnlyList<FeasibilityVerdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        output.WriteLine(palette.Bold("Feasibility"));
        KubernetesObject? last = null;
        string subject = "";
        foreach (FeasibilityVerdict verdict in verdicts)
        {
            // A quota has many verdicts.
            if (!ReferenceEquals(verdict.Object, last))
            {
                last = verdict.Object;
                subject = PlainLine.Of(last.ToString());
            }

            output.Write(verdict.Fits switch
            {
                true => "  ✓ ",
                false => palette.Error("  ✗ "),
                null => palette.Hidden("  ? "),
            });
            output.Write(subject);
            output.Write(": ");
            output.WriteLine(PlainLine.Of(verdict.Text));
        }

        output.WriteLine();
    }

    private void WriteChecklist(IReadOnlyList<ChecklistItem> checklist)
    {
        output.WriteLine(palette.Bold("Checklist"));
        foreach (ChecklistItem item in checklist)
        {
            string state = item.State.ToText();
            output.Write("  ");
            output.Write(item.State switch
            {
                ChecklistState.Met => "✓ ",
                ChecklistState.Broken => palette.Error("✗ "),
                ChecklistState.Waived => palette.Warning("~ "),
                ChecklistState.Unknown => palette.Hidden("? "),
                _ => palette.Dim("- "),
            });
            output.Write(item.Point.Title());
            output.WriteLine(palette.Dim($"  {state}: {PlainLine.Of(item.Evidence)}"));
        }

        output.WriteLine();
    }

    private void WriteSummary(CheckOutcome result)
    {
        output.Write(palette.Bold(CheckTexts.Describe(result.Report.Summary)));
        output.Write("; ");
        output.Write(CheckTexts.DescribePodSecurity(result.Report));
        int hidden = result.CountHidden();
        output.WriteLine(hidden == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {hidden} below --severity {CheckTexts.Word(result.Lowest)} not shown"));
    }

    private void WriteObjects(CheckOutcome result)
    {
        OrderedText.Write(result.Report.Objects, output, (writer, item) => WriteObject(writer, result, item));
    }

    private void WriteObject(TextWriter writer, CheckOutcome result, ObjectReport item)
    {
        bool isFirst = true;
        for (int i = 0; i < item.Findings.Count; i++)
        {
            Finding finding = item.Findings[i];
            if (!result.Shows(finding))
            {
                continue;
            }

            if (isFirst)
            {
                WriteHeading(writer, item);
                isFirst = false;
            }

            WriteFinding(writer, finding);
        }

        if (!isFirst)
        {
            writer.WriteLine();
        }
    }

    private void WriteHeading(TextWriter writer, ObjectReport item)
    {
        KubernetesObject subject = item.Object;
        string place = CheckTexts.Place(subject.Origin);
        string shape = CheckTexts.DescribeShape(subject);
        string name = (subject.Namespace.Length == 0 ? "" : subject.Namespace + "/") + (subject.Name.Length == 0 ? "[unnamed]" : subject.Name);
        writer.Write(palette.Kind(PlainLine.Of(subject.Kind)));
        writer.Write(' ');
        writer.Write(palette.Bold(PlainLine.Of(name)));
        writer.WriteLine(palette.Dim((place.Length == 0 ? "" : "  " + PlainLine.Of(place)) + (shape.Length == 0 ? "" : "  " + PlainLine.Of(shape))));
    }

    private void WriteFinding(TextWriter writer, Finding finding)
    {
        writer.Write("  ");
        writer.Write((finding.Verdict, finding.Waiver) switch
        {
            (FindingVerdict.Unknown, _) => palette.Hidden("?       "),
            (_, not null) => palette.Dim("waived  "),
            _ => Label(finding.Severity),
        });
        writer.Write(finding.Rule.Id);
        writer.Write(' ');
        writer.Write(finding.Rule.Name);
        writer.Write(' ');
        if (finding.Path.Length > 0)
        {
            writer.Write(palette.Dim(PlainLine.Of(finding.Path)));
            writer.Write(palette.Dim(": "));
        }

        writer.Write(PlainLine.Of(finding.Message));
        writer.Write("; ");
        writer.WriteLine(finding.Waiver is { } waiver ? palette.Dim("waived: " + PlainLine.Of(CheckTexts.Describe(waiver))) : PlainLine.Of(finding.Fix));
    }

    private string Label(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => palette.Error("error   "),
        DiagnosticSeverity.Warning => palette.Warning("warning "),
        _ => "info    ",
    };

    private void WriteDiagnostics(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            string line = PlainLine.Of(diagnostic.ToString());
            output.WriteLine(diagnostic.Severity == DiagnosticSeverity.Error ? palette.Error(line) : palette.Warning(line));
        }

        if (diagnostics.Count > 0)
        {
            output.WriteLine();
        }
    }

    private void WriteScopes(CheckReport report)
    {
        if (report.Scopes.Count > 0)
        {
            output.WriteLine(PlainLine.Of(CheckTexts.DescribeScopes(report)));
            output.WriteLine();
        }
    }

    private void WriteNotEvaluated(CheckOutcome result)
    {
        IReadOnlyList<KindCount> kinds = result.CountNotEvaluated();
        if (kinds.Count == 0)
        {
            return;
        }

        output.WriteLine("Not evaluated by Pod Security: " + Join(kinds));
        if (kinds.Any(static kind => kind.Kind == ValuesFragment.Kind))
        {
            output.WriteLine(palette.Dim("  Values are fragments of a chart: rules look at what they say, not at what they leave out."));
        }

        output.WriteLine();
    }

    private void WriteByShape(CheckOutcome result)
    {
        IReadOnlyList<KindCount> kinds = result.CountByShape();
        if (kinds.Count > 0)
        {
            output.WriteLine($"{CheckTexts.ByShape}: {Join(kinds)}");
            output.WriteLine();
        }
    }

    private static string Join(IReadOnlyList<KindCount> kinds) => string.Join(
        ", ", kinds.Select(static each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {PlainLine.Of(each.Kind)}")));

    private void WriteChangedRules(CheckOutcome result)
    {
        IReadOnlyList<(Rule Rule, DiagnosticSeverity? Severity)> changed = result.FindChangedRules();
        if (changed.Count == 0)
        {
            return;
        }

        output.WriteLine("Rules at another severity than their own:");
        foreach ((Rule rule, DiagnosticSeverity? severity) in changed)
        {
            output.WriteLine($"  {rule}: {CheckTexts.Word(severity)} instead of {CheckTexts.Word(rule.Severity)}");
        }

        output.WriteLine();
    }
}
