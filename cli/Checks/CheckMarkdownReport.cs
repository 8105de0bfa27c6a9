using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Resources;

namespace Rampart.Cli.Checks;

/// <summary>Writes a check as Markdown for a comment on a pull request: numbers first, then a table of objects, details folded.</summary>
public static class CheckMarkdownReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        string verdict = result.ExitCode == ExitCodes.Success ? "passed" : "failed";
        output.WriteLine($"## Rampart check {verdict}");
        output.WriteLine();
        output.WriteLine($"{CheckTexts.Describe(result.Report.Summary)}. {CheckTexts.DescribePodSecurity(result.Report)}.");
        output.WriteLine();
        WriteObjects(output, result);
        WriteFindings(output, result);
        WriteDiagnostics(output, result.Report.Diagnostics);
        WriteNotEvaluated(output, result);
        WriteChangedRules(output, result);
        WriteFeasibility(output, result.Report.Feasibility);
        WriteChecklist(output, result.Report.Checklist);
    }

    private static void WriteObjects(TextWriter output, CheckOutcome result)
    {
        output.WriteLine("| Object | Place | Pod Security | Errors | Warnings | Infos | Waived | Unknown |");
        output.WriteLine("|---|---|---|---:|---:|---:|---:|---:|");
        int clean = 0;
        foreach (ObjectReport item in result.Report.Objects)
        {
            if (item.Findings.Count == 0)
            {
                clean++;
                continue;
            }

            CheckSummary numbers = CheckSummary.Of(result.Report with { Objects = [item], Diagnostics = [] });
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {MarkdownText.Escape(item.Object.ToString())} | {MarkdownText.Escape(CheckTexts.Place(item.Object.Origin))} | {CheckTexts.Word(item.PodSecurity)} | {numbers.Errors} | {numbers.Warnings} | {numbers.Infos} | {numbers.Waived} | {numbers.Unknown} |"));
        }

        output.WriteLine();
        if (clean > 0)
        {
            output.WriteLine($"Nothing is held against {CheckTexts.Number(clean, "object")}.");
            output.WriteLine();
        }
    }

    private static void WriteFindings(TextWriter output, CheckOutcome result)
    {
        int hidden = result.CountHidden();
        if (hidden > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Not shown below: {hidden} below severity {CheckTexts.Word(result.Lowest)}."));
            output.WriteLine();
        }

        bool isOpen = false;
        foreach (ObjectReport item in result.Report.Objects)
        {
            foreach (Finding finding in item.Findings)
            {
                if (!result.Shows(finding))
                {
                    continue;
                }

                if (!isOpen)
                {
                    Open(output, "Findings");
                    output.WriteLine("| | Rule | Object | Field | What | Fix |");
                    output.WriteLine("|---|---|---|---|---|---|");
                    isOpen = true;
                }

                string state = finding.Verdict == FindingVerdict.Unknown ? "unknown" : finding.Waiver is not null ? "waived" : CheckTexts.Word(finding.Severity);
                string fix = finding.Waiver is { } waiver ? "waived: " + CheckTexts.Describe(waiver) : finding.Fix;
                output.WriteLine(
                    $"| {state} | {finding.Rule.Id} {MarkdownText.Escape(finding.Rule.Name)} | {MarkdownText.Escape(item.Object.ToString())} | {MarkdownText.Escape(finding.Path)} | {MarkdownText.Escape(finding.Message)} | {MarkdownText.Escape(fix)} |");
            }
        }

        if (isOpen)
        {
            Close(output);
        }
    }

    private static void WriteDiagnostics(TextWriter output, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            output.WriteLine("- " + MarkdownText.Escape(diagnostic.ToString()));
        }

        if (diagnostics.Count > 0)
        {
            output.WriteLine();
        }
    }

    private static void WriteNotEvaluated(TextWriter output, CheckOutcome result)
    {
        List<string> parts = [];
        foreach ((string kind, int count) in result.CountNotEvaluated())
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {MarkdownText.Escape(kind)}"));
        }

        if (parts.Count > 0)
        {
            output.WriteLine($"Not evaluated by Pod Security: {string.Join(", ", parts)}.");
            output.WriteLine();
        }
    }

    private static void WriteChangedRules(TextWriter output, CheckOutcome result)
    {
        foreach ((Rule rule, DiagnosticSeverity? severity) in result.FindChangedRules())
        {
            output.WriteLine($"- {rule.Id} {MarkdownText.Escape(rule.Name)} is {CheckTexts.Word(severity)} instead of {CheckTexts.Word(rule.Severity)} here");
        }

        if (result.FindChangedRules().Count > 0)
        {
            output.WriteLine();
        }
    }

    private static void WriteFeasibility(TextWriter output, IReadOnlyList<FeasibilityVerdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        int fitting = verdicts.Count(static verdict => verdict.Fits == true);
        Open(output, string.Create(CultureInfo.InvariantCulture, $"Feasibility: {fitting} of {verdicts.Count} fit"));
        output.WriteLine("| Object | Verdict |");
        output.WriteLine("|---|---|");
        foreach (FeasibilityVerdict verdict in verdicts)
        {
            output.WriteLine($"| {MarkdownText.Escape(verdict.Object.ToString())} | {MarkdownText.Escape(verdict.Text)} |");
        }

        Close(output);
    }

    private static void WriteChecklist(TextWriter output, IReadOnlyList<ChecklistItem> checklist)
    {
        int met = checklist.Count(static item => item.State == ChecklistState.Met);
        Open(output, string.Create(CultureInfo.InvariantCulture, $"Checklist: {met} of {checklist.Count} met"));
        output.WriteLine("| | Point | Evidence |");
        output.WriteLine("|---|---|---|");
        foreach (ChecklistItem item in checklist)
        {
            output.WriteLine($"| {item.State.ToText()} | {MarkdownText.Escape(item.Point.Title())} | {MarkdownText.Escape(item.Evidence)} |");
        }

        Close(output);
    }

    private static void Open(TextWriter output, string title)
    {
        output.WriteLine($"<details><summary>{title}</summary>");
        output.WriteLine();
    }

    private static void Close(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("</details>");
        output.WriteLine();
    }
}
