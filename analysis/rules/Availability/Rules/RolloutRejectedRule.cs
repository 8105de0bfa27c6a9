using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4021: rollouts are ones that the API server takes.</summary>
internal static class RolloutRejectedRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP4021", "rollout-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
    {
        Summary =
            "A rollout may add a pod or take one away, and take away no more than there are; the API server rejects one that may do neither, "
            + "a DaemonSet's that may do both, and numbers that are none.",
        Allowed = "type RollingUpdate with maxSurge or maxUnavailable above 0 and at most 100% to take away, or Recreate without rollingUpdate",
        Fix = "set maxSurge to 1",
        Check = static (workload, inspection) =>
        {
            switch (workload.Object)
            {
                case { Group: "apps", Kind: "Deployment" }:
                    CheckPart(workload.Object, "strategy", "Recreate", inspection);
                    break;
                case { Group: "apps", Kind: "DaemonSet" or "StatefulSet" }:
                    CheckPart(workload.Object, "updateStrategy", "OnDelete", inspection);
                    break;
            }
        },
    };

    private static void CheckPart(KubernetesObject item, string name, string other, Inspection inspection)
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
        string surgePath = PathPool.Field(path, "rollingUpdate.maxSurge");
        Flag surges = Read(item, rolling["maxSurge"], surgePath, unset: other == "OnDelete" ? Flag.False : Flag.True, most: other == "OnDelete", inspection);
        Flag takes = Read(item, rolling["maxUnavailable"], PathPool.Field(path, "rollingUpdate.maxUnavailable"), unset: Flag.True, most: true, inspection);
        if (surges == Flag.False && takes == Flag.False)
        {
            inspection.Broken(item, $"{path}.rollingUpdate", $"a rollout of {item} may neither add a pod nor take one away");
        }
        else if (item.Kind == "DaemonSet" && surges == Flag.True && takes == Flag.True)
        {
            inspection.Broken(
                item, surgePath, $"a rollout of {item} may both add a pod to a node and take one away", rolling["maxSurge"].Shown, fix: "set maxUnavailable to 0, or take maxSurge out");
        }
    }

    // Whether the number is above zero; unknown for one that is none, which is told.
    private static Flag Read(KubernetesObject item, Field field, string path, Flag unset, bool most, Inspection inspection)
    {
        const int All = 100;
        switch (PodShare.Read(field, out IntOrPercent value))
        {
            case Flag.Unset:
                return unset;
            case Flag.Unknown:
                inspection.Unknown(item, path);
                return Flag.Unknown;
            case Flag.False:
                inspection.Broken(item, path, $"'{field.Shown}' is neither a whole number nor a percentage", field.Shown);
                return Flag.Unknown;
            default:
                if (most && value.IsPercent && value.Value > All)
                {
                    inspection.Broken(item, path, $"'{field.Shown}' is more than 100%", field.Shown, fix: "give at most 100%");
                }

                return value.Value == 0 ? Flag.False : Flag.True;
        }
    }
}
