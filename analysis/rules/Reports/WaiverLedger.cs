using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Options;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Reports;

/// <summary>Tells which findings are waived, and which waivers are of no use.</summary>
internal static class WaiverLedger
{
    /// <summary>Gives each finding the first waiver that covers it; an expired one covers nothing.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="options">The waivers, and the day.</param>
    /// <param name="diagnostics">Gets an error for each expired waiver and a warning for each that covers nothing.</param>
    public static void Apply(Finding[] findings, CheckOptions options, List<Diagnostic> diagnostics)
    {
        IReadOnlyList<Waiver> waivers = options.Waivers;
        int[] covered = new int[waivers.Count];
        for (int i = 0; i < findings.Length && waivers.Count > 0; i++)
        {
            for (int w = 0; w < waivers.Count; w++)
            {
                if (!Covers(waivers[w], findings[i]))
                {
                    continue;
                }

                covered[w]++;
                if (findings[i].Waiver is null && !waivers[w].IsExpired(options.Today))
                {
                    findings[i] = findings[i] with { Waiver = waivers[w] };
                }
            }
        }

        for (int w = 0; w < waivers.Count; w++)
        {
            Judge(waivers[w], covered[w], options.Today, diagnostics);
        }
    }

    private static bool Covers(Waiver waiver, Finding finding) =>
        waiver.RuleId == finding.Rule.Id
        && finding.Verdict == FindingVerdict.Broken
        && waiver.Path.Covers(finding.Path)
        && waiver.Object.Matches(finding.Object);

    private static void Judge(Waiver waiver, int covered, DateOnly today, List<Diagnostic> diagnostics)
    {
        string what = $"the waiver of {waiver.RuleId} for {waiver.Object} by {waiver.Owner}";
        if (waiver.IsExpired(today))
        {
            string expired = waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string fix = covered == 0 ? "remove it, it covers nothing any more" : "mend what it covers, or decide anew and give a later day";
            diagnostics.Add(Of(WaiverDiagnosticIds.Expired, DiagnosticSeverity.Error, $"{what} expired on {expired}", fix));
        }
        else if (covered == 0)
        {
            diagnostics.Add(Of(WaiverDiagnosticIds.Unused, DiagnosticSeverity.Warning, $"{what} covers nothing", "remove it, or correct rule, object and path"));
        }

        Diagnostic Of(string id, DiagnosticSeverity severity, string problem, string fix) =>
            new(id, severity, waiver.File, waiver.Key, problem, fix) { Line = waiver.Line };
    }
}
