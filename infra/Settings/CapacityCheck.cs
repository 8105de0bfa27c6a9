using System.Globalization;
using Rampart.Components.SpiceDb;
using Rampart.Rules.Availability;
using Rampart.Rules.Resources;
using HardenedPodArgs = Rampart.Components.Workloads.HardenedPodArgs;

namespace Rampart.Infra.Settings;

/// <summary>Whether requests, limits, limit range and quota leave room for every pod that runs at a time.</summary>
internal static class CapacityCheck
{
    public static void Check(SpiceDbSettings settings, SettingsSection root, SettingsProblems problems)
    {
        CheckContainer("resources", settings.Resources, settings.LimitRange, root);
        if (Migrates(settings))
        {
            CheckContainer("migrationResources", settings.MigrationResources, settings.LimitRange, root);
        }

        // The sums of wrong numbers would only repeat what has been told.
        if (!problems.HasErrors)
        {
            CheckQuota(settings, root, problems);
        }
    }

    private static bool Migrates(SpiceDbSettings settings) => settings.Datastore.Engine != SpiceDbDatastore.Memory;

    private static void CheckContainer(string name, ResourceSettings resources, LimitRangeSettings range, SettingsSection root)
    {
        string key = root.KeyOf(name);
        foreach ((string resource, Quantity request) in resources.Requests.Quantities)
        {
            if (resources.Limits.Quantities[resource] is { } limit && request > limit)
            {
                root.Error(
                    SettingsDiagnosticIds.RequestAboveLimit,
                    $"{name}.requests.{resource}",
                    $"'{request}' is more than the limit '{limit}'",
                    $"give at most {limit}, or raise {key}.limits.{resource}");
            }
        }

        ResourceRequirements filled = Fill(resources, range).Containers[0].Resources.Defaulted;
        CheckRange(root, name, "requests", filled.Requests, range.Min.Quantities, isMinimum: true);
        CheckRange(root, name, "limits", filled.Limits, range.Max.Quantities, isMinimum: false);
    }

    private static void CheckRange(
        SettingsSection root, string name, string part, ResourceList given, ResourceList bounds, bool isMinimum)
    {
        foreach ((string resource, Quantity bound) in bounds)
        {
            if (given[resource] is { } quantity && (isMinimum ? quantity < bound : quantity > bound))
            {
                root.Error(
                    SettingsDiagnosticIds.OutsideLimitRange,
                    $"{name}.{part}.{resource}",
                    $"'{quantity}' is {(isMinimum ? "less" : "more")} than the limit range allows a container, '{bound}'",
                    $"give at {(isMinimum ? "least" : "most")} {bound}, or change {root.KeyOf("limitRange")}.{(isMinimum ? "min" : "max")}.{resource}");
            }
        }
    }

    private static void CheckQuota(SpiceDbSettings settings, SettingsSection root, SettingsProblems problems)
    {
        ResourceList hard = settings.ResourceQuota.Quantities;
        PodResources pod = Fill(settings.Resources, settings.LimitRange);
        QuotaWorkload serving = new("the replicas", pod, settings.Replicas)
        {
            Update = new RollingUpdate(settings.MaxSurge, settings.MaxUnavailable, HardenedPodArgs.DefaultTerminationGracePeriodSeconds, SecondsUntilAvailable: 0),
        };
        QuotaWorkload[] migration = Migrates(settings)
            ? [new QuotaWorkload("the migration", Fill(settings.MigrationResources, settings.LimitRange), 1)]
            : [];

        QuotaFeasibility one = QuotaFeasibility.Compute(hard, [new QuotaWorkload("one replica", pod, 1)]);
        QuotaFeasibility withoutEnding = QuotaFeasibility.Compute(hard, [serving.WithoutEnding(), .. migration]);
        QuotaFeasibility peak = QuotaFeasibility.Compute(hard, [serving, .. migration]);
        foreach (string unset in peak.Unset)
        {
            root.Error(
                SettingsDiagnosticIds.QuotaTooSmall,
                "resourceQuota",
                $"the quota admits no container without requests and limits: {unset}",
                $"name them, or give a default in {root.KeyOf("limitRange")}");
        }

        for (int i = 0; i < peak.Verdicts.Count; i++)
        {
            if (!peak.Verdicts[i].Fits)
            {
                if (withoutEnding.Verdicts[i].Fits)
                {
                    // The update goes on when the pods that are ending are gone.
                    (string key, string problem, string fix) = Describe(settings, peak.Verdicts[i], serving);
                    problems.Warning(SettingsDiagnosticIds.QuotaSlowsUpdates, root.KeyOf(key), problem, fix);
                }
                else
                {
                    Report(settings, root, one.Verdicts[i], withoutEnding.Verdicts[i], serving.WithoutEnding());
                }
            }
        }
    }

    private static void Report(SpiceDbSettings settings, SettingsSection root, QuotaVerdict one, QuotaVerdict all, QuotaWorkload serving)
    {
        (string key, string problem, string fix) = Describe(settings, all, serving);
        if (one.Fits)
        {
            root.Error(SettingsDiagnosticIds.QuotaTooSmall, key, problem, fix);
        }
        else
        {
            root.Error(
                SettingsDiagnosticIds.QuotaHoldsNoPod,
                key,
                $"'{all.Hard}' does not hold one replica, which needs {one.Needed}",
                $"give at least {all.Needed}, which holds all pods");
        }
    }

    private static (string Key, string Problem, string Fix) Describe(SpiceDbSettings settings, QuotaVerdict verdict, QuotaWorkload serving)
    {
        string update = serving.SurgePods > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {serving.SurgePods} more during an update") : "";
        string ending = serving.EndingPods > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {serving.EndingPods} that end meanwhile") : "";
        string migration = Migrates(settings) ? " and the migration" : "";
        return (
            $"resourceQuota[\"{verdict.Resource}\"]",
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{verdict.Hard}' does not hold {settings.Replicas} {(settings.Replicas == 1 ? "replica" : "replicas")}{update}{ending}{migration}, which need {verdict.Needed}"),
            $"give at least {verdict.Needed}, or fewer replicas, or smaller resources");
    }

    private static PodResources Fill(ResourceSettings resources, LimitRangeSettings range)
        => new PodResources([new ContainerResources("spicedb", resources.Requirements)], [])
            .WithLimitRange(range.DefaultRequest.Quantities, range.Default.Quantities);
}
