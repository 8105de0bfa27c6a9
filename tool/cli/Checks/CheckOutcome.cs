using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;

namespace Rampart.Cli.Checks;

/// <summary>A check that has been made, and what of it is shown.</summary>
/// <param name="Report">What rules say.</param>
/// <param name="Lowest">The lowest severity of findings that are shown; the summary counts all.</param>
/// <param name="FailOn">The lowest severity that makes the check fail; null when nothing does.</param>
public sealed record CheckOutcome(CheckReport Report, DiagnosticSeverity Lowest, DiagnosticSeverity? FailOn)
{
    /// <summary>Checks objects, fragments of values among them.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="options">What the check goes by.</param>
    /// <param name="lowest">The lowest severity of findings that are shown.</param>
    /// <param name="failOn">The lowest severity that makes the check fail.</param>
    /// <param name="stack">The resources that declare the objects; null when they come from files.</param>
    /// <param name="diagnostics">What is to be told of the check besides; null for nothing.</param>
    public static CheckOutcome Of(
        IReadOnlyList<KubernetesObject> objects,
        CheckOptions options,
        DiagnosticSeverity lowest,
        DiagnosticSeverity? failOn,
        DeclaredStack? stack = null,
        IReadOnlyList<Diagnostic>? diagnostics = null)
    {
        CheckReport report = stack is null ? ScopedChecker.Check(objects, options) : ObjectChecker.Check(new ObjectSet(objects, stack), options);
        ObjectReport[] reports = [.. report.Objects];
        for (int i = 0; i < reports.Length; i++)
        {
            if (IsFragment(reports[i].Object))
            {
                reports[i] = ValuesFragment.Check(reports[i].Object, options);
            }
        }

        List<Diagnostic> all = [.. report.Diagnostics, .. diagnostics ?? []];
        DiagnosticOrder.Sort(all);
        return new CheckOutcome(report with { Objects = reports, Diagnostics = all }, lowest, failOn);
    }

    /// <summary>The stack's file when the objects are those of a stack; empty when they come from files.</summary>
    public string StackFile { get; init; } = "";

    /// <summary>Where the files are that objects and settings come from.</summary>
    public SourceTree Sources { get; init; } = SourceTree.Bare;

    /// <summary>The exit code.</summary>
    public int ExitCode => FailOn is { } severity && Report.Summary.HasAtLeast(severity) ? ExitCodes.Findings : ExitCodes.Success;

    /// <summary>Whether a finding is shown.</summary>
    public bool Shows(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Severity >= Lowest;
    }

    /// <summary>Whether a finding makes the check fail.</summary>
    public bool Fails(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding is { Verdict: FindingVerdict.Broken, Waiver: null } && FailOn is { } severity && finding.Severity >= severity;
    }

    /// <summary>The findings that are not shown.</summary>
    public int CountHidden()
    {
        if (Lowest == DiagnosticSeverity.Info)
        {
            return 0;
        }

        int hidden = 0;
        foreach (ObjectReport item in Report.Objects)
        {
            for (int i = 0; i < item.Findings.Count; i++)
            {
                hidden += Shows(item.Findings[i]) ? 0 : 1;
            }
        }

        return hidden;
    }

    /// <summary>Rules that run at another severity than their own, or not at all, with that severity; null for off.</summary>
    public IReadOnlyList<(Rule Rule, DiagnosticSeverity? Severity)> FindChangedRules()
    {
        List<(Rule, DiagnosticSeverity?)> changed = [];
        foreach (Rule rule in RuleCatalogue.All)
        {
            if (Report.Options.SeverityOf(rule) is var severity && severity != rule.Severity)
            {
                changed.Add((rule, severity));
            }
        }

        return changed;
    }

    /// <summary>The kinds of objects that the Pod Security Standards say nothing about, with their numbers, by kind.</summary>
    public IReadOnlyList<KindCount> CountNotEvaluated() => Count(static item => item.PodSecurity is null);

    /// <summary>The kinds of objects in which pods were found by their shape, with their numbers, by kind.</summary>
    public IReadOnlyList<KindCount> CountByShape() => Count(static item => item.Object.Workload is { Pod.IsByShape: true });

    private List<KindCount> Count(Func<ObjectReport, bool> isMeant)
    {
        Dictionary<string, int> kinds = new(StringComparer.Ordinal);
        foreach (ObjectReport item in Report.Objects)
        {
            if (isMeant(item))
            {
                kinds[item.Object.Kind] = kinds.GetValueOrDefault(item.Object.Kind) + 1;
            }
        }

        List<KindCount> counts = [];
        foreach ((string kind, int count) in kinds)
        {
            counts.Add(new KindCount(kind, count));
        }

        counts.Sort(static (left, right) => string.CompareOrdinal(left.Kind, right.Kind));
        return counts;
    }

    private static bool IsFragment(KubernetesObject item) => item.Kind == ValuesFragment.Kind && item.ApiVersion.Length == 0;
}
