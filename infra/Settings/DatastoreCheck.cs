using Rampart.Components.SpiceDb;

namespace Rampart.Infra.Settings;

/// <summary>Whether datastore, replicas and dispatch go together.</summary>
internal static class DatastoreCheck
{
    public static void Check(SpiceDbSettings settings, SettingsSection root)
    {
        if (SpiceDbTopology.CheckReplicas(settings.Datastore.Engine, settings.Replicas) is { } replicas)
        {
            root.Error(replicas.Id, "replicas", replicas.Problem, replicas.Fix);
        }

        if (SpiceDbTopology.CheckDispatch(settings.Datastore.Engine, settings.Dispatch) is { } dispatch)
        {
            root.Error(dispatch.Id, "dispatch", dispatch.Problem, dispatch.Fix);
        }
    }
}
