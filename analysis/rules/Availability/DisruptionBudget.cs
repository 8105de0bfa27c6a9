using System.Globalization;

namespace Rampart.Rules.Availability;

/// <summary>How many pods a PodDisruptionBudget allows to be evicted at a time, as the disruption controller computes it.</summary>
/// <param name="MinAvailable">The pods that must stay ready; null when it is not set.</param>
/// <param name="MaxUnavailable">The pods that may be unavailable; null when it is not set.</param>
/// <remarks>
/// Shares are rounded up, so <c>maxUnavailable: 25%</c> of two pods allows one eviction, and <c>minAvailable: 50%</c> of three keeps two.
/// Set at most one of both; the API server rejects a budget with both, and a budget with neither stops every eviction.
/// </remarks>
public sealed record DisruptionBudget(IntOrPercent? MinAvailable, IntOrPercent? MaxUnavailable)
{
    /// <summary>The largest percentage that the API server accepts.</summary>
    public const int MaxPercent = 100;

    /// <summary>What makes the API server reject this budget; null when nothing does.</summary>
    public string? Problem
    {
        get
        {
            if (MinAvailable is not null && MaxUnavailable is not null)
            {
                return "minAvailable and maxUnavailable are both set; set one of them";
            }

            return (MinAvailable ?? MaxUnavailable) is { IsPercent: true, Value: > MaxPercent } share
                ? $"{Name} is {share}; give at most 100%"
                : null;
        }
    }

    private string Name => MaxUnavailable is not null ? "maxUnavailable" : "minAvailable";

    /// <summary>The evictions that the budget allows at once when all pods are ready.</summary>
    /// <param name="pods">The pods that the budget selects: the scale of their controllers, at its lowest to be safe.</param>
    public int AllowedDisruptions(int pods) => pods <= 0 ? 0 : Math.Max(0, pods - DesiredHealthy(pods));

    /// <summary>Whether a node with one of the pods can be drained when all pods are ready; true when there are no pods.</summary>
    /// <param name="pods">The pods that the budget selects: the scale of their controllers, at its lowest to be safe.</param>
    public bool LeavesAnEviction(int pods) => pods <= 0 || AllowedDisruptions(pods) > 0;

    /// <summary>The verdict as a line, e.g. <c>1 of 3 pods may be evicted at a time</c>.</summary>
    /// <param name="pods">The pods that the budget selects: the scale of their controllers, at its lowest to be safe.</param>
    public string Describe(int pods)
    {
        if (pods <= 0)
        {
            return "there are no pods to evict";
        }

        int allowed = AllowedDisruptions(pods);
        if (allowed > 0)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"{allowed} of {pods} {(pods == 1 ? "pod" : "pods")} may be evicted at a time");
        }

        string reason = (MaxUnavailable ?? MinAvailable) is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{Name} {value} keeps {DesiredHealthy(pods)} of {pods}")
            : "neither minAvailable nor maxUnavailable is set";
        return $"no pod may be evicted, so a node drain never ends: {reason}";
    }

    private int DesiredHealthy(int pods)
    {
        if (MaxUnavailable is { } maxUnavailable)
        {
            return Math.Max(0, pods - maxUnavailable.Of(pods));
        }

        // The controller counts no expected pods for a budget that sets nothing, and then allows no disruption.
        return MinAvailable?.Of(pods) ?? pods;
    }
}
