using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>The disruption budgets of a namespace with the same selector, and the pods that they select.</summary>
/// <remarks>Budgets are grouped so that many of them with one selector cost little more than one.</remarks>
internal sealed class BudgetGroup
{
    private bool _isCounted;
    private int? _lowest;
    private string? _unknown;

    public BudgetGroup(PodSelection choices, PodPlace? place)
    {
        Choices = choices;
        Place = place;
    }

    /// <summary>The namespace in which they select pods; null for a namespace without workloads.</summary>
    public PodPlace? Place { get; }

    /// <summary>The budgets.</summary>
    public List<KubernetesObject> Budgets { get; } = [];

    /// <summary>The first one with another name than the first of all; null when all have the same.</summary>
    public KubernetesObject? Other { get; private set; }

    /// <summary>Adds a budget.</summary>
    public void Add(KubernetesObject budget)
    {
        Budgets.Add(budget);
        Other ??= budget.Name == Budgets[0].Name ? null : budget;
    }

    /// <summary>What they select.</summary>
    public PodSelection Choices { get; }

    /// <summary>Counts the pods when all workloads are smallest.</summary>
    /// <param name="facts">The check.</param>
    /// <param name="unknown">Why the number is not known, as a problem of a budget; null when it is known, or can never be.</param>
    /// <returns>The pods; null when the number is not known.</returns>
    public int? CountLowest(SharedFacts facts, out string? unknown)
    {
        if (!_isCounted)
        {
            _isCounted = true;
            _lowest = Count(facts);
        }

        unknown = _unknown;
        return _lowest;
    }

    private int? Count(SharedFacts facts)
    {
        if (Choices.Possible is { } possible)
        {
            return LowestScales.Of(facts, Place!).Count(Choices.Certain!, possible, out _unknown);
        }

        long pods = 0;
        foreach (PodChoice choice in Choices)
        {
            Workload workload = choice.Workload;
            if (workload.Object.IsOwned || workload.Object.Group == "batch")
            {
                continue;
            }

            if (workload.Object.Kind == "DaemonSet")
            {
                // As many as there are nodes.
                _unknown = null;
                return null;
            }

            if (choice.Match == Flag.Unknown)
            {
                _unknown ??= $"cannot be judged: whether it selects {workload.Object} is not known yet";
            }
            else if (PodScale.Of(workload, facts).Lowest is { } lowest)
            {
                pods += lowest;
            }
            else
            {
                _unknown ??= $"cannot be judged: the scale of {workload.Object} is not known yet";
            }
        }

        return _unknown is null ? (int)Math.Min(pods, int.MaxValue) : null;
    }
}
