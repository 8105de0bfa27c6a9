using System.Globalization;
using Rampart.Cli.Texts;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Reports;
using Rampart.Rules.Resources;

namespace Rampart.Cli.Checks;

/// <summary>
/// Writes a check as Markdown for a comment on a pull request: verdict, numbers and checklist, and of the details as many as a
/// comment has room for, the most severe findings first.
/// </summary>
public sealed class CheckMarkdownReport
{
    /// <summary>How many characters a report has at most. GitHub refuses a comment of more than 65,536; some are for those who post it.</summary>
    public const int MostCharacters = 64_000;

    private const int MostOfCell = 1_000;
    private const int MostOfList = 4_000;
    private const int MostOfTable = 8_000;

    // For the lines around the findings.
    private const int Margin = 500;

    private readonly MarkdownComment _output = new(MostCharacters);
    private readonly CheckOutcome _result;

    private CheckMarkdownReport(CheckOutcome result) => _result = result;

    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(result);
        CheckMarkdownReport report = new(result);
        report.Write();
        output.Write(report._output.ToString());
    }

    private void Write()
    {
        CheckReport report = _result.Report;
        _output.Write($"## Rampart check {(_result.ExitCode == ExitCodes.Success ? "passed" : "failed")}", "");
        _output.Write($"{CheckTexts.Describe(report.Summary)}. {CheckTexts.DescribePodSecurity(report)}.", "");
        if (report.Scopes.Count > 0)
        {
            _output.Write($"{Cell(CheckTexts.DescribeScopes(report))}.", "");
        }

        WriteChecklist(report.Checklist);
        WriteList(report.Diagnostics.Select(static diagnostic => "- " + Cell(diagnostic.ToString())), report.Diagnostics.Count, "about settings");
        IReadOnlyList<(Rule Rule, DiagnosticSeverity? Severity)> changed = _result.FindChangedRules();
        WriteList(
            changed.Select(static each => $"- {each.Rule.Id} {Cell(each.Rule.Name)} is {CheckTexts.Word(each.Severity)} instead of {CheckTexts.Word(each.Rule.Severity)} here"),
            changed.Count,
            "of such rules");
        WriteKinds("Not evaluated by Pod Security", _result.CountNotEvaluated());
        WriteKinds(CheckTexts.ByShape, _result.CountByShape());
        WriteFeasibility(report.Feasibility);
        WriteObjects();
        WriteFindings();
    }

    private void WriteChecklist(IReadOnlyList<ChecklistItem> checklist)
    {
        int met = checklist.Count(static item => item.State == ChecklistState.Met);
        _output.WriteFolded(
            string.Create(CultureInfo.InvariantCulture, $"Checklist: {met} of {checklist.Count} met"),
            ["| | Point | Evidence |", "|---|---|---|"],
            [.. checklist.Select(static item => $"| {item.State.ToText()} | {Cell(item.Point.Title())} | {Cell(item.Evidence)} |")]);
    }

    private void WriteList(IEnumerable<string> rows, int count, string what)
    {
        if (count == 0)
        {
            return;
        }

        List<string> fitting = MarkdownComment.Fit(rows, MostOfList);
        _output.Write([.. fitting]);
        if (fitting.Count < count)
        {
            _output.Write(string.Create(CultureInfo.InvariantCulture, $"- and {count - fitting.Count} lines {what} more"));
        }

        _output.Write("");
    }

    private void WriteKinds(string title, IReadOnlyList<KindCount> kinds)
    {
        if (kinds.Count == 0)
        {
            return;
        }

        List<string> parts = MarkdownComment.Fit(
            kinds.Select(static kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count} {Cell(kind.Kind)}")), MostOfList);
        string more = parts.Count == kinds.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" and {kinds.Count - parts.Count} kinds more");
        _output.Write($"{title}: {string.Join(", ", parts)}{more}.", "");
    }

    private void WriteFeasibility(IReadOnlyList<FeasibilityVerdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        int fitting = verdicts.Count(static verdict => verdict.Fits == true);
        List<string> rows = MarkdownComment.Fit(
            verdicts.Select(static verdict => $"| {Cell(verdict.Object.ToString())} | {Cell(verdict.Text)} |"), MostOfTable);
        string more = rows.Count == verdicts.Count ? "" : string.Create(CultureInfo.InvariantCulture, $", the first {rows.Count} shown");
        _output.WriteFolded(
            string.Create(CultureInfo.InvariantCulture, $"Feasibility: {fitting} of {verdicts.Count} fit{more}"), ["| Object | Verdict |", "|---|---|"], rows);
    }

    private void WriteObjects()
    {
        ObjectReport[] found = [.. _result.Report.Objects.Where(static item => item.Findings.Count > 0)];
        List<string> rows = MarkdownComment.Fit(found.Select(Row), MostOfTable);
        if (rows.Count > 0)
        {
            _output.Write("| Object | Place | Pod Security | Errors | Warnings | Infos | Waived | Unknown |", "|---|---|---|---:|---:|---:|---:|---:|");
            _output.Write([.. rows]);
            _output.Write("");
        }

        if (rows.Count < found.Length)
        {
            _output.Write($"{CheckTexts.Number(found.Length - rows.Count, "object")} with findings more.", "");
        }

        int clean = _result.Report.Objects.Count - found.Length;
        if (clean > 0)
        {
            _output.Write($"Nothing is held against {CheckTexts.Number(clean, "object")}.", "");
        }
    }

    private string Row(ObjectReport item)
    {
        CheckSummary numbers = CheckSummary.Of(_result.Report with { Objects = [item], Diagnostics = [] });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Cell(item.Object.ToString())} | {Cell(CheckTexts.Place(item.Object.Origin))} | {CheckTexts.Word(item.PodSecurity)} | {numbers.Errors} | {numbers.Warnings} | {numbers.Infos} | {numbers.Waived} | {numbers.Unknown} |");
    }

    private void WriteFindings()
    {
        int hidden = _result.CountHidden();
        if (hidden > 0)
        {
            _output.Write(string.Create(CultureInfo.InvariantCulture, $"Not shown below: {hidden} below severity {CheckTexts.Word(_result.Lowest)}."), "");
        }

        Finding[] shown = [.. _result.Report.Findings.Where(_result.Shows).OrderBy(RankOf)];
        if (shown.Length == 0)
        {
            return;
        }

        List<string> rows = MarkdownComment.Fit(shown.Select(Row), _output.Room - Margin);
        string title = "Findings";
        if (rows.Count < shown.Length)
        {
            title = string.Create(CultureInfo.InvariantCulture, $"The first {rows.Count} findings");
            _output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"**{shown.Length - rows.Count} of {shown.Length} findings are left out here**, the least severe first, since a comment has no room for them: `check --format text` shows all."),
                "");
        }

        if (rows.Count > 0)
        {
            _output.WriteFolded(title, ["| | Rule | Object | Field | What | Fix |", "|---|---|---|---|---|---|"], rows);
        }
    }

    private static string Row(Finding finding)
    {
        string state = finding.Verdict == FindingVerdict.Unknown ? "unknown" : finding.Waiver is not null ? "waived" : CheckTexts.Word(finding.Severity);
        string fix = finding.Waiver is { } waiver ? "waived: " + CheckTexts.Describe(waiver) : finding.Fix;
        return $"| {state} | [{finding.Rule.Id}]({RulePages.PageOf(finding.Rule)}) {Cell(finding.Rule.Name)} | {Cell(finding.Object.ToString())} | {Cell(finding.Path)} | {Cell(finding.Message)} | {Cell(fix)} |";
    }

    private static int RankOf(Finding finding) =>
        finding.Waiver is not null ? 4
        : finding.Verdict == FindingVerdict.Unknown ? 3
        : DiagnosticSeverity.Error - finding.Severity;

    private static string Cell(string text) => MarkdownText.Escape(text, MostOfCell);
}
