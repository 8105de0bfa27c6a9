using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Which disruption budgets select the pods of which workloads.</summary>
internal sealed class BudgetMap
{
    private readonly List<BudgetGroup> _groups = [];
    private readonly Dictionary<KubernetesObject, BudgetGroup> _byBudget = [];
    private readonly Dictionary<Workload, BudgetsOfWorkload> _byWorkload = [];

    private BudgetMap(SharedFacts facts)
    {
        Dictionary<(string Namespace, PropertyValue Selector), BudgetGroup> groups = [];
        foreach (KubernetesObject budget in facts.Objects.OfKind("policy", "PodDisruptionBudget"))
        {
            Field selector = budget.Spec["selector"];
            string place = budget.Place;
            if (!groups.TryGetValue((place, selector.Value), out BudgetGroup? group))
            {
                groups.Add((place, selector.Value), group = new BudgetGroup(PodIndex.Of(facts).Select(budget, selector, isPlain: false), PodIndex.Of(facts).PlaceOf(budget)));
                _groups.Add(group);
            }

            group.Add(budget);
            _byBudget.Add(budget, group);
        }

        Dictionary<PodPlace, PodBits> open = [];
        foreach (BudgetGroup group in _groups)
        {
            if (group.Choices.Possible is not { } possible)
            {
                foreach (PodChoice choice in group.Choices)
                {
                    Add(choice.Workload, group, choice.Match);
                }

                continue;
            }

            // Budgets that select many pods: a pod with two known budgets is not looked at again.
            PodPlace place = group.Place!;
            if (!open.TryGetValue(place, out PodBits? ofPlace))
            {
                open.Add(place, ofPlace = place.Having(static _ => true).Copy());
            }

            for (int pod = possible.Next(0, ofPlace); pod >= 0; pod = possible.Next(pod + 1, ofPlace))
            {
                if (Add(place.Pods[pod], group, group.Choices.Certain![pod] ? Flag.True : Flag.Unknown).Second is not null)
                {
                    ofPlace.Remove(pod);
                }
            }
        }
    }

    private BudgetsOfWorkload Add(Workload workload, BudgetGroup group, Flag match)
    {
        if (!_byWorkload.TryGetValue(workload, out BudgetsOfWorkload? budgets))
        {
            _byWorkload.Add(workload, budgets = new BudgetsOfWorkload());
        }

        budgets.Add(group, match);
        return budgets;
    }

    public static BudgetMap Of(SharedFacts facts) => facts.Get(static facts => new BudgetMap(facts));

    /// <summary>All groups, in the order of their first budgets.</summary>
    public IReadOnlyList<BudgetGroup> Groups => _groups;

    /// <summary>The group of a budget.</summary>
    public BudgetGroup GroupOf(KubernetesObject budget) => _byBudget[budget];

    /// <summary>The budgets that select a workload's pods, or may select them; null for none.</summary>
    public BudgetsOfWorkload? Of(Workload workload) => _byWorkload.GetValueOrDefault(workload);
}
