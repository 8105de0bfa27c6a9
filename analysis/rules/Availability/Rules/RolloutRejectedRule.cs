using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4021: the API server accepts the rollout strategy.</summary>
internal static class RolloutRejectedRule
{
    private const int All = 100;

    public static Rule Descriptor { get; } = new WorkloadRule("RMP4021", "rollout-rejected", RuleCategory.Availability, DiagnosticSeverity.Error)
    {
        Summary =
            "A rollout may add a pod or delete one, and deletes no more pods than there are; the API server rejects a rollout that may do neither, "
            + "one of a DaemonSet that may do both, and values that are not numbers.",
        Allowed = "type RollingUpdate with maxSurge or maxUnavailable above 0 and maxUnavailable of at most 100%, or Recreate without rollingUpdate",
        Fix = "set maxSurge to 1",
        Example = new(
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}
            """,
            """
            kind: Deployment
            spec:
              strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
            """),
        Check = static (workload, inspection) =>
        {
            switch (workload.Object)
            {
                case { Group: "apps", Kind: "Deployment" } item:
                    CheckStrategy(inspection.At(item)["spec"]["strategy"], "Recreate", item);
                    break;
                case { Group: "apps", Kind: "DaemonSet" or "StatefulSet" } item:
                    CheckStrategy(inspection.At(item)["spec"]["updateStrategy"], "OnDelete", item);
                    break;
            }
        },
    };

    private static void CheckStrategy(FieldAt strategy, string other, KubernetesObject item)
    {
        FieldAt rolling = strategy["rollingUpdate"];
        if (!strategy["type"].TryRead(out string type))
        {
            return;
        }

        if (type.Length > 0 && type != "RollingUpdate" && type != other)
        {
            strategy["type"].Report($"type '{strategy["type"].Shown}' is neither RollingUpdate nor {other}");
        }
        else if (rolling.Presence == Flag.True && type == "Recreate")
        {
            rolling.Report("rollingUpdate may not be set when the type is Recreate");
        }
        else if (rolling.Presence == Flag.True)
        {
            // A missing maxSurge is 25% in a Deployment and 0 in a DaemonSet; a missing maxUnavailable is never 0.
            Flag surges = Read(rolling["maxSurge"], unset: other == "OnDelete" ? Flag.False : Flag.True, isShare: other == "OnDelete");
            Flag deletes = Read(rolling["maxUnavailable"], unset: Flag.True, isShare: true);
            if (surges == Flag.False && deletes == Flag.False)
            {
                rolling.Report($"a rollout of {item} may neither add a pod nor delete one");
            }
            else if (item.Kind == "DaemonSet" && surges == Flag.True && deletes == Flag.True)
            {
                rolling["maxSurge"].Report($"a rollout of {item} may both add a pod to a node and delete one", fix: "set maxUnavailable to 0, or remove maxSurge");
            }
        }
    }

    // Whether the number is above zero; reports one that is not valid, and is then unknown.
    private static Flag Read(FieldAt field, Flag unset, bool isShare)
    {
        switch (PodShare.Read(field.Field, out IntOrPercent value))
        {
            case Flag.Unset:
                return unset;
            case Flag.Unknown:
                field.ReportUnknown();
                return Flag.Unknown;
            case Flag.False:
                field.Report($"'{field.Shown}' is neither a whole number nor a percentage");
                return Flag.Unknown;
            default:
                if (isShare && value.IsPercent && value.Value > All)
                {
                    field.Report($"'{field.Shown}' is more than 100%", fix: "set at most 100%");
                }

                return value.Value == 0 ? Flag.False : Flag.True;
        }
    }
}
