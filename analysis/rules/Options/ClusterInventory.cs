namespace Rampart.Rules.Options;

/// <summary>What is known of the cluster that objects go to; rules that need more than is known say nothing.</summary>
public sealed record ClusterInventory
{
    /// <summary>Nothing is known.</summary>
    public static readonly ClusterInventory Unknown = new();

    /// <summary>The nodes that can run the pods, by the name of their zone; empty, the default, when they are not known. One zone without a name stands for a cluster without zones.</summary>
    public IReadOnlyDictionary<string, int> NodesByZone { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The priority classes that exist already; null, the default, when they are not known.</summary>
    public IReadOnlyList<string>? PriorityClasses { get; init; }

    /// <summary>The number of nodes; null when it is not known.</summary>
    public int? Nodes => NodesByZone.Count == 0 ? null : NodesByZone.Values.Sum();
}
