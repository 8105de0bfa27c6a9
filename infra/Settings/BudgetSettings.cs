using Rampart.Components.Availability;
using Rampart.Rules.Availability;

namespace Rampart.Infra.Settings;

/// <summary>The setting <c>podDisruptionBudget</c>: how many pods an orderly interruption may take away.</summary>
public sealed record BudgetSettings
{
    /// <summary>Pods that stay; <see langword="null"/>, the default, counts those that may go.</summary>
    public IntOrPercent? MinAvailable { get; init; }

    /// <summary>
    /// Pods that may go. The default, where <see cref="MinAvailable"/> is not given, is
    /// <see cref="DisruptionBudgetArgs.DefaultMaxUnavailable"/>.
    /// </summary>
    public IntOrPercent? MaxUnavailable { get; init; }

    /// <summary><c>AlwaysAllow</c> or <c>IfHealthyBudget</c>. The default is <see cref="DisruptionBudgetArgs.AlwaysAllow"/>.</summary>
    public string UnhealthyPodEvictionPolicy { get; init; } = DisruptionBudgetArgs.AlwaysAllow;

    internal DisruptionBudget Budget => new(
        MinAvailable,
        MinAvailable is null ? MaxUnavailable ?? IntOrPercent.Count(DisruptionBudgetArgs.DefaultMaxUnavailable) : MaxUnavailable);
}
