using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Checklists;

/// <summary>The guide's checklist as a view over rules: how each point stands, and the evidence.</summary>
public static class Checklist
{
    /// <summary>The points with something that nobody could look at: what would be met, or about nothing, is not known.</summary>
    /// <param name="items">The points.</param>
    /// <param name="unseen">What could not be looked at, e.g. <c>1 component of providers</c>.</param>
    public static IReadOnlyList<ChecklistItem> WithUnseen(IReadOnlyList<ChecklistItem> items, string unseen)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.Select(item => item.State is ChecklistState.Met or ChecklistState.NotApplicable
            ? item with { State = ChecklistState.Unknown, Evidence = $"{unseen} cannot be looked into; of the rest: {item.Evidence}" }
            : item)];
    }

    /// <summary>Judges the twelve points.</summary>
    /// <param name="inspection">The objects, and what the check went by.</param>
    /// <param name="objects">The objects, with those that are there again.</param>
    /// <param name="findings">What rules have against them, with waivers.</param>
    /// <param name="podSecurity">What the Pod Security Standard says about each object; null for one that holds no pods.</param>
    internal static IReadOnlyList<ChecklistItem> Of(
        Inspection inspection, IReadOnlyList<KubernetesObject> objects, IReadOnlyList<Finding> findings, IReadOnlyList<PodSecurityResult?> podSecurity)
    {
        ChecklistEvidence evidence = new(inspection);
        StandardVerdict standard = StandardVerdict.Of(objects, podSecurity, findings);
        List<Finding>[] byPoint = new List<Finding>[ChecklistPoints.All.Count + 1];
        foreach (Finding finding in findings)
        {
            // What is no more than a hint says nothing of a point, unless it is what the point claims.
            if (finding.Rule.Point is { } point && (finding.Severity >= DiagnosticSeverity.Warning || ChecklistClaims.Decides(finding.Rule)))
            {
                (byPoint[(int)point] ??= []).Add(finding);
            }
        }

        List<ChecklistItem> items = [];
        for (int i = 0; i < ChecklistPoints.All.Count; i++)
        {
            ChecklistPoint point = ChecklistPoints.All[i];
            items.Add(Judge(point, byPoint[(int)point] ?? [], standard, evidence));
        }

        return items;
    }

    private static ChecklistItem Judge(ChecklistPoint point, List<Finding> findings, StandardVerdict standard, ChecklistEvidence evidence)
    {
        if (evidence.WhyNotApplicable(point) is { } reason)
        {
            return new ChecklistItem(point, ChecklistState.NotApplicable, reason);
        }

        if (point == ChecklistPoint.PodSecurityStandards && standard.Forbidden.Count > 0)
        {
            return new ChecklistItem(point, ChecklistState.Broken, evidence.OfForbidden(standard));
        }

        List<Finding> broken = [], waived = [], unknown = [];
        foreach (Finding finding in findings)
        {
            (finding.Verdict == FindingVerdict.Unknown ? unknown : finding.Waiver is null ? broken : waived).Add(finding);
        }

        if (point == ChecklistPoint.PodSecurityStandards)
        {
            waived.AddRange(standard.Waived);
        }

        return broken.Count > 0 ? new ChecklistItem(point, ChecklistState.Broken, Describe(broken))
            : point == ChecklistPoint.PodSecurityStandards && standard.Unknown.Count > 0 ? new ChecklistItem(point, ChecklistState.Unknown, DescribeUnknown(standard, evidence))
            : unknown.Count > 0 ? new ChecklistItem(point, ChecklistState.Unknown, Describe(unknown))
            : waived.Count > 0 ? new ChecklistItem(point, ChecklistState.Waived, $"{Describe(waived)}; {waived[0].Waiver!.Reason} ({waived[0].Waiver!.Owner})")
            : evidence.WhyUnknown(point) is { } doubt ? new ChecklistItem(point, ChecklistState.Unknown, doubt)
            : evidence.WhyNothingIsShown(point, standard) is { } off ? new ChecklistItem(point, ChecklistState.NotApplicable, off)
            : new ChecklistItem(point, ChecklistState.Met, evidence.OfMet(point, standard));
    }

    private static string DescribeUnknown(StandardVerdict standard, ChecklistEvidence evidence) =>
        $"{evidence.Allowed(standard)}; {(standard.Doubts.Count > 0 ? Describe(standard.Doubts) : $"{standard.Unknown[0]} cannot be judged")}";

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
