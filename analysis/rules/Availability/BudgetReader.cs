using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Reads what a PodDisruptionBudget object allows.</summary>
internal static class BudgetReader
{
    /// <summary>Reads a budget.</summary>
    /// <returns>True with the budget, false for one that the API server rejects, or unknown.</returns>
    public static Flag Read(KubernetesObject item, out DisruptionBudget budget)
    {
        Flag minimum = PodShare.Read(item.Spec["minAvailable"], out IntOrPercent minAvailable);
        Flag maximum = PodShare.Read(item.Spec["maxUnavailable"], out IntOrPercent maxUnavailable);
        budget = new DisruptionBudget(minimum == Flag.True ? minAvailable : null, maximum == Flag.True ? maxUnavailable : null);
        return minimum == Flag.False || maximum == Flag.False ? Flag.False
            : minimum == Flag.Unknown || maximum == Flag.Unknown ? Flag.Unknown
            : budget.Problem is null ? Flag.True
            : Flag.False;
    }
}
