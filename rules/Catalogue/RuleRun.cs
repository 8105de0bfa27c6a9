using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>
/// Lets all rules look that are not off. First those that look at everything, category by category; then those that look at one object
/// or workload at a time, object by object, since a processor comes to many objects more slowly than to many rules.
/// </summary>
/// <remarks>Where there are many objects several parts are done at once. The findings stand in one order all the same.</remarks>
internal sealed class RuleRun
{
    private const int ParallelFrom = 500;
    private const int ObjectsAtATime = 128;

    private readonly SharedFacts _facts;
    private readonly EnabledRule[][] _ofEverything;
    private readonly EnabledRule[] _ofWorkloads;
    private readonly Dictionary<(string Group, string Kind), EnabledRule[]> _ofKind;
    private readonly List<Finding>[] _found;
    private int _next = -1;

    private RuleRun(SharedFacts facts)
    {
        _facts = facts;
        ILookup<RuleReach, EnabledRule> rules = EnabledRule.Of(RuleCatalogue.All, facts.Options).ToLookup(static rule => rule.Rule.Reach);
        _ofEverything = [.. rules[RuleReach.Everything].GroupBy(static rule => rule.Rule.Category, static (_, rules) => rules.ToArray())];
        _ofWorkloads = [.. rules[RuleReach.Workload]];
        _ofKind = facts.Objects.Kinds.ToDictionary(
            static kind => kind,
            kind => rules[RuleReach.Object].Where(rule => rule.Rule.LooksAt(kind.Group, kind.Kind)).ToArray());
        int parts = (facts.Objects.Objects.Count + ObjectsAtATime - 1) / ObjectsAtATime;
        _found = new List<Finding>[_ofEverything.Length + parts];
    }

    /// <summary>What the rules report: of each category what is of everything, then what is of each object.</summary>
    public static Finding[] FindAll(SharedFacts facts)
    {
        RuleRun run = new(facts);
        if (facts.Objects.Objects.Count < ParallelFrom)
        {
            run.Work();
        }
        else
        {
            Parallel.For(0, Environment.ProcessorCount, _ => run.Work());
        }

        Finding[] findings = new Finding[run._found.Sum(static part => part.Count)];
        int start = 0;
        foreach (List<Finding> part in run._found)
        {
            part.CopyTo(findings, start);
            start += part.Count;
        }

        return findings;
    }

    // Does one part after the other, of those that no other thread has taken.
    private void Work()
    {
        Inspection inspection = new(_facts);
        int part = Interlocked.Increment(ref _next);
        while (part < _found.Length)
        {
            if (part < _ofEverything.Length)
            {
                Array.ForEach(_ofEverything[part], rule => inspection.Run(rule));
            }
            else
            {
                LookAtObjects((part - _ofEverything.Length) * ObjectsAtATime, inspection);
            }

            _found[part] = inspection.TakeFindings();
            part = Interlocked.Increment(ref _next);
        }
    }

    private void LookAtObjects(int start, Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> objects = _facts.Objects.Objects;
        int end = Math.Min(start + ObjectsAtATime, objects.Count);
        for (int i = start; i < end; i++)
        {
            KubernetesObject item = objects[i];
            foreach (EnabledRule rule in _ofKind[(item.Group, item.Kind)])
            {
                inspection.Run(rule, item);
            }

            if (item.Workload is not { } workload)
            {
                continue;
            }

            foreach (EnabledRule rule in _ofWorkloads)
            {
                inspection.Run(rule, workload);
            }
        }
    }
}
