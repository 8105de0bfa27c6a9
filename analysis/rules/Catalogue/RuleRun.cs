using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity.Evaluation;

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
    private readonly List<List<EnabledRule>> _ofEverything = [];
    private readonly List<EnabledRule> _ofWorkloads = [];
    private readonly RulesOfKinds _ofObjects;
    private readonly List<Finding>[] _found;
    private readonly PodSecurityResult?[] _podSecurity;
    private int _next = -1;

    private RuleRun(SharedFacts facts)
    {
        _facts = facts;
        List<EnabledRule> ofObjects = [];
        foreach (EnabledRule rule in EnabledRule.Of(RuleCatalogue.All, facts.Options))
        {
            switch (rule.Rule.Reach)
            {
                case RuleReach.Object:
                    ofObjects.Add(rule);
                    break;
                case RuleReach.Workload:
                    _ofWorkloads.Add(rule);
                    break;
                default:
                    AddOfEverything(rule);
                    break;
            }
        }

        _ofObjects = new RulesOfKinds(ofObjects);
        int parts = (facts.Objects.Objects.Count + ObjectsAtATime - 1) / ObjectsAtATime;
        _found = new List<Finding>[_ofEverything.Count + parts];
        _podSecurity = new PodSecurityResult?[facts.Objects.Objects.Count];
    }

    /// <summary>What the rules report: of each category what is of everything, then what is of each object.</summary>
    /// <param name="facts">The objects, and what is known of them.</param>
    /// <param name="podSecurity">What the Pod Security Standard says about each object; null for one that holds no pods.</param>
    public static Finding[] FindAll(SharedFacts facts, out PodSecurityResult?[] podSecurity)
    {
        RuleRun run = new(facts);
        podSecurity = run._podSecurity;
        if (facts.Objects.Objects.Count < ParallelFrom)
        {
            run.Work();
        }
        else
        {
            Parallel.For(0, Environment.ProcessorCount, _ => run.Work());
        }

        int count = 0;
        foreach (List<Finding> part in run._found)
        {
            count += part.Count;
        }

        Finding[] findings = new Finding[count];
        int start = 0;
        foreach (List<Finding> part in run._found)
        {
            part.CopyTo(findings, start);
            start += part.Count;
        }

        return findings;
    }

    // The catalogue is in the order of categories.
    private void AddOfEverything(EnabledRule rule)
    {
        if (_ofEverything.Count == 0 || _ofEverything[^1][0].Rule.Category != rule.Rule.Category)
        {
            _ofEverything.Add([]);
        }

        _ofEverything[^1].Add(rule);
    }

    // Does one part after the other, of those that no other thread has taken.
    private void Work()
    {
        Inspection inspection = new(_facts);
        int part = Interlocked.Increment(ref _next);
        while (part < _found.Length)
        {
            if (part < _ofEverything.Count)
            {
                _ofEverything[part].ForEach(inspection.Run);
            }
            else
            {
                LookAtObjects((part - _ofEverything.Count) * ObjectsAtATime, inspection);
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
            foreach (EnabledRule rule in _ofObjects.For(item))
            {
                inspection.Run(rule, item);
            }

            for (int j = 0; j < item.Workloads.Count; j++)
            {
                Workload workload = item.Workloads[j];
                foreach (EnabledRule rule in _ofWorkloads)
                {
                    inspection.Run(rule, workload);
                }

                PodSecurityResult result = inspection.PodSecurity(workload);
                _podSecurity[i] = _podSecurity[i] is { } before ? before.And(result) : result;
            }
        }
    }
}
