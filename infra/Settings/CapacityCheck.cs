using System.Globalization;
using Rampart.Components.Configuration;
using Rampart.Components.SpiceDb;
using Rampart.Protocol.Values;
using Rampart.Rules.Availability;
using Rampart.Rules.Resources;
using HardenedPodArgs = Rampart.Components.Workloads.HardenedPodArgs;

namespace Rampart.Infra.Settings;

/// <summary>Whether requests, limits, limit range and quota leave room for every pod that runs at a time.</summary>
internal static class CapacityCheck
{
    public static void Check(SpiceDbArgs args, SettingsBinder settings)
    {
        bool migrates = args.Datastore != SpiceDbDatastore.Memory;
        CheckContainer("resources", settings);
        if (migrates)
        {
            CheckContainer("migrationResources", settings);
        }

        // The sums of wrong numbers would only repeat what has been told.
        if (!settings.Problems.HasErrors)
        {
            CheckQuota(migrates, settings);
        }
    }

    private static void CheckContainer(string name, SettingsBinder settings)
    {
        string key = settings.FullKey(name);
        ResourceRequirements resources = Requirements(name, settings);
        foreach ((string resource, Quantity request) in resources.Requests)
        {
            if (resources.Limits[resource] is { } limit && request > limit)
            {
                settings.Error(
                    StackDiagnosticIds.RequestAboveLimit,
                    $"{name}.requests.{resource}",
                    $"'{request}' is more than the limit '{limit}'",
                    $"give at most {limit}, or raise {key}.limits.{resource}");
            }
        }

        ResourceRequirements filled = Fill(name, settings).Containers[0].Resources.Defaulted;
        CheckRange(settings, name, "requests", filled.Requests, isMinimum: true);
        CheckRange(settings, name, "limits", filled.Limits, isMinimum: false);
    }

    private static void CheckRange(SettingsBinder settings, string name, string part, ResourceList given, bool isMinimum)
    {
        string bound = isMinimum ? "limitRange.min" : "limitRange.max";
        foreach ((string resource, Quantity edge) in Quantities(settings.Value(bound)))
        {
            if (given[resource] is { } quantity && (isMinimum ? quantity < edge : quantity > edge))
            {
                settings.Error(
                    StackDiagnosticIds.OutsideLimitRange,
                    $"{name}.{part}.{resource}",
                    $"'{quantity}' is {(isMinimum ? "less" : "more")} than the limit range allows a container, '{edge}'",
                    $"give at {(isMinimum ? "least" : "most")} {edge}, or change {settings.FullKey(bound)}.{resource}");
            }
        }
    }

    private static void CheckQuota(bool migrates, SettingsBinder settings)
    {
        ResourceList hard = Quantities(settings.Value("resourceQuota"));
        PodResources pod = Fill("resources", settings);
        QuotaWorkload serving = new("the replicas", pod, settings.Integer("replicas")!.Value)
        {
            Update = new RollingUpdate(
                PodCount.Of(settings, "maxSurge"), PodCount.Of(settings, "maxUnavailable"), HardenedPodArgs.DefaultTerminationGracePeriodSeconds, SecondsUntilAvailable: 0),
        };
        QuotaWorkload[] migration = migrates ? [new QuotaWorkload("the migration", Fill("migrationResources", settings), 1)] : [];

        QuotaFeasibility one = QuotaFeasibility.Compute(hard, [new QuotaWorkload("one replica", pod, 1)]);
        QuotaFeasibility withoutEnding = QuotaFeasibility.Compute(hard, [serving.WithoutEnding(), .. migration]);
        QuotaFeasibility peak = QuotaFeasibility.Compute(hard, [serving, .. migration]);
        foreach (string unset in peak.Unset)
        {
            settings.Error(
                StackDiagnosticIds.QuotaTooSmall,
                "resourceQuota",
                $"the quota admits no container without requests and limits: {unset}",
                $"name them, or give a default in {settings.FullKey("limitRange")}");
        }

        for (int i = 0; i < peak.Verdicts.Count; i++)
        {
            if (!peak.Verdicts[i].Fits)
            {
                if (withoutEnding.Verdicts[i].Fits)
                {
                    // The update goes on when the pods that are ending are gone.
                    (string key, string problem, string fix) = Describe(peak.Verdicts[i], serving, migrates);
                    settings.Warning(StackDiagnosticIds.QuotaSlowsUpdates, key, problem, fix);
                }
                else
                {
                    Report(settings, one.Verdicts[i], withoutEnding.Verdicts[i], serving.WithoutEnding(), migrates);
                }
            }
        }
    }

    private static void Report(SettingsBinder settings, QuotaVerdict one, QuotaVerdict all, QuotaWorkload serving, bool migrates)
    {
        (string key, string problem, string fix) = Describe(all, serving, migrates);
        if (one.Fits)
        {
            settings.Error(StackDiagnosticIds.QuotaTooSmall, key, problem, fix);
        }
        else
        {
            settings.Error(
                StackDiagnosticIds.QuotaHoldsNoPod,
                key,
                $"'{all.Hard}' does not hold one replica, which needs {one.Needed}",
                $"give at least {all.Needed}, which holds all pods");
        }
    }

    private static (string Key, string Problem, string Fix) Describe(QuotaVerdict verdict, QuotaWorkload serving, bool migrates)
    {
        string update = serving.SurgePods > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {serving.SurgePods} more during an update") : "";
        string ending = serving.EndingPods > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {serving.EndingPods} that end meanwhile") : "";
        string migration = migrates ? " and the migration" : "";
        return (
            $"resourceQuota[\"{verdict.Resource}\"]",
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{verdict.Hard}' does not hold {serving.Replicas} {(serving.Replicas == 1 ? "replica" : "replicas")}{update}{ending}{migration}, which need {verdict.Needed}"),
            $"give at least {verdict.Needed}, or fewer replicas, or smaller resources");
    }

    private static PodResources Fill(string name, SettingsBinder settings)
        => new PodResources([new ContainerResources("spicedb", Requirements(name, settings))], [])
            .WithLimitRange(Quantities(settings.Value("limitRange.defaultRequest")), Quantities(settings.Value("limitRange.default")));

    private static ResourceRequirements Requirements(string name, SettingsBinder settings)
    {
        PropertyObject resources = settings.Value(name).ObjectOrNull() ?? PropertyObject.Empty;
        return new ResourceRequirements(Quantities(resources["requests"]), Quantities(resources["limits"]));
    }

    // What is no quantity has been told.
    private static ResourceList Quantities(PropertyValue value)
    {
        ResourceList quantities = ResourceList.Empty;
        foreach (Property amount in (value.ObjectOrNull() ?? PropertyObject.Empty).Properties)
        {
            if (Quantity.TryParse(amount.Value.StringOrNull() ?? amount.Value.NumberOrNull()?.ToString(CultureInfo.InvariantCulture), out Quantity quantity, out _) && quantity.Sign >= 0)
            {
                quantities = quantities.With(amount.Name, quantity);
            }
        }

        return quantities;
    }
}
