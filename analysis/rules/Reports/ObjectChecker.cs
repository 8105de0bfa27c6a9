using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity.Evaluation;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Reports;

/// <summary>Checks objects by all rules.</summary>
public static class ObjectChecker
{
    private const int ParallelFrom = 500;

    /// <summary>Checks objects.</summary>
    /// <param name="objects">The objects; rules look at them together, e.g. for the budget of a workload.</param>
    /// <param name="options">What the check goes by; the default is <see cref="CheckOptions.Default"/>.</param>
    public static CheckReport Check(ObjectSet objects, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objects);
        options ??= CheckOptions.Default;
        objects = objects.WithoutRepeated();
        SharedFacts facts = new(objects, options);
        SecretDependence? secrets = SecretDependence.Find(objects, options);
        Finding[] found = RuleRun.FindAll(facts, out PodSecurityResult?[] podSecurity);
        found = secrets?.Hide(found, static without => RuleRun.FindAll(without, out _)) ?? found;
        if (objects.All.Count > objects.Objects.Count)
        {
            AddRepeated(objects, options, ref found, ref podSecurity);
        }

        Func<IReadOnlyList<FeasibilityVerdict>> verdicts = Beside(objects, () =>
        {
            IReadOnlyList<FeasibilityVerdict> told = Feasibility.Of(new Inspection(facts));
            return secrets?.Hide(told) ?? told;
        });
        List<Diagnostic> diagnostics = [];
        Finding[] findings = WrongTypeFindings.Settle(found, options, out IReadOnlyList<Finding> settled);
        WaiverLedger.Apply(findings, options, diagnostics);
        Func<IReadOnlyList<ChecklistItem>> checklist = Beside(
            objects, () => Checklist.Of(new Inspection(facts), objects.All, settled.Count == 0 ? findings : [.. findings, .. settled], podSecurity));
        Finding[][] byObject = SortByObject(objects.All, findings);
        ObjectReport[] reports = new ObjectReport[objects.All.Count];
        for (int i = 0; i < reports.Length; i++)
        {
            reports[i] = new ObjectReport(objects.All[i], podSecurity[i], byObject[i]);
        }

        DiagnosticOrder.Sort(diagnostics);
        return new CheckReport(options, reports, checklist(), diagnostics)
        {
            Verdicts = new Lazy<IReadOnlyList<FeasibilityVerdict>>(verdicts),
        };
    }

    // An object that is there again is judged without those around it, of which it would be one too many.
    private static void AddRepeated(ObjectSet objects, CheckOptions options, ref Finding[] found, ref PodSecurityResult?[] podSecurity)
    {
        List<Finding> all = [.. found];
        PodSecurityResult?[] results = new PodSecurityResult?[objects.All.Count];
        for (int i = 0, place = 0; i < results.Length; i++)
        {
            KubernetesObject item = objects.All[i];
            if (place < objects.Objects.Count && ReferenceEquals(item, objects.Objects[place]))
            {
                results[i] = podSecurity[place++];
                continue;
            }

            ObjectSet alone = new([item]);
            Finding[] own = FindAlone(new SharedFacts(alone, options));
            all.AddRange(SecretDependence.Find(alone, options)?.Hide(own, FindAlone) ?? own);
            foreach (Workload workload in item.Workloads)
            {
                PodSecurityResult result = PodSecurityEvaluator.Evaluate(options.PodSecurity, workload.Pod);
                results[i] = results[i] is { } before ? before.And(result) : result;
            }
        }

        found = [.. all];
        podSecurity = results;
    }

    // For many objects begun at once, beside what follows; for few when somebody asks.
    private static Func<T> Beside<T>(ObjectSet objects, Func<T> find)
    {
        if (objects.Objects.Count < ParallelFrom)
        {
            return find;
        }

        Task<T> finding = Task.Run(find);
        return () => finding.GetAwaiter().GetResult();
    }

    // The findings of each object in their order; counted first, so that each gets just the room that it needs.
    private static Finding[][] SortByObject(IReadOnlyList<KubernetesObject> objects, Finding[] findings)
    {
        ObjectPlaces places = new(objects);
        int[] counts = new int[objects.Count], placeOf = new int[findings.Length];
        for (int i = 0; i < findings.Length; i++)
        {
            placeOf[i] = places.Find(findings[i].Object);
            counts[placeOf[i]]++;
        }

        Finding[][] byObject = new Finding[objects.Count][];
        for (int i = 0; i < byObject.Length; i++)
        {
            byObject[i] = counts[i] == 0 ? [] : new Finding[counts[i]];
        }

        for (int i = findings.Length - 1; i >= 0; i--)
        {
            byObject[placeOf[i]][--counts[placeOf[i]]] = findings[i];
        }

        if (byObject.Length < ParallelFrom)
        {
            Array.ForEach(byObject, Sort);
        }
        else
        {
            Parallel.ForEach(byObject, Sort);
        }

        return byObject;

        static void Sort(Finding[] own) => Array.Sort(own, FindingOrder.Compare);
    }

    /// <summary>Checks an object without those around it, by the rules that need no others.</summary>
    /// <param name="item">The object.</param>
    /// <param name="options">What the check goes by; the default is <see cref="CheckOptions.Default"/>.</param>
    /// <returns>What is broken or unknown, by number and path; waived findings too.</returns>
    public static IReadOnlyList<Finding> CheckAlone(KubernetesObject item, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        options ??= CheckOptions.Default;
        ObjectSet alone = new([item]);
        Finding[] found = FindAlone(new SharedFacts(alone, options));
        found = SecretDependence.Find(alone, options)?.Hide(found, FindAlone) ?? found;

        // What is wrong with the waivers themselves is told where the whole stack is checked.
        List<Diagnostic> ignored = [];
        Finding[] findings = WrongTypeFindings.Settle(found, options, out _);
        WaiverLedger.Apply(findings, options, ignored);
        Array.Sort(findings, FindingOrder.Compare);
        return findings;
    }

    private static Finding[] FindAlone(SharedFacts facts)
    {
        Inspection inspection = new(facts);
        foreach (Rule rule in RuleCatalogue.All)
        {
            if (!rule.NeedsOtherObjects)
            {
                inspection.Run(rule);
            }
        }

        return [.. inspection.Findings];
    }
}
