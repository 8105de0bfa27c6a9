using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Which disruption budgets choose the pods of which workloads.</summary>
internal sealed class BudgetMap
{
    private readonly List<BudgetGroup> _groups = [];
    private readonly Dictionary<KubernetesObject, BudgetGroup> _byBudget = [];
    private readonly Dictionary<Workload, BudgetsOfWorkload> _byWorkload = [];

    private BudgetMap(Inspection inspection)
    {
        Dictionary<(string Namespace, PropertyValue Selector), BudgetGroup> groups = [];
        foreach (KubernetesObject budget in inspection.Objects.OfKind("policy", "PodDisruptionBudget"))
        {
            Field selector = budget.Spec["selector"];
            string place = budget.Place;
            if (!groups.TryGetValue((place, selector.Value), out BudgetGroup? group))
            {
                groups.Add((place, selector.Value), group = new BudgetGroup(PodIndex.Of(inspection).Select(budget, selector, isPlain: false)));
                _groups.Add(group);
            }

            group.Add(budget);
            _byBudget.Add(budget, group);
        }

        foreach (BudgetGroup group in _groups)
        {
            foreach (PodChoice choice in group.Choices)
            {
                if (!_byWorkload.TryGetValue(choice.Workload, out BudgetsOfWorkload? budgets))
                {
                    _byWorkload.Add(choice.Workload, budgets = new BudgetsOfWorkload());
                }

                budgets.Add(group, choice.Match);
            }
        }
    }

    public static BudgetMap Of(Inspection inspection) => inspection.Shared(static inspection => new BudgetMap(inspection));

    /// <summary>All groups, in the order of their first budgets.</summary>
    public IReadOnlyList<BudgetGroup> Groups => _groups;

    /// <summary>The group of a budget.</summary>
    public BudgetGroup GroupOf(KubernetesObject budget) => _byBudget[budget];

    /// <summary>The budgets that choose a workload's pods, or may choose them; null for none.</summary>
    public BudgetsOfWorkload? Of(Workload workload) => _byWorkload.GetValueOrDefault(workload);
}
