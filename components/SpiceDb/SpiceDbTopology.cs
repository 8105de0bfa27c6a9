using System.Globalization;

namespace Rampart.Components.SpiceDb;

/// <summary>Which combinations of datastore, replicas and dispatch give one database and not several.</summary>
/// <param name="Id">Number of the diagnostic.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Fix">What to do.</param>
public sealed record SpiceDbTopology(string Id, string Problem, string Fix)
{
    /// <summary>Several replicas would each hold their own relationships in memory.</summary>
    public const string MemoryIsNotShared = "RMP4201";

    /// <summary>Dispatch shares work among replicas, and the memory datastore allows one.</summary>
    public const string DispatchNeedsSharedDatastore = "RMP4202";

    /// <summary>What is wrong with the number of replicas; <see langword="null"/> when nothing is.</summary>
    public static SpiceDbTopology? CheckReplicas(SpiceDbDatastore datastore, int replicas)
        => datastore == SpiceDbDatastore.Memory && replicas > 1
            ? new SpiceDbTopology(
                MemoryIsNotShared,
                string.Create(CultureInfo.InvariantCulture, $"{replicas} replicas do not share the memory datastore"),
                "give 1 replica, or the datastore 'postgres'")
            : null;

    /// <summary>What is wrong with dispatch; <see langword="null"/> when nothing is.</summary>
    public static SpiceDbTopology? CheckDispatch(SpiceDbDatastore datastore, bool dispatch)
        => datastore == SpiceDbDatastore.Memory && dispatch
            ? new SpiceDbTopology(
                DispatchNeedsSharedDatastore,
                "dispatch shares work among replicas, and the memory datastore has one",
                "switch dispatch off, or take the datastore 'postgres'")
            : null;
}
