using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4044: jobs have a deadline.</summary>
internal sealed class JobDeadlineRule()
    : WorkloadRule("RMP4044", "job-deadline", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary => "A job has a deadline; one that hangs would otherwise run for ever, and hold up what waits for it.";

    public override string Allowed => "activeDeadlineSeconds set";

    public override string Fix => "set activeDeadlineSeconds";

    protected override void Check(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (item.Group != "batch" || item.IsOwned || !workload.PodSpec["activeDeadlineSeconds"].IsUnset)
        {
            return;
        }

        bool isCron = item.Kind == "CronJob";
        Field spec = isCron ? item.Spec["jobTemplate"]["spec"] : item.Spec;
        if (spec["activeDeadlineSeconds"].IsUnset)
        {
            inspection.Broken(item, isCron ? "spec.jobTemplate.spec.activeDeadlineSeconds" : "spec.activeDeadlineSeconds", $"{item} may run for ever");
        }
    }
}
