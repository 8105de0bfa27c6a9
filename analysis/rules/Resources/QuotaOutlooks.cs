using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Resources;

/// <summary>Compares every ResourceQuota with what runs in its namespace.</summary>
internal sealed class QuotaOutlooks
{
    private readonly ObjectSet _objects;
    private readonly ClusterInventory _cluster;
    private readonly LimitRanges _limits;
    private readonly AutoscalersByTarget _autoscalers;
    private readonly string? _defaultPriorityClass;

    private QuotaOutlooks(SharedFacts facts)
    {
        _objects = facts.Objects;
        _cluster = facts.Options.Cluster;
        _limits = LimitRanges.Of(facts);
        _autoscalers = new AutoscalersByTarget(_objects);
        _defaultPriorityClass = FindDefaultPriorityClass(_objects);
        NamespaceWorkloads workloads = NamespaceWorkloads.Of(facts);
        List<QuotaOutlook> all = [];
        Dictionary<string, Beside> namespaces = new(StringComparer.Ordinal);
        foreach (KubernetesObject quota in _objects.OfKind("", "ResourceQuota"))
        {
            if (!namespaces.TryGetValue(quota.Place, out Beside? beside))
            {
                beside = new Beside(Read(workloads.In(quota.Place)), new CountedObjects(_objects, quota.Place), []);
                namespaces.Add(quota.Place, beside);
            }

            all.Add(Compare(quota, beside));
        }

        All = all;
    }

    /// <summary>One outlook per quota, in the order of the objects.</summary>
    public IReadOnlyList<QuotaOutlook> All { get; }

    public static QuotaOutlooks Of(SharedFacts facts) => facts.Get(static shared => new QuotaOutlooks(shared));

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
            WorkloadScale scale = WorkloadScale.Find(workload, _autoscalers, _cluster);
            NamespaceLimits limits = _limits.In(workload.Object.Place);
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
            else if (_limits.FindUncertain(workload.Object.Place) is { } uncertain)
            {
                doubt = new QuotaDoubt(workload.Object, new UnknownField(workload.SpecPath + ".containers", $"depend on {uncertain}"));
            }

            readings[i] = new Reading(workload, scale, pod is null ? null : limits.Fill(pod), doubt);
        }

        return readings;
    }

    private QuotaOutlook Compare(KubernetesObject quota, Beside beside)
    {
        QuotaDoubt? doubt = QuantityField.TryReadList(new LocatedField("spec", quota.Spec)["hard"], out ResourceList hard, out UnknownField unknown)
            ? null
            : new QuotaDoubt(quota, unknown);
        Scopes scopes = new(quota.Spec["scopes"].Value, quota.Spec["scopeSelector"].Value);
        if (!beside.Counts.TryGetValue(scopes, out QuotaCount? count))
        {
            count = Count(quota, beside.Readings, out bool isOfOthers);
            if (isOfOthers)
            {
                beside.Counts.Add(scopes, count);
            }
        }

        // A quota with scopes counts pods alone.
        ResourceList objects = QuotaScope.IsSet(quota) == Flag.False ? beside.Objects.Count(hard, count.Claims) : ResourceList.Empty;
        return new QuotaOutlook(quota, hard, count, QuotaFeasibility.Compute(hard, count.Pods, objects), doubt);
    }

    // What a quota counts; the same for others with its scopes, unless something in the quota itself is in doubt.
    private QuotaCount Count(KubernetesObject quota, Reading[] readings, out bool isOfOthers)
    {
        List<QuotaDoubt> doubts = [];
        List<KubernetesObject> uncounted = [], perhaps = [];
        List<QuotaUse> uses = [];
        ResourceList? claims = ResourceList.Empty;
        int place = 0;
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
                place = perhaps.Count == 0 ? doubts.Count : place;
                perhaps.Add(reading.Workload.Object);
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

        isOfOthers = perhaps.Count == 0;
        if (!isOfOthers)
        {
            doubts.Insert(place, new QuotaDoubt(quota, new UnknownField("spec.scopes", $"may or may not select {NamedObjects.First(perhaps)}")));
        }

        return new QuotaCount(uses, new QuotaPods(uses.ConvertAll(static use => use.Pods)), doubts, uncounted, claims);
    }

    private sealed record Reading(Workload Workload, WorkloadScale Scale, PodResources? Pod, QuotaDoubt? Doubt);

    // What is in the namespace of a quota, and what quotas count of it by their scopes.
    private sealed record Beside(Reading[] Readings, CountedObjects Objects, Dictionary<Scopes, QuotaCount> Counts);

    private sealed record Scopes(PropertyValue Names, PropertyValue Selector);
}
