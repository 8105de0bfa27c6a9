using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Which disruption budgets choose the pods of which workloads.</summary>
internal sealed class BudgetMap
{
    private static readonly List<(BudgetGroup Group, Flag Match)> None = [];

    private readonly List<BudgetGroup> _groups = [];
    private readonly Dictionary<KubernetesObject, BudgetGroup> _byBudget = [];
    private readonly Dictionary<Workload, List<(BudgetGroup Group, Flag Match)>> _byWorkload = [];

    private BudgetMap(Inspection inspection)
    {
        Dictionary<(string Namespace, PropertyValue Selector), BudgetGroup> groups = [];
        foreach (KubernetesObject budget in inspection.Objects.OfKind("policy", "PodDisruptionBudget"))
        {
            Field selector = budget.Spec["selector"];
            string place = budget.Metadata["namespace"].IsUnknown ? "?" : budget.Namespace;
            if (!groups.TryGetValue((place, selector.Value), out BudgetGroup? group))
            {
                List<PodChoice> choices = [];
                PodIndex.Of(inspection).Choose(budget, selector, isPlain: false, choices);
                groups.Add((place, selector.Value), group = new BudgetGroup(choices));
                Add(group);
            }

            group.Budgets.Add(budget);
            _byBudget.Add(budget, group);
        }
    }

    public static BudgetMap Of(Inspection inspection) => inspection.Shared(static inspection => new BudgetMap(inspection));

    /// <summary>All groups, in the order of their first budgets.</summary>
    public IReadOnlyList<BudgetGroup> Groups => _groups;

    /// <summary>The group of a budget.</summary>
    public BudgetGroup GroupOf(KubernetesObject budget) => _byBudget[budget];

    /// <summary>The budgets that choose a workload's pods.</summary>
    public IReadOnlyList<(BudgetGroup Group, Flag Match)> GroupsOf(Workload workload) => _byWorkload.GetValueOrDefault(workload) ?? None;

    private void Add(BudgetGroup group)
    {
        _groups.Add(group);
        foreach (PodChoice choice in group.Choices)
        {
            if (!_byWorkload.TryGetValue(choice.Workload, out List<(BudgetGroup Group, Flag Match)>? list))
            {
                _byWorkload.Add(choice.Workload, list = []);
            }

            list.Add((group, choice.Match));
        }
    }
}
