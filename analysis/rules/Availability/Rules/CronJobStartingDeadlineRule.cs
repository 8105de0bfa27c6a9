using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4045: cron jobs say how late they may start.</summary>
internal sealed class CronJobStartingDeadlineRule()
    : ObjectRule("RMP4045", "cron-job-starting-deadline", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "CronJob")
{
    public override string Summary => "A CronJob says how late a job may start; without it, one that missed a hundred starts never runs again.";

    public override string Allowed => "startingDeadlineSeconds set";

    public override string Fix => "set startingDeadlineSeconds to less than the time between two starts";

    public override IReadOnlyList<string> OtherIds => ["kube-score:cronjob-has-deadline"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item.Spec["startingDeadlineSeconds"].IsUnset)
        {
            inspection.Broken(item, "spec.startingDeadlineSeconds", $"{item} does not say how late a job may start");
        }
    }
}
