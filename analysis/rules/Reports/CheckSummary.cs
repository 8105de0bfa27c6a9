using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Reports;

/// <summary>The numbers of a report.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Evaluated">Those that hold pods, which the Pod Security Standard was asked about.</param>
/// <param name="Forbidden">Those that the Pod Security Standard forbids.</param>
/// <param name="Errors">Broken rules of severity error that no waiver covers; expired waivers too.</param>
/// <param name="Warnings">Broken rules of severity warning that no waiver covers; waivers that cover nothing too.</param>
/// <param name="Infos">Broken rules of severity info that no waiver covers.</param>
/// <param name="Waived">Broken rules that a waiver covers.</param>
/// <param name="Unknown">Rules that cannot be judged.</param>
public readonly record struct CheckSummary(
    int Objects, int Evaluated, int Forbidden, int Errors, int Warnings, int Infos, int Waived, int Unknown)
{
    /// <summary>Counts a report.</summary>
    public static CheckSummary Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int evaluated = 0, forbidden = 0, waived = 0, unknown = 0;
        int[] bySeverity = new int[3];
        foreach (ObjectReport item in report.Objects)
        {
            evaluated += item.PodSecurity is null ? 0 : 1;
            forbidden += item.PodSecurity?.Verdict == PodSecurity.PodSecurityVerdict.Forbidden ? 1 : 0;
            for (int i = 0; i < item.Findings.Count; i++)
            {
                Finding finding = item.Findings[i];
                if (finding.Verdict == FindingVerdict.Unknown)
                {
                    unknown++;
                }
                else if (finding.Waiver is not null)
                {
                    waived++;
                }
                else
                {
                    bySeverity[(int)finding.Severity]++;
                }
            }
        }

        foreach (Diagnostic diagnostic in report.Diagnostics)
        {
            bySeverity[(int)diagnostic.Severity]++;
        }

        return new CheckSummary(
            report.Objects.Count,
            evaluated,
            forbidden,
            bySeverity[(int)DiagnosticSeverity.Error],
            bySeverity[(int)DiagnosticSeverity.Warning],
            bySeverity[(int)DiagnosticSeverity.Info],
            waived,
            unknown);
    }

    /// <summary>Whether something of a severity, or above it, is broken and not waived.</summary>
    public bool HasAtLeast(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Errors > 0,
        DiagnosticSeverity.Warning => Errors + Warnings > 0,
        _ => Errors + Warnings + Infos > 0,
    };
}
