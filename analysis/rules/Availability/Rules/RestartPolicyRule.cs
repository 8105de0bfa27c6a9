using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4042: pods are restarted as their controller needs it.</summary>
internal sealed class RestartPolicyRule()
    : WorkloadRule("RMP4042", "restart-policy", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "Pods of jobs are not always restarted and those of all other controllers are; the API server rejects all else.";

    public override string Allowed => "OnFailure or Never for Job and CronJob; Always or unset for all other controllers";

    public override string Fix => "set restartPolicy to OnFailure for a job, and leave it out otherwise";

    public override IReadOnlyList<string> OtherIds => ["kube-score:cronjob-restartpolicy"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (item.Kind is "Pod" or "PodTemplate" || workload.Pod.IsByShape)
        {
            return;
        }

        Field policy = workload.PodSpec["restartPolicy"];
        string path = PathPool.Field(workload.SpecPath, "restartPolicy");
        if (!policy.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (item.Group == "batch" && text is not ("OnFailure" or "Never"))
        {
            inspection.Broken(item, path, $"{item} needs the restartPolicy OnFailure or Never", policy.Shown, "OnFailure or Never");
        }
        else if (item.Group != "batch" && text is not ("" or "Always"))
        {
            inspection.Broken(item, path, $"{item} takes no restartPolicy but Always", policy.Shown, "Always");
        }
    }
}
