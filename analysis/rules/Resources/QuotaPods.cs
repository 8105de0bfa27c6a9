using System.Collections.Concurrent;

namespace Rampart.Rules.Resources;

/// <summary>The pods that some quotas count, with what each quota needs to know of them, computed once.</summary>
internal sealed class QuotaPods
{
    private readonly IReadOnlyList<QuotaWorkload> _workloads;
    private readonly PodResources[] _pods;
    private readonly ResourceRequirements[] _ofPods;
    private readonly ConcurrentDictionary<string, object> _uses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, QuotaDemands> _unset = new(StringComparer.Ordinal);

    public QuotaPods(IReadOnlyList<QuotaWorkload> workloads)
    {
        _workloads = workloads;
        _pods = [.. workloads.Select(static workload => workload.Pod.Defaulted())];
        _ofPods = Array.ConvertAll(_pods, static pod => new ResourceRequirements(pod.EffectiveRequests, pod.EffectiveLimits));
    }

    /// <summary>What all pods together use of a resource that is counted by pods.</summary>
    /// <param name="name">The resource as a quota names it.</param>
    public Quantity Use(string name) => (Quantity)_uses.GetOrAdd(name, static (name, pods) => (object)pods.Sum(name), this);

    /// <summary>What quota admission denies whatever the numbers are; the same for all quotas that demand the same.</summary>
    public QuotaDemands FindUnset(ResourceList hard) =>
        _unset.GetOrAdd(QuotaFeasibility.DemandsOf(hard), _ => new QuotaDemands(_workloads, _pods, hard));

    private Quantity Sum(string name)
    {
        Quantity used = Quantity.Zero;
        bool isNumber = name is "pods" or "count/pods", isLimit = QuotaFeasibility.IsLimit(name, out string resource);
        for (int i = 0; i < _ofPods.Length; i++)
        {
            Quantity? ofPod = isNumber ? Quantity.From(1)
                : (isLimit ? _ofPods[i].Limits : _ofPods[i].Requests)[resource];
            used += (ofPod ?? Quantity.Zero) * _workloads[i].PeakPods;
        }

        return used;
    }
}
