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
            Summary = "A Deployment sets the strategy RollingUpdate, so that old pods serve requests until new pods can.",
            Allowed = "strategy.type RollingUpdate",
            Fix = "set strategy.type to RollingUpdate, with maxSurge 1 and maxUnavailable 0",
            OtherIds = ["kube-linter:no-rolling-update-strategy", "kube-score:deployment-strategy", "kubescape:C-0305"],
            Example = new(
                """
                kind: Deployment
                spec:
                  strategy: {type: Recreate}
                """,
                """
                kind: Deployment
                spec:
                  strategy: {type: RollingUpdate}
                """,
                "Programs whose old and new versions must not run at the same time."),
            Check = static (item, inspection) =>
            {
                FieldAt type = inspection.At(item)["spec"]["strategy"]["type"];
                if (type.IsUnset)
                {
                    type.Report($"{item} does not set its rollout strategy");
                }
                else
                {
                    type.ReportIf(Is.Text("Recreate"), $"a rollout of {item} deletes all pods before it starts a new one");
                }
            },
        },
        new ObjectRule("RMP4023", "rollout-bounds", RuleCategory.Availability, DiagnosticSeverity.Info, "apps", "Deployment")
        {
            Summary = "A rolling update sets maxSurge and maxUnavailable; a quarter of the pods, the default, may be more than quota and budget allow.",
            Allowed = "maxSurge and maxUnavailable set",
            Fix = "set maxSurge to 1 and maxUnavailable to 0",
            Example = new(
                """
                kind: Deployment
                spec:
                  strategy: {type: RollingUpdate}
                """,
                """
                kind: Deployment
                spec:
                  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
                """,
                "An update needs room for one more pod."),
            Check = static (item, inspection) =>
            {
                FieldAt strategy = inspection.At(item)["spec"]["strategy"];
                if (strategy["type"].Text == "RollingUpdate")
                {
                    strategy["rollingUpdate"]["maxSurge"].ReportIf(Is.Unset, "maxSurge is not set, which means 25%");
                    strategy["rollingUpdate"]["maxUnavailable"].ReportIf(Is.Unset, "maxUnavailable is not set, which means 25%");
                }
            },
        },
        new WorkloadRule("RMP4024", "rollout-takes-all-pods", RuleCategory.Availability, DiagnosticSeverity.Warning)
        {
            Summary = "A rolling update leaves at least one of several pods running; otherwise it causes an outage.",
            Allowed = "maxUnavailable below the lowest scale",
            Fix = "set maxUnavailable to 0 and maxSurge to 1",
            Example = new(
                """
                kind: Deployment
                spec:
                  replicas: 2
                  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 2}}
                """,
                """
                kind: Deployment
                spec:
                  replicas: 2
                  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
                """),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (Rollout.Of(item) is { IsRolling: true, MaxUnavailable: { } unavailable }
                    && PodScale.Of(workload, inspection.Facts).Lowest is >= 2 and int pods
                    && unavailable.OfRoundedDown(pods) >= pods)
                {
                    inspection.At(item)["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"].Report(
                        $"a rollout may delete all {pods} pods of {item} at once", $"{unavailable}");
                }
            },
        },
    ];
}
