using Rampart.Components.Availability;
using Rampart.Components.Configuration;
using Rampart.Rules.Availability;
using DisruptionBudget = Rampart.Rules.Availability.DisruptionBudget;

namespace Rampart.Infra.Settings;

/// <summary>Whether nodes can be drained and updates go on.</summary>
internal static class BudgetCheck
{
    public static void Check(SettingsBinder settings)
    {
        int replicas = settings.Integer("replicas")!.Value;
        const string Name = "podDisruptionBudget";
        IntOrPercent? min = PodCount.Find(settings, $"{Name}.minAvailable");
        IntOrPercent? max = PodCount.Find(settings, $"{Name}.maxUnavailable");
        DisruptionBudget budget = new(min, min is null ? max ?? IntOrPercent.Count(DisruptionBudgetArgs.DefaultMaxUnavailable) : max);
        if (budget.Problem is { } problem)
        {
            settings.Error(SettingsDiagnosticIds.Contradiction, Name, problem, "give one of minAvailable and maxUnavailable, at most 100%");
        }
        else if (!budget.LeavesAnEviction(replicas))
        {
            settings.Warning(StackDiagnosticIds.BudgetBlocksDrains, Name, budget.Describe(replicas), "give maxUnavailable: 1, or more replicas");
        }

        // Rounded as the Deployment controller does it: surge up, unavailable down.
        if (PodCount.Of(settings, "maxSurge").Of(replicas) == 0 && PodCount.Of(settings, "maxUnavailable").OfRoundedDown(replicas) == 0)
        {
            settings.Error(
                SettingsDiagnosticIds.Contradiction,
                "maxSurge",
                "an update may neither add a pod nor delete one",
                "give 1 or more, here or at maxUnavailable");
        }
    }
}
