using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4046: the jobs of a cron job do not run side by side.</summary>
internal sealed class CronJobOverlapRule()
    : ObjectRule("RMP4046", "cron-job-overlap", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "CronJob")
{
    public override string Summary =>
        "A CronJob says what happens when the last job still runs; by default slow jobs pile up until the nodes are full.";

    public override string Allowed => "concurrencyPolicy Forbid or Replace";

    public override string Fix => "set concurrencyPolicy to Forbid";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field policy = item.Spec["concurrencyPolicy"];
        if (!policy.TryGetText(out string text))
        {
            inspection.Unknown(item, "spec.concurrencyPolicy");
        }
        else if (text is "" or "Allow")
        {
            inspection.Broken(item, "spec.concurrencyPolicy", $"{item} starts a job although the last one still runs", policy.Shown);
        }
    }
}
