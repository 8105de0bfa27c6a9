using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about jobs.</summary>
internal static class JobRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4042", "restart-policy", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary = "Pods of jobs do not have the restart policy Always, and those of all other controllers do; the API server rejects anything else.",
            Allowed = "OnFailure or Never for Job and CronJob; Always or unset for all other controllers",
            Fix = "set restartPolicy to OnFailure for a job, and remove it otherwise",
            OtherIds = ["kube-score:cronjob-restartpolicy"],
            Example = new(
                """
                kind: Job
                spec:
                  template: {spec: {restartPolicy: Always, containers: [{name: app}]}}
                """,
                """
                kind: Job
                spec:
                  template: {spec: {restartPolicy: OnFailure, containers: [{name: app}]}}
                """),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (item.Kind is "Pod" or "PodTemplate" || workload.Pod.IsByShape)
                {
                    return;
                }

                FieldAt policy = inspection.At(workload)["restartPolicy"];
                if (policy.TryRead(out string text) && item.Group == "batch" && text is not ("OnFailure" or "Never"))
                {
                    policy.Report($"{item} needs the restartPolicy OnFailure or Never", allowed: "OnFailure or Never");
                }
                else if (item.Group != "batch" && text is not ("" or "Always"))
                {
                    policy.Report($"{item} accepts only the restartPolicy Always", allowed: "Always");
                }
            },
        },
        new ObjectSetRule("RMP4043", "job-time-to-live", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "A finished Job is removed after some time, since otherwise jobs and their pods pile up; its history limits decide how long those of a CronJob stay.",
            Allowed = "ttlSecondsAfterFinished in a Job, and none in a CronJob or in a Job with annotations of Pulumi, which deletes it itself",
            Fix = "set ttlSecondsAfterFinished, e.g. to 3600",
            OtherIds = ["kube-linter:job-ttl-seconds-after-finished"],
            Example = new(
                """
                kind: Job
                spec:
                  template: {spec: {containers: [{name: app}]}}
                """,
                """
                kind: Job
                spec:
                  ttlSecondsAfterFinished: 3600
                  template: {spec: {containers: [{name: app}]}}
                """,
                "Logs and status of the job are gone after this time."),
            Check = static inspection =>
            {
                foreach (KubernetesObject job in inspection.Objects.OfKind("batch", "Job"))
                {
                    // A CronJob keeps as many of its jobs as its history limits say; Pulumi deletes its own, and reports one that is gone as drift.
                    if (!job.IsOwned && !IsManagedByPulumi(job))
                    {
                        inspection.At(job)["spec"]["ttlSecondsAfterFinished"].ReportIf(Is.Unset, $"{job} stays forever after it has finished");
                    }
                }

                foreach (KubernetesObject cronJob in inspection.Objects.OfKind("batch", "CronJob"))
                {
                    FieldAt seconds = inspection.At(cronJob)["spec"]["jobTemplate"]["spec"]["ttlSecondsAfterFinished"];
                    if (!seconds.IsUnset && seconds.Field.TryGetInteger(out _))
                    {
                        seconds.Report(
                            $"the jobs of {cronJob} are removed {seconds.Shown} seconds after they have finished, even those that its history limits keep",
                            fix: "remove ttlSecondsAfterFinished, and set successfulJobsHistoryLimit and failedJobsHistoryLimit");
                    }
                }
            },
        },
        new WorkloadRule("RMP4044", "job-deadline", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "A job has a deadline; a job that hangs would otherwise run forever, and block what waits for it.",
            Allowed = "activeDeadlineSeconds set",
            Fix = "set activeDeadlineSeconds",
            Example = new(
                """
                kind: Job
                spec:
                  template: {spec: {containers: [{name: app}]}}
                """,
                """
                kind: Job
                spec:
                  activeDeadlineSeconds: 3600
                  template: {spec: {containers: [{name: app}]}}
                """,
                "A job that takes longer is stopped and counts as failed."),
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (item.Group == "batch" && !item.IsOwned && workload.PodSpec["activeDeadlineSeconds"].IsUnset)
                {
                    FieldAt spec = inspection.At(item)["spec"], job = item.Kind == "CronJob" ? spec["jobTemplate"]["spec"] : spec;
                    job["activeDeadlineSeconds"].ReportIf(Is.Unset, $"{item} may run forever");
                }
            },
        },
        new ObjectRule("RMP4045", "cron-job-starting-deadline", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "CronJob")
        {
            Summary = "A CronJob sets how late a job may start; without a deadline, a CronJob that missed a hundred starts never runs again.",
            Allowed = "startingDeadlineSeconds set",
            Fix = "set startingDeadlineSeconds to less than the time between two starts",
            OtherIds = ["kube-score:cronjob-has-deadline"],
            Example = new(
                """
                kind: CronJob
                spec:
                  schedule: 0 * * * *
                  jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
                """,
                """
                kind: CronJob
                spec:
                  schedule: 0 * * * *
                  startingDeadlineSeconds: 600
                  jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
                """,
                "A start that would be later than this is skipped."),
            Check = static (item, inspection) =>
                inspection.At(item)["spec"]["startingDeadlineSeconds"].ReportIf(Is.Unset, $"{item} does not set how late a job may start"),
        },
        new ObjectRule("RMP4046", "cron-job-overlap", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "CronJob")
        {
            Summary = "A CronJob sets what happens when the last job still runs; by default slow jobs pile up until the nodes are full.",
            Allowed = "concurrencyPolicy Forbid or Replace",
            Fix = "set concurrencyPolicy to Forbid",
            Example = new(
                """
                kind: CronJob
                spec:
                  schedule: 0 * * * *
                  jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
                """,
                """
                kind: CronJob
                spec:
                  schedule: 0 * * * *
                  concurrencyPolicy: Forbid
                  jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}
                """,
                "When a run takes longer than the interval, the next run is skipped."),
            Check = static (item, inspection) =>
                inspection.At(item)["spec"]["concurrencyPolicy"].ReportIf(Is.OneOf("", "Allow"), $"{item} starts a job even while the last one still runs"),
        },
    ];

    private static bool IsManagedByPulumi(KubernetesObject job)
    {
        _ = job.Metadata["annotations"].TryGetProperties(out ReadOnlySpan<Property> annotations);
        foreach (ref readonly Property annotation in annotations)
        {
            if (annotation.Name.StartsWith("pulumi.com/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
