using Rampart.Rules.Availability;

namespace Rampart.Infra.Settings;

/// <summary>Whether nodes can be drained and updates go on.</summary>
internal static class BudgetCheck
{
    public static void Check(SpiceDbSettings settings, SettingsSection root, SettingsProblems problems)
    {
        DisruptionBudget budget = settings.PodDisruptionBudget.Budget;
        const string Name = "podDisruptionBudget";
        if (budget.Problem is { } problem)
        {
            root.Error(SettingsDiagnosticIds.Contradiction, Name, problem, "give one of minAvailable and maxUnavailable, at most 100%");
        }
        else if (!budget.LeavesAnEviction(settings.Replicas))
        {
            problems.Warning(
                SettingsDiagnosticIds.BudgetBlocksDrains,
                root.KeyOf(Name),
                budget.Describe(settings.Replicas),
                "give maxUnavailable: 1, or more replicas");
        }

        // Rounded as the Deployment controller does it: surge up, unavailable down.
        if (settings.MaxSurge.Of(settings.Replicas) == 0 && settings.MaxUnavailable.OfRoundedDown(settings.Replicas) == 0)
        {
            root.Error(
                SettingsDiagnosticIds.Contradiction,
                "maxSurge",
                "an update may neither add a pod nor take one away",
                "give 1 or more, here or at maxUnavailable");
        }
    }
}
