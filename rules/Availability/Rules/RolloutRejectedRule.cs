using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4021: rollouts are ones that the API server takes.</summary>
internal sealed class RolloutRejectedRule()
    : WorkloadRule("RMP4021", "rollout-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A rollout may add a pod or take one away; the API server rejects one that may do neither, and numbers that are none.";

    public override string Allowed => "type RollingUpdate with maxSurge or maxUnavailable above 0, or Recreate without rollingUpdate";

    public override string Fix => "set maxSurge to 1";

    protected override void Check(Workload workload, Inspection inspection)
    {
        switch (workload.Object)
        {
            case { Group: "apps", Kind: "Deployment" }:
                Check(workload.Object, "strategy", "Recreate", inspection);
                break;
            case { Group: "apps", Kind: "DaemonSet" }:
                Check(workload.Object, "updateStrategy", "OnDelete", inspection);
                break;
        }
    }

    private static void Check(KubernetesObject item, string name, string other, Inspection inspection)
    {
        Field strategy = item.Spec[name], rolling = strategy["rollingUpdate"];
        string path = PathPool.Field("spec", name);
        if (!strategy["type"].TryGetText(out string type))
        {
            inspection.Unknown(item, $"{path}.type");
            return;
        }

        if (type.Length > 0 && type != "RollingUpdate" && type != other)
        {
            inspection.Broken(item, $"{path}.type", $"type '{strategy["type"].Shown}' is neither RollingUpdate nor {other}", strategy["type"].Shown);
            return;
        }

        if (rolling.Presence != Flag.True)
        {
            return;
        }

        if (type == "Recreate")
        {
            inspection.Broken(item, $"{path}.rollingUpdate", "rollingUpdate may not be set when the type is Recreate");
            return;
        }

        // One that is not set is 25% at a Deployment; at a DaemonSet maxSurge is 0 and maxUnavailable 1.
        bool isZero = IsZero(item, rolling["maxSurge"], PathPool.Field(path, "rollingUpdate.maxSurge"), other == "OnDelete", inspection);
        if (IsZero(item, rolling["maxUnavailable"], PathPool.Field(path, "rollingUpdate.maxUnavailable"), zeroByDefault: false, inspection) && isZero)
        {
            inspection.Broken(item, $"{path}.rollingUpdate", $"a rollout of {item} may neither add a pod nor take one away");
        }
    }

    private static bool IsZero(KubernetesObject item, Field field, string path, bool zeroByDefault, Inspection inspection)
    {
        switch (PodShare.Read(field, out IntOrPercent value))
        {
            case Flag.Unset:
                return zeroByDefault;
            case Flag.Unknown:
                inspection.Unknown(item, path);
                return false;
            case Flag.False:
                inspection.Broken(item, path, $"'{field.Shown}' is neither a whole number nor a percentage", field.Shown);
                return false;
            default:
                return value.Value == 0;
        }
    }
}
