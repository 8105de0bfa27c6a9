using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Reports;

/// <summary>Checks the objects of files scope by scope, and puts the reports together.</summary>
public static class ScopedChecker
{
    /// <summary>Checks objects.</summary>
    /// <param name="objects">The objects of all files, in their order.</param>
    /// <param name="options">What the check goes by.</param>
    public static CheckReport Check(IReadOnlyList<KubernetesObject> objects, CheckOptions options)
    {
        IReadOnlyList<CheckScope> scopes = CheckScopes.Of(objects);
        if (scopes.Count == 1)
        {
            return ObjectChecker.Check(new ObjectSet(scopes[0].Objects), options);
        }

        CheckReport[] reports = [.. scopes.Select(scope => ObjectChecker.Check(new ObjectSet(scope.Objects), options))];
        Dictionary<KubernetesObject, ObjectReport> byObject = new(objects.Count, ReferenceEqualityComparer.Instance);
        foreach (ObjectReport item in reports.SelectMany(static report => report.Objects))
        {
            byObject[item.Object] = byObject.TryGetValue(item.Object, out ObjectReport? other) ? Join(other, item) : item;
        }

        List<Diagnostic> diagnostics = [];
        WaiverLedger.Apply([.. byObject.Values.SelectMany(static item => item.Findings)], options, diagnostics);
        DiagnosticOrder.Sort(diagnostics);
        return new CheckReport(options, [.. objects.Select(item => byObject[item])], Join(scopes, reports), diagnostics)
        {
            Scopes = [.. scopes.Select(static scope => scope.Name)],
            Verdicts = new Lazy<IReadOnlyList<FeasibilityVerdict>>(() => [.. reports.SelectMany(static report => report.Feasibility)]),
        };
    }

    // What several scopes say about an object is told once.
    private static ObjectReport Join(ObjectReport one, ObjectReport other)
    {
        if (other.Findings.Count == 0)
        {
            return one;
        }

        Finding[] findings = [.. one.Findings.Union(other.Findings)];
        Array.Sort(findings, FindingOrder.Compare);
        return one with { Findings = findings };
    }

    // A point stands as it does in the worst scope.
    private static List<ChecklistItem> Join(IReadOnlyList<CheckScope> scopes, CheckReport[] reports)
    {
        List<ChecklistItem> items = [];
        for (int point = 0; point < reports[0].Checklist.Count; point++)
        {
            ChecklistState worst = reports.Select(report => report.Checklist[point].State).MaxBy(RankOf);
            List<string> evidence = [];
            for (int i = 0; i < reports.Length; i++)
            {
                ChecklistItem own = reports[i].Checklist[point];
                if (own.State == worst)
                {
                    evidence.Add($"{scopes[i].Name}: {own.Evidence}");
                }
            }

            items.Add(new ChecklistItem(reports[0].Checklist[point].Point, worst, worst == ChecklistState.NotApplicable ? reports[0].Checklist[point].Evidence : Listed(evidence)));
        }

        return items;
    }

    private static string Listed(List<string> evidence)
    {
        const int Most = 3;
        string listed = string.Join("; ", evidence.Take(Most));
        int more = evidence.Count - Most;
        return more > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{listed}; and so in {more} more") : listed;
    }

    private static int RankOf(ChecklistState state) => state switch
    {
        ChecklistState.Broken => 4,
        ChecklistState.Unknown => 3,
        ChecklistState.Waived => 2,
        ChecklistState.Met => 1,
        _ => 0,
    };
}
