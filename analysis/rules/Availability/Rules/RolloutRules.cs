using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about rollouts.</summary>
internal static class RolloutRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        RolloutRejectedRule.Descriptor,
        new ObjectRule("RMP4022", "rollout-strategy", RuleCategory.Availability, DiagnosticSeverity.Info, "apps", "Deployment")
        {
            Summary = "A Deployment names the strategy RollingUpdate, so that old pods answer until new ones do.",
            Allowed = "strategy.type RollingUpdate",
            Fix = "set strategy.type to RollingUpdate, with maxSurge 1 and maxUnavailable 0",
            OtherIds =
                ["kube-linter:no-rolling-update-strategy", "kube-score:deployment-strategy", "kubescape:C-0305"],
            Check = static (item, inspection) =>
            {
                Field type = item.Spec["strategy"]["type"];
                if (!type.TryGetText(out string text))
                {
                    inspection.Unknown(item, "spec.strategy.type");
                }
                else if (type.IsUnset)
                {
                    inspection.Broken(item, "spec.strategy.type", $"{item} does not name its rollout strategy");
                }
                else if (text == "Recreate")
                {
                    inspection.Broken(item, "spec.strategy.type", $"a rollout of {item} takes all pods away before a new one starts", type.Shown);
                }
            },
        },
        new ObjectRule("RMP4023", "rollout-bounds", RuleCategory.Availability, DiagnosticSeverity.Info, "apps", "Deployment")
        {
            Summary =
                "A rolling update names maxSurge and maxUnavailable; a quarter of the pods, the default, is more than quota and budget may bear.",
            Allowed = "maxSurge and maxUnavailable set",
            Fix = "set maxSurge to 1 and maxUnavailable to 0",
            Check = static (item, inspection) =>
            {
                Field strategy = item.Spec["strategy"];
                if (strategy["type"].Text == "RollingUpdate")
                {
                    CheckField(item, strategy["rollingUpdate"]["maxSurge"], "maxSurge", inspection);
                    CheckField(item, strategy["rollingUpdate"]["maxUnavailable"], "maxUnavailable", inspection);
                }
            },
        },
        new WorkloadRule("RMP4024", "rollout-takes-all-pods", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A rolling update leaves at least one of several pods running, or it is an outage.",
            Allowed = "maxUnavailable below the lowest scale",
            Fix = "set maxUnavailable to 0 and maxSurge to 1",
            Check = static (workload, inspection) =>
            {
                if (Rollout.Of(workload.Object) is { IsRolling: true, MaxUnavailable: { } unavailable }
                    && PodScale.Of(workload, inspection.Facts).Lowest is >= 2 and int pods
                    && unavailable.OfRoundedDown(pods) >= pods)
                {
                    inspection.Broken(
                        workload.Object,
                        "spec.strategy.rollingUpdate.maxUnavailable",
                        string.Create(CultureInfo.InvariantCulture, $"a rollout may take all {pods} pods of {workload.Object} away at once"),
                        $"{unavailable}");
                }
            },
        },
    ];

    private static void CheckField(KubernetesObject item, Field field, string name, Inspection inspection)
    {
        if (field.IsUnset)
        {
            inspection.Broken(item, $"spec.strategy.rollingUpdate.{name}", $"{name} is not set, which means 25%");
        }
    }
}
