using System.Collections.Concurrent;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>The scales of all workloads of a place when they are smallest, so that those of many are summed up quickly.</summary>
internal sealed class LowestScales
{
    private readonly PodPlace _place;
    private readonly PodBits _counted;
    private readonly PodBits _ofNodes;
    private readonly PodBits _unknown;
    private readonly int[] _lowest;
    private readonly long _sum;

    private LowestScales(PodPlace place, SharedFacts facts)
    {
        _place = place;
        _counted = place.Having(static workload => workload.Object is { IsOwned: false, Group: not "batch" });
        _ofNodes = place.Having(static workload => workload.Object is { IsOwned: false, Kind: "DaemonSet" });
        _unknown = new PodBits(place.Pods.Count);
        _lowest = new int[place.Pods.Count];
        for (int pod = _counted.Next(0); pod >= 0; pod = _counted.Next(pod + 1))
        {
            if (PodScale.Of(place.Pods[pod], facts).Lowest is { } lowest)
            {
                _lowest[pod] = lowest;
                _sum += lowest;
            }
            else
            {
                _unknown.Add(pod);
            }
        }
    }

    public static LowestScales Of(SharedFacts facts, PodPlace place) => facts.Get(static _ => new ByPlace()).Find(place, facts);

    /// <summary>Counts the pods of some workloads.</summary>
    /// <param name="certain">The pods that a budget certainly selects.</param>
    /// <param name="possible">These, and those that it may select.</param>
    /// <param name="unknown">Why the number is not known, as a problem of the budget; null when it is known, or can never be.</param>
    public int? Count(PodBits certain, PodBits possible, out string? unknown)
    {
        unknown = null;
        if (possible.Next(0, _ofNodes) >= 0)
        {
            // As many as there are nodes.
            return null;
        }

        PodBits doubtful = possible.Copy(), outside = _counted.Copy();
        doubtful.AndNot(certain);
        int perhaps = doubtful.Next(0, _counted), unscaled = certain.Next(0, _unknown);
        if (perhaps >= 0 || unscaled >= 0)
        {
            unknown = unscaled < 0 || (perhaps >= 0 && perhaps < unscaled)
                ? $"cannot be judged: whether it selects {_place.Pods[perhaps].Object} is not known yet"
                : $"cannot be judged: the scale of {_place.Pods[unscaled].Object} is not known yet";
            return null;
        }

        // Most leave out few.
        outside.AndNot(certain);
        long pods = 2 * outside.Count < _place.Pods.Count ? _sum - Sum(outside) : Sum(certain);
        return (int)Math.Min(pods, int.MaxValue);
    }

    // What is not counted is 0.
    private long Sum(PodBits pods)
    {
        long sum = 0;
        for (int pod = pods.Next(0); pod >= 0; pod = pods.Next(pod + 1))
        {
            sum += _lowest[pod];
        }

        return sum;
    }

    private sealed class ByPlace
    {
        private readonly ConcurrentDictionary<PodPlace, LowestScales> _scales = [];

        public LowestScales Find(PodPlace place, SharedFacts facts) =>
            _scales.GetOrAdd(place, static (place, facts) => new LowestScales(place, facts), facts);
    }
}
