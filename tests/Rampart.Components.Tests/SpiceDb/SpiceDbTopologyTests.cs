using Rampart.Components.SpiceDb;

namespace Rampart.Components.Tests.SpiceDb;

public sealed class SpiceDbTopologyTests
{
    // datastore, replicas, id
    public static TheoryData<SpiceDbDatastore, int, string?> Replicas => new()
    {
        { SpiceDbDatastore.Memory, 1, null },
        { SpiceDbDatastore.Memory, 2, "RMP4201" },
        { SpiceDbDatastore.Postgres, 1, null },
        { SpiceDbDatastore.Postgres, 100, null },
    };

    // datastore, dispatch, id
    public static TheoryData<SpiceDbDatastore, bool, string?> Dispatch => new()
    {
        { SpiceDbDatastore.Memory, false, null },
        { SpiceDbDatastore.Memory, true, "RMP4202" },
        { SpiceDbDatastore.Postgres, false, null },
        { SpiceDbDatastore.Postgres, true, null },
    };

    [Theory]
    [MemberData(nameof(Replicas))]
    public void CheckReplicas_Datastore_FindsWhatIsNotShared(SpiceDbDatastore datastore, int replicas, string? id)
        => Assert.Equal(id, SpiceDbTopology.CheckReplicas(datastore, replicas)?.Id);

    [Theory]
    [MemberData(nameof(Dispatch))]
    public void CheckDispatch_Datastore_FindsWhatIsNotShared(SpiceDbDatastore datastore, bool dispatch, string? id)
        => Assert.Equal(id, SpiceDbTopology.CheckDispatch(datastore, dispatch)?.Id);
}
