using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>The disruption budgets that select the pods of one workload: no more than two of them count.</summary>
internal sealed class BudgetsOfWorkload
{
    /// <summary>The first one that certainly selects them; null when none does.</summary>
    public KubernetesObject? First { get; private set; }

    /// <summary>The first one with another name that certainly selects them; null when none does.</summary>
    public KubernetesObject? Second { get; private set; }

    /// <summary>Adds the budgets of a group that select the pods, or may select them.</summary>
    public void Add(BudgetGroup group, Flag match)
    {
        if (match != Flag.True || Second is not null)
        {
            return;
        }

        KubernetesObject first = group.Budgets[0];
        First ??= first;
        Second = first.Name == First.Name ? group.Other : first;
    }
}
