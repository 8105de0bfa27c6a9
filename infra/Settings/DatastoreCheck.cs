using Rampart.Components.Configuration;
using Rampart.Components.SpiceDb;

namespace Rampart.Infra.Settings;

/// <summary>Whether datastore, replicas and dispatch go together.</summary>
internal static class DatastoreCheck
{
    public static void Check(SpiceDbArgs args, SettingsBinder settings)
    {
        if (args.Datastore != SpiceDbDatastore.Memory)
        {
            settings.Require("datastore.uri");
        }

        if (SpiceDbTopology.CheckReplicas(args.Datastore, settings.Integer("replicas")!.Value) is { } replicas)
        {
            settings.Error(replicas.Id, "replicas", replicas.Problem, replicas.Fix);
        }

        if (SpiceDbTopology.CheckDispatch(args.Datastore, args.Dispatch) is { } dispatch)
        {
            settings.Error(dispatch.Id, "dispatch", dispatch.Problem, dispatch.Fix);
        }
    }
}
