using System.Globalization;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Checklists;

/// <summary>The guide's checklist as a view over rules: how each point stands, and the evidence.</summary>
public static class Checklist
{
    /// <summary>Judges the twelve points.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="findings">What rules have against them, with waivers.</param>
    /// <param name="options">What the check went by.</param>
    public static IReadOnlyList<ChecklistItem> Of(ObjectSet objects, IReadOnlyList<Finding> findings, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        ChecklistEvidence evidence = new(objects, options);
        List<Finding>[] byPoint = new List<Finding>[ChecklistPoints.All.Count + 1];
        foreach (Finding finding in findings)
        {
            if (finding.Rule.Point is { } point)
            {
                (byPoint[(int)point] ??= []).Add(finding);
            }
        }

        List<ChecklistItem> items = [];
        for (int i = 0; i < ChecklistPoints.All.Count; i++)
        {
            ChecklistPoint point = ChecklistPoints.All[i];
            items.Add(Judge(point, byPoint[(int)point] ?? [], evidence));
        }

        return items;
    }

    private static ChecklistItem Judge(ChecklistPoint point, List<Finding> findings, ChecklistEvidence evidence)
    {
        if (evidence.WhyNotApplicable(point) is { } reason)
        {
            return new ChecklistItem(point, ChecklistState.NotApplicable, reason);
        }

        List<Finding> broken = [], waived = [], unknown = [];
        foreach (Finding finding in findings)
        {
            (finding.Verdict == FindingVerdict.Unknown ? unknown : finding.Waiver is null ? broken : waived).Add(finding);
        }

        return broken.Count > 0 ? new ChecklistItem(point, ChecklistState.Broken, Describe(broken))
            : unknown.Count > 0 ? new ChecklistItem(point, ChecklistState.Unknown, Describe(unknown))
            : waived.Count > 0 ? new ChecklistItem(point, ChecklistState.Waived, $"{Describe(waived)}; {waived[0].Waiver!.Reason} ({waived[0].Waiver!.Owner})")
            : evidence.WhyOff(point) is { } off ? new ChecklistItem(point, ChecklistState.NotApplicable, off)
            : new ChecklistItem(point, ChecklistState.Met, evidence.OfMet(point));
    }

    private static string Describe(List<Finding> findings)
    {
        // The one that matters most; of these the one of the first rule, for its first object.
        Finding first = findings[0];
        foreach (Finding finding in findings)
        {
            int order = first.Severity.CompareTo(finding.Severity);
            first = order < 0 || (order == 0 && finding.Rule.Order < first.Rule.Order) ? finding : first;
        }

        string more = findings.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {findings.Count - 1} more)");
        return $"{first.Rule.Id} {first.Object}: {first.Message}{more}";
    }
}
