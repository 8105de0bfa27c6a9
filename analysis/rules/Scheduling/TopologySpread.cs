using Rampart.Rules.Options;

namespace Rampart.Rules.Scheduling;

/// <summary>How many pods can be placed one by one under spread constraints on nodes and on zones together.</summary>
internal sealed class TopologySpread
{
    private readonly List<int> _nodesOfZones = [];
    private readonly int _nodes;
    private readonly int _zones;
    private Limit? _byNode;
    private Limit? _byZone;

    public TopologySpread(ClusterInventory cluster)
    {
        _zones = CountZones(cluster);
        foreach (int nodes in cluster.NodesByZone.Values)
        {
            if (nodes > 0)
            {
                _nodesOfZones.Add(nodes);
                _nodes += nodes;
            }
        }
    }

    /// <summary>The zones that have nodes; one zone without a name means that there are none.</summary>
    public static int CountZones(ClusterInventory cluster)
    {
        if (cluster.NodesByZone.Count == 1 && cluster.NodesByZone.ContainsKey(""))
        {
            return 0;
        }

        int zones = 0;
        foreach (int nodes in cluster.NodesByZone.Values)
        {
            zones += nodes > 0 ? 1 : 0;
        }

        return zones;
    }

    /// <summary>Adds a constraint; of several on one key the tightest applies. False for a key that is not known.</summary>
    public bool TryAdd(string key, int maxSkew, int minDomains)
    {
        switch (key)
        {
            case SpreadConstraints.Hostname:
                _byNode = Tighter(_byNode, new Limit(maxSkew, minDomains > _nodes));
                return true;
            case SpreadConstraints.Zone:
                _byZone = Tighter(_byZone, new Limit(maxSkew, minDomains > _nodesOfZones.Count));
                return true;
            default:
                return false;
        }
    }

    /// <summary>How many of the requested pods can be placed.</summary>
    public int Place(int pods)
    {
        // Nodes without the label of a constraint are left out.
        if (_nodes == 0 || (_byZone is not null && _zones == 0))
        {
            return 0;
        }

        int placed = 0;
        while (placed < pods && CanHold(placed + 1))
        {
            placed++;
        }

        return placed;
    }

    // Whether there is a distribution of so many pods in which no node and no zone has more than maxSkew above the least one.
    private bool CanHold(int pods)
    {
        (int from, int to) = Minima(_byNode, pods, _nodes);
        for (int node = from; node <= to; node++)
        {
            (int zoneFrom, int zoneTo) = Minima(_byZone, pods, _nodesOfZones.Count);
            for (int zone = zoneFrom; zone <= zoneTo; zone++)
            {
                if (CanHold(pods, node, zone))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool CanHold(int pods, int leastOfNodes, int leastOfZones)
    {
        long fewest = 0, most = 0;
        foreach (int nodes in _nodesOfZones)
        {
            long low = 0, high = pods;
            if (_byNode is { } byNode)
            {
                low = (long)nodes * leastOfNodes;
                high = (long)nodes * (leastOfNodes + byNode.MaxSkew);
            }

            if (_byZone is { } byZone)
            {
                low = Math.Max(low, leastOfZones);
                high = Math.Min(high, leastOfZones + byZone.MaxSkew);
            }

            if (low > high)
            {
                return false;
            }

            fewest += low;
            most += high;
        }

        return fewest <= pods && pods <= most;
    }

    // The least number of pods that a domain can have when all have it at least, and none more than maxSkew above it.
    private static (int From, int To) Minima(Limit? limit, int pods, int domains) =>
        limit is not { } set || set.CountsFromZero ? (0, 0) : (Math.Max(0, ((pods + domains - 1) / domains) - set.MaxSkew), pods / domains);

    private static Limit Tighter(Limit? left, Limit right) =>
        left is { } other ? new Limit(Math.Min(other.MaxSkew, right.MaxSkew), other.CountsFromZero || right.CountsFromZero) : right;

    // With fewer domains than minDomains the least one counts as empty.
    private readonly record struct Limit(int MaxSkew, bool CountsFromZero);
}
