using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Resources;

/// <summary>Compares every ResourceQuota with what runs in its namespace.</summary>
internal sealed class QuotaOutlooks
{
    private readonly ObjectSet _objects;
    private readonly ClusterInventory _cluster;
    private readonly LimitRanges _limits;
    private readonly string? _defaultPriorityClass;

    private QuotaOutlooks(Inspection inspection)
    {
        _objects = inspection.Objects;
        _cluster = inspection.Options.Cluster;
        _limits = LimitRanges.Of(inspection);
        _defaultPriorityClass = FindDefaultPriorityClass(_objects);
        NamespaceWorkloads workloads = NamespaceWorkloads.Of(inspection);
        List<QuotaOutlook> all = [];
        Dictionary<string, Reading[]> readings = new(StringComparer.Ordinal);
        foreach (KubernetesObject quota in _objects.OfKind("", "ResourceQuota"))
        {
            if (!readings.TryGetValue(quota.Namespace, out Reading[]? ofNamespace))
            {
                readings.Add(quota.Namespace, ofNamespace = Read(workloads.In(quota.Namespace)));
            }

            all.Add(Compare(quota, ofNamespace));
        }

        All = all;
    }

    /// <summary>One outlook per quota, in the order of the objects.</summary>
    public IReadOnlyList<QuotaOutlook> All { get; }

    public static QuotaOutlooks Of(Inspection inspection) => inspection.Shared(static shared => new QuotaOutlooks(shared));

    private static string? FindDefaultPriorityClass(ObjectSet objects)
    {
        foreach (KubernetesObject item in objects.OfKind("scheduling.k8s.io", "PriorityClass"))
        {
            if (item["globalDefault"].Flag == Flag.True)
            {
                return item.Name;
            }
        }

        return null;
    }

    private Reading[] Read(IReadOnlyList<Workload> workloads)
    {
        Reading[] readings = new Reading[workloads.Count];
        for (int i = 0; i < readings.Length; i++)
        {
            Workload workload = workloads[i];
            WorkloadScale scale = WorkloadScale.Find(workload, _objects, _cluster);
            NamespaceLimits limits = _limits.In(workload.Object.Namespace);
            QuotaDoubt? doubt = null;
            if (!PodResourcesReader.TryRead(workload, out PodResources? pod, out UnknownField unknown))
            {
                doubt = new QuotaDoubt(workload.Object, unknown);
            }
            else if (scale.Unknown is { } unknownScale)
            {
                doubt = new QuotaDoubt(workload.Object, unknownScale);
            }
            else if (limits.Unknown is { } unknownLimit)
            {
                doubt = new QuotaDoubt(limits.UnknownIn!, unknownLimit);
            }

            readings[i] = new Reading(workload, scale, pod is null ? null : limits.Fill(pod), doubt);
        }

        return readings;
    }

    private QuotaOutlook Compare(KubernetesObject quota, Reading[] readings)
    {
        List<QuotaDoubt> doubts = [];
        List<KubernetesObject> uncounted = [];
        List<QuotaUse> uses = [];
        if (!QuantityField.TryReadList(quota.Spec["hard"], "spec", ".hard", out ResourceList hard, out UnknownField unknown))
        {
            doubts.Add(new QuotaDoubt(quota, unknown));
        }

        ResourceList? claims = ResourceList.Empty;
        foreach (Reading reading in readings)
        {
            if (reading.Pod is null || reading.Doubt is not null)
            {
                doubts.Add(reading.Doubt!);
                claims = null;
                continue;
            }

            Flag selects = QuotaScope.Selects(quota, reading.Workload, reading.Pod, _defaultPriorityClass);
            if (selects == Flag.Unknown)
            {
                doubts.Add(new QuotaDoubt(quota, new UnknownField("spec.scopes", $"may or may not select {reading.Workload.Object}")));
            }
            else if (selects == Flag.True && reading.Scale.DependsOnNodes)
            {
                uncounted.Add(reading.Workload.Object);
            }
            else if (selects == Flag.True)
            {
                QuotaWorkload pods = new(reading.Workload.Object.ToString(), reading.Pod, reading.Scale.Replicas)
                {
                    AutoscalerMax = reading.Scale.AutoscalerMax,
                    Update = reading.Scale.Update,
                };
                uses.Add(new QuotaUse(reading.Workload, reading.Scale, pods));
                claims = claims is not null && PodClaims.TryRead(reading.Workload, out ResourceList own) ? claims + (own * pods.PeakPods) : null;
            }
        }

        // A quota with scopes counts pods alone.
        ResourceList objects = QuotaScope.IsSet(quota) == Flag.False
            ? CountedObjects.Count(hard, _objects, quota.Namespace, claims)
            : ResourceList.Empty;
        List<QuotaWorkload> workloads = uses.ConvertAll(static use => use.Pods);
        return new QuotaOutlook(quota, hard, uses, QuotaFeasibility.Compute(hard, workloads, objects), doubts, uncounted);
    }

    private sealed record Reading(Workload Workload, WorkloadScale Scale, PodResources? Pod, QuotaDoubt? Doubt);
}
